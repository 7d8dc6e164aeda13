import type { PlainDate } from '../../../kernel/plain-date.ts';

type JournalSource = 'event' | 'action' | 'read';

/** What is wrong with the journal, in the order it is looked for. Positions and ids only. */
export type Finding =
  | {
      readonly kind: 'row';
      readonly fault: 'changed' | 'missing';
      readonly position: number;
      readonly source: JournalSource;
      readonly rowId: string;
    }
  | { readonly kind: 'inserted'; readonly source: JournalSource; readonly rowId: string }
  | {
      readonly kind: 'block';
      readonly block: number;
      readonly firstPosition: number;
      readonly lastPosition: number;
    }
  | { readonly kind: 'unwatched'; readonly source: JournalSource }
  | { readonly kind: 'unchained'; readonly entries: number; readonly after: number }
  | PruningFinding
  | HeadFinding;

/**
 * Readings that are gone without having been forgotten by the rule. `unrecorded`: a pruning is written down that no action of the journal
 * tells of. `more`: so many more are gone than the prunings say.
 */
export type PruningFinding =
  | { readonly kind: 'pruning'; readonly fault: 'unrecorded'; readonly pruningId: string }
  | { readonly kind: 'pruning'; readonly fault: 'more'; readonly readings: number };

/**
 * `cut`: the chain ends before the head. `rewritten`: it says something else there. `stamp`: the stamp does not fit. `time`: the stamp
 * says a moment at which this head cannot have been stamped.
 */
export interface HeadFinding {
  readonly kind: 'head';
  readonly fault: 'cut' | 'rewritten' | 'stamp' | 'time' | 'not-recorded';
  readonly day: PlainDate;
  readonly position: number;
}

/**
 * What proves nothing by itself and still wants an explanation. `late-head`: anybody can have a text stamped today, so a head that was
 * stamped long after its day proves no more than that the journal has not been changed since. `own-key`: with the installation's key
 * a head can be stamped for any moment, so beside an authority these prove nothing against whoever has it; the newest of them is told.
 * `clock-back`: the first block that says it was sealed before the block before it, which a clock that was set back does and whoever seals
 * under a moment of his own; what its rows say of their time proves nothing.
 * `backdated`: the first row that says it was recorded long before it can have been there; a clock that was set back does that, and
 * whoever writes history afterwards.
 */
export type Notice =
  | { readonly kind: 'late-head'; readonly day: PlainDate; readonly stampedAt: Date }
  | { readonly kind: 'own-key'; readonly heads: number; readonly day: PlainDate }
  | { readonly kind: 'clock-back'; readonly block: number; readonly position: number }
  | {
      readonly kind: 'backdated';
      readonly position: number;
      readonly source: JournalSource;
      readonly rowId: string;
    };

export interface Verdict {
  readonly findings: readonly Finding[];
  /** But for those whose reason is known. */
  readonly notices: readonly Notice[];
  /** Rows proven unchanged since they were sealed. */
  readonly sealedRows: number;
  readonly heads: number;
  /** The last stamped head; undefined before the first. */
  readonly lastHead: PlainDate | undefined;
  /** Sealed, but not yet under a stamped head: who owns the database could still rewrite them. */
  readonly openRows: number;
  /** Finished days whose head waits for the authority, oldest first. */
  readonly waitingDays: readonly PlainDate[];
  /** Committed, waiting for the sealer. */
  readonly waitingRows: number;
}
