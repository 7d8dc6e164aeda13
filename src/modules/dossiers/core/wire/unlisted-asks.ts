/** Attempts to ask for a paper outside the published list: refused, counted; what was asked for is not kept. */
export interface UnlistedAsks {
  readonly byUnit: readonly { readonly unitId: string; readonly unit: string; readonly asks: number }[];
  /** Latest first. */
  readonly latest: readonly {
    readonly askId: string;
    readonly unit: string;
    readonly dossierId: string;
    readonly code: string;
    readonly at: string;
  }[];
}
