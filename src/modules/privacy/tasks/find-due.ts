import type { CommandContext } from '../../../kernel/context.ts';
import type { Jurisdiction } from '../../../kernel/id.ts';
import { addDays, type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { enqueue } from '../../../platform/enqueue.ts';
import { eraseListTask } from '../commands/settle-erasure.ts';
import { deadlineOn } from '../core/deadlines.ts';
import { firstDue, latestEndDue } from '../core/retention.ts';
import { runningErasures } from '../store/erasures.ts';
import type { EndedAfter, KeptDossiers } from '../store/kept-dossiers.ts';
import type { PrivacyDeps } from '../store/privacy-deps.ts';
import { dropStale, lockUntold, markWarned, saveDue } from '../store/retention-due.ts';

/** Job of each night. */
export const findDueTask = 'privacy.find-due';

const page = 500;

/** What the walk is made of. */
export interface FindDueDeps extends Pick<PrivacyDeps, 'db' | 'newId' | 'retention' | 'deadlines'> {
  readonly kept: Pick<KeptDossiers, 'endedProcedures' | 'endedUntil' | 'warnOwner'>;
}

/**
 * Lists what is due or will be within the days of the warning, tells its owners, and takes up lists whose job was lost. Broken
 * off in the middle it begins anew: what it wrote it writes again, and nothing goes before a whole walk was done.
 */
export async function findDue(deps: FindDueDeps, jurisdiction: Jurisdiction, now: Date): Promise<void> {
  const today = plainDateOf(now);
  const by = addDays(today, deadlineOn(deps.deadlines, 'erasing-warning', today).days);
  for (const procedureCode of await deps.kept.endedProcedures(deps.db, jurisdiction)) {
    const day = latestEndDue(deps.retention, procedureCode, today, by);
    if (day !== undefined) await findDueOf(deps, jurisdiction, { procedureCode, day }, { now, by });
  }
  await deps.db.transaction().execute((tx) => dropStale(tx, jurisdiction, now));
  await tellOwners(deps, jurisdiction, now);
  await takeUpLists(deps, jurisdiction);
}

/** Of one procedure what ended early enough; procedures whose dossiers are kept for ever are not walked. */
async function findDueOf(
  deps: FindDueDeps,
  jurisdiction: Jurisdiction,
  of: { readonly procedureCode: string; readonly day: PlainDate },
  { now, by }: { readonly now: Date; readonly by: PlainDate },
): Promise<void> {
  const today = plainDateOf(now);
  let after: EndedAfter | undefined;
  do {
    const rows = await deps.kept.endedUntil(deps.db, jurisdiction, of, { after, limit: page });
    const found = rows.flatMap((dossier) => {
      const due = firstDue(deps.retention, dossier, today, by);
      return due ? [{ dossier, due }] : [];
    });
    await deps.db.transaction().execute((tx) => saveDue(tx, jurisdiction, found, { now, knownBy: by }));
    after = rows.length < page ? undefined : rows.at(-1)?.next;
  } while (after);
}

async function tellOwners(deps: FindDueDeps, jurisdiction: Jurisdiction, now: Date): Promise<void> {
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

async function takeUpLists(deps: FindDueDeps, jurisdiction: Jurisdiction): Promise<void> {
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
