import type { Jurisdiction } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { deadlineOn } from '../core/deadlines.ts';
import type { PrivacyDeps } from '../store/privacy-deps.ts';

/** Job of each night. */
export const forgetTask = 'privacy.forget-untouched';

const batch = 100;

/** What goes by its own rule, without anybody's decision: drafts nobody has touched, codes and flows that ran out. */
export async function forgetUntouched(
  deps: PrivacyDeps,
  jurisdiction: Jurisdiction,
  now: Date,
): Promise<void> {
  const { days } = deadlineOn(deps.deadlines, 'untouched-draft', plainDateOf(now));
  const before = new Date(now.getTime() - days * 86_400_000);
  let dropped: number;
  do {
    dropped = await deps.db
      .transaction()
      .execute((tx) => deps.kept.dropDrafts(tx, jurisdiction, before, now, batch));
  } while (dropped === batch);
  for (const forget of deps.expired)
    await deps.db.transaction().execute((tx) => forget(tx, jurisdiction, now));
}
