import type { SideBySideRow } from '../difference/side-by-side.ts';

/** What would become of one procedure. */
export interface BulkChange {
  readonly code: string;
  readonly name: string;
  /** As a lawyer writes it. */
  readonly sentences: readonly string[];
  /** Only what differs. */
  readonly rows: readonly SideBySideRow[];
}

/** A procedure that is left as it is. */
export interface BulkRefusal {
  readonly code: string;
  readonly name: string;
  /** Refusal type; its sentence names the way out. */
  readonly type: string;
  readonly params: Readonly<Record<string, string>>;
  /** The draft in the way. */
  readonly draftId?: string;
}

/** Everything an edit of many procedures would do, before it is done. */
export interface BulkPreview {
  readonly decision: { readonly decisionId: string; readonly number: string };
  readonly changes: readonly BulkChange[];
  readonly refused: readonly BulkRefusal[];
  /** Fingerprint of what is shown, given back to do exactly that. */
  readonly preview: string;
}
