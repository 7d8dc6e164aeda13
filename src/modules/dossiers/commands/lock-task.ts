import type { OfficerActor } from '../../../kernel/actor.ts';
import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Refused, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { heldPost } from '../../identity/public.ts';
import type { DossierDeps } from '../store/deps.ts';
import { type DossierRow, lockDossier } from '../store/dossier-row.ts';
import { findTask, type TaskRow } from '../store/tasks.ts';

export interface LockedTask {
  readonly dossier: DossierRow;
  readonly task: TaskRow;
  readonly officer: OfficerActor;
}

/**
 * The task and its dossier, the dossier locked. Refuses whoever does not hold the step's role in its unit, and a task
 * somebody else has completed meanwhile, naming who and when.
 */
export async function lockTask(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  taskId: string,
): Promise<Result<LockedTask>> {
  const seen = await findTask(tx, ctx.jurisdiction, taskId);
  if (!seen) return refuse('not-found', 'dossiers.task-not-found');
  if (ctx.actor.kind !== 'officer' || !heldPost(ctx.actor, seen.role, seen.unit_id)) {
    return refuse('forbidden', 'dossiers.not-allowed');
  }
  const dossier = await lockDossier(tx, ctx.jurisdiction, seen.dossier_id);
  const task = await findTask(tx, ctx.jurisdiction, taskId);
  if (!dossier || !task) throw new Error(`task ${taskId} lost its dossier`);
  if (task.closed_at) return refuseDone(tx, ctx, deps, task);
  return ok({ dossier, task, officer: ctx.actor });
}

/** Somebody else has completed the task meanwhile: `dossiers.task-already-done`, naming who and when. */
export async function refuseDone(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  task: TaskRow,
): Promise<Refused> {
  return refuse('conflict', 'dossiers.task-already-done', {
    params: await whoWasFirst(tx, ctx, deps, task),
  });
}

/** Read inside a Vietnamese sentence: "15:30 22/11/2026". */
const clockTime = new Intl.DateTimeFormat('vi-VN', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Asia/Ho_Chi_Minh',
});

async function whoWasFirst(tx: Tx, ctx: CommandContext, deps: DossierDeps, task: TaskRow) {
  const personId = task.closed_by_person;
  const people = personId
    ? await deps.identity.describePeople(tx, [personId], plainDateOf(ctx.now))
    : undefined;
  const name = personId ? people?.get(personId)?.name : undefined;
  return { name: name ?? '', at: clockTime.format(task.closed_at ?? ctx.now) };
}
