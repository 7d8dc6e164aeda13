import type { Jurisdiction } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { Database } from '../../../platform/database.ts';
import { daysWithoutHead, recordHead, sealJournal } from '../../../platform/journal-seal.ts';
import { headText } from '../core/head-text.ts';
import type { TimestampAuthority } from '../core/timestamp-authority.ts';

/** Seals what has been committed; answers how many rows. */
export function sealCommitted(db: Database, now: Date): Promise<number> {
  return sealJournal(db, now);
}

/**
 * Has the last block of every finished day stamped and writes the stamps down; answers how many. An authority that cannot be
 * reached delays the head: the next run tries again, oldest first.
 */
export async function stampHeads(
  db: Database,
  jurisdiction: Jurisdiction,
  authority: TimestampAuthority,
  now: Date,
): Promise<number> {
  const due = await daysWithoutHead(db, jurisdiction, plainDateOf(now));
  for (const { day, block, position, hash } of due) {
    const stamped = await authority.stamp(headText({ jurisdiction, day, position, hash }), now);
    await recordHead(db, { day, block, authority: authority.name, ...stamped });
  }
  return due.length;
}
