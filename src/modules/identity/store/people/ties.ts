import type { Id, Jurisdiction } from '../../../../kernel/id.ts';
import type { Connection } from '../../../../platform/database.ts';
import { makersOf } from '../../../../platform/journal-makers.ts';
import {
  makingCommands,
  type Origin,
  type Tie,
  tieBetween,
  untriedDays,
} from '../../core/people/second-person.ts';

/** What ties two officers who are to watch each other: see `tieBetween`. */
export async function tiesBetween(
  db: Connection,
  jurisdiction: Jurisdiction,
  one: Id<'account'>,
  other: Id<'account'>,
  now: Date,
): Promise<Tie> {
  const since = new Date(now.getTime() - untriedDays * 86_400_000);
  const originOf = async (accountId: Id<'account'>): Promise<Origin> => ({
    accountId,
    makers: await makersOf(db, jurisdiction, accountId, makingCommands, since),
  });
  return tieBetween(await originOf(one), await originOf(other));
}
