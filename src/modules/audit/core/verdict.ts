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
  | { readonly kind: 'unchained'; readonly entries: number; readonly after: number }
  | HeadFinding;

/** `cut`: the chain ends before the head. `rewritten`: it says something else there. `stamp`: the stamp does not fit. */
export interface HeadFinding {
  readonly kind: 'head';
  readonly fault: 'cut' | 'rewritten' | 'stamp' | 'not-recorded';
  readonly day: PlainDate;
  readonly position: number;
}

export interface Verdict {
  readonly findings: readonly Finding[];
  /** Rows proven unchanged since they were sealed. */
  readonly sealedRows: number;
  readonly heads: number;
  /** The last stamped head; undefined before the first. */
  readonly lastHead: PlainDate | undefined;
  /** Sealed, but not yet under a stamped head: who owns the database could still rewrite them. */
  readonly openRows: number;
  /** Committed, waiting for the sealer. */
  readonly waitingRows: number;
}

/** Tells apart what is said about one head; undefined when it stands. */
export function judgeHead(
  head: { readonly day: PlainDate; readonly position: number; readonly hash: string },
  chain: { readonly position: number; readonly hash: string } | undefined,
  stampFits: boolean,
): HeadFinding | undefined {
  const finding = (fault: HeadFinding['fault']): HeadFinding => ({
    kind: 'head',
    fault,
    day: head.day,
    position: head.position,
  });
  if (!chain) return finding('cut');
  if (chain.hash !== head.hash || chain.position !== head.position) return finding('rewritten');
  return stampFits ? undefined : finding('stamp');
}
