import type { Jurisdiction } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { deadlineOn } from '../core/deadlines.ts';
import type { PrivacyDeps } from '../store/privacy-deps.ts';

/** Job of each night. */
export const forgetTask = 'privacy.forget-untouched';

const batch = 100;

/** What goes by its own rule, without anybody's decision: untouched drafts, codes and flows that ran out, outcomes of requests, reasons long stated. */
export async function forgetUntouched(
  deps: PrivacyDeps,
  jurisdiction: Jurisdiction,
  now: Date,
): Promise<void> {
  const before = momentBefore(deps, 'untouched-draft', now);
  let dropped: number;
  do {
    dropped = await deps.db
      .transaction()
      .execute((tx) => deps.kept.dropDrafts(tx, jurisdiction, before, now, batch));
  } while (dropped === batch);
  const reasonsBefore = momentBefore(deps, 'stated-reason', now);
  for (const forget of deps.expired)
    await deps.db.transaction().execute((tx) => forget(tx, jurisdiction, now, reasonsBefore));
}

/** Before which moment things of this kind go. */
function momentBefore(deps: PrivacyDeps, right: 'untouched-draft' | 'stated-reason', now: Date): Date {
  const { days } = deadlineOn(deps.deadlines, right, plainDateOf(now));
  return new Date(now.getTime() - days * 86_400_000);
}
