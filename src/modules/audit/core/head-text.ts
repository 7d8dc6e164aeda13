import type { PlainDate } from '../../../kernel/plain-date.ts';

/** What a head says, as the one text that is stamped and published: day, last position and hash of the chain. */
export function headText(head: {
  readonly jurisdiction: number;
  readonly day: PlainDate;
  readonly position: number;
  readonly hash: string;
}): string {
  return `motcua-journal-head 1 ${head.jurisdiction} ${head.day} ${head.position} ${head.hash}`;
}
