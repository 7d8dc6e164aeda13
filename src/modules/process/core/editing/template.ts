import type { DraftRow } from './draft-content.ts';

/** A table to begin from: usual practice, to be held against the province's own decision. */
export interface ProcessTemplate {
  readonly key: string;
  readonly name: string;
  readonly note?: string | undefined;
  readonly source: string;
  readonly rows: readonly DraftRow[];
}
