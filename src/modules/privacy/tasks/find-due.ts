import type { CommandContext } from '../../../kernel/context.ts';
import type { Jurisdiction } from '../../../kernel/id.ts';
import { addDays, type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { enqueue } from '../../../platform/enqueue.ts';
import { eraseListTask } from '../commands/settle-erasure.ts';
import { deadlineOn } from '../core/deadlines.ts';
import { firstDue, shortestYears } from '../core/retention.ts';
import { runningErasures } from '../store/erasures.ts';
import type { EndedAfter } from '../store/kept-dossiers.ts';
import type { PrivacyDeps } from '../store/privacy-deps.ts';
import { dropStale, lockUntold, markWarned, saveDue } from '../store/retention-due.ts';

/** Job of each night. */
export const findDueTask = 'privacy.find-due';

const page = 500;

/**
 * Lists what is due or will be within the days of the warning, tells its owners, and takes up lists whose job was lost. Broken
 * off in the middle it begins anew: what it wrote it writes again, and nothing goes before a whole walk was done.
 */
export async function findDue(deps: PrivacyDeps, jurisdiction: Jurisdiction, now: Date): Promise<void> {
  const today = plainDateOf(now);
  const by = addDays(today, deadlineOn(deps.deadlines, 'erasing-warning', today).days);
  const latest = latestEnd(shortestYears(deps.retention), by);
  let after: EndedAfter | undefined;
  do {
    const rows =
      latest === undefined
        ? []
        : await deps.kept.endedUntil(deps.db, jurisdiction, latest, { after, limit: page });
    const found = rows.flatMap((dossier) => {
      const due = firstDue(deps.retention, dossier, today, by);
      return due ? [{ dossier, due }] : [];
    });
    await deps.db.transaction().execute((tx) => saveDue(tx, jurisdiction, found, { now, knownBy: by }));
    after = rows.length < page ? undefined : rows.at(-1)?.next;
  } while (after);
  await deps.db.transaction().execute((tx) => dropStale(tx, jurisdiction, now));
  await tellOwners(deps, jurisdiction, now);
  await takeUpLists(deps, jurisdiction);
}

/** Nothing that ended after this day can be due by then. */
function latestEnd(years: number | undefined, by: PlainDate): PlainDate | undefined {
  return years === undefined ? undefined : (`${Number(by.slice(0, 4)) - years}-12-31` as PlainDate);
}

async function tellOwners(deps: PrivacyDeps, jurisdiction: Jurisdiction, now: Date): Promise<void> {
  const ctx: Omit<CommandContext, 'requestId'> = {
    jurisdiction,
    actor: { kind: 'system', task: findDueTask },
    now,
    origin: { ip: undefined, userAgent: undefined },
  };
  let told: number;
  do {
    told = await deps.db.transaction().execute(async (tx) => {
      const rows = await lockUntold(tx, jurisdiction, 50);
      for (const { dossier_id: dossierId, due_on: dueOn } of rows) {
        await deps.kept.warnOwner(tx, { ...ctx, requestId: deps.newId<'request'>() }, dossierId, dueOn);
        await markWarned(tx, jurisdiction, dossierId, now);
      }
      return rows.length;
    });
  } while (told > 0);
}

async function takeUpLists(deps: PrivacyDeps, jurisdiction: Jurisdiction): Promise<void> {
  const lists = await runningErasures(deps.db, jurisdiction);
  await enqueue(
    deps.db,
    ...lists.map((erasureId) => ({
      task: eraseListTask,
      payload: { jurisdiction, erasureId },
      key: `${eraseListTask}:${erasureId}`,
    })),
  );
}
