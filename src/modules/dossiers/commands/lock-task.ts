import type { OfficerActor } from '../../../kernel/actor.ts';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Refused, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { can } from '../../identity/public.ts';
import { stepStanding } from '../core/assignment/step-standing.ts';
import { placesToAssign } from '../core/assignment/substitution.ts';
import { placesHolding, stepPlace } from '../core/power-places.ts';
import { isSplit } from '../core/split-moves.ts';
import type { DossierDeps } from '../store/deps.ts';
import { type DossierRow, lockDossier } from '../store/dossier-row.ts';
import { followSplit } from '../store/follow-split.ts';
import { holdStandIns, standsIn } from '../store/substitutions.ts';
import { findTask, type TaskRow } from '../store/tasks.ts';
import { type Power, underPower } from './under-power.ts';

export interface LockedTask {
  readonly dossier: DossierRow;
  readonly task: TaskRow;
  readonly officer: OfficerActor;
  /** The person whose work it is, where the officer stands in for them today. */
  readonly actsFor?: Id<'account'>;
  /** The post they act under; undefined for a substitute without one. */
  readonly post?: Power['post'];
  /** Set where that post was lent to them. */
  readonly delegationId?: Id<'delegation'>;
}

/**
 * The task and its dossier, the dossier locked. Refuses whoever neither holds the step's role in its unit (by a post of
 * their own or one lent for this) nor stands in for the person who has it; a task that somebody else has, naming who; one
 * its head has yet to give to somebody; and one completed meanwhile, naming who and when.
 */
export async function lockTask(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  taskId: string,
): Promise<Result<LockedTask>> {
  const seen = await findTask(tx, ctx.jurisdiction, taskId);
  if (!seen) return refuse('not-found', 'dossiers.task-not-found');
  const { actor } = ctx;
  if (actor.kind !== 'officer') return refuse('forbidden', 'dossiers.not-allowed');
  const standIns = await holdStandIns(tx, ctx, deps, actor);
  const { dossier, task } = await lockBoth(tx, ctx, deps, seen);
  const power = await underPower(tx, ctx, deps, actor, dossier, [stepPlace(task)]);
  const held = power.ok ? power.value : undefined;
  const isStandIn = standsIn(standIns, task);
  const { accountId } = actor;
  const standing = stepStanding(task, { accountId, post: held?.post, standsIn: isStandIn });
  if (standing === 'role') return power.ok ? refuse('forbidden', 'dossiers.not-allowed') : power;
  if (task.closed_at) return refuseDone(tx, ctx, deps, task);
  if (isSplit(deps.identity.units, task.unit_id, plainDateOf(ctx.now)))
    return refuse('conflict', 'dossiers.split-undecided');
  if (standing === 'toAssign')
    return refuse('conflict', 'dossiers.task-to-assign', { params: { step: task.step_name } });
  const { assigned_to: holder } = task;
  if (standing === 'other' && holder !== null) return refuseHeld(tx, ctx, deps, holder);
  const actsFor = isStandIn && holder !== null ? { actsFor: holder } : {};
  return ok({ dossier, task, officer: actor, ...held, ...actsFor });
}

/** The same for work on it: a step of another agency begins with its acceptance. */
export async function lockWork(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  taskId: string,
): Promise<Result<LockedTask>> {
  const locked = await lockTask(tx, ctx, deps, taskId);
  if (!locked.ok) return locked;
  const { needs_acceptance, accepted_at } = locked.value.task;
  return needs_acceptance && accepted_at === null
    ? refuse('conflict', 'dossiers.hand-over-not-accepted')
    : locked;
}

/** The same for whoever decides who does it: the head of the section, or the leader of the unit. */
export async function lockToAssign(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  taskId: string,
): Promise<Result<LockedTask>> {
  const seen = await findTask(tx, ctx.jurisdiction, taskId);
  if (!seen) return refuse('not-found', 'dossiers.task-not-found');
  const { actor } = ctx;
  if (actor.kind !== 'officer') return refuse('forbidden', 'dossiers.not-assigning');
  const { dossier, task } = await lockBoth(tx, ctx, deps, seen);
  const units = placesToAssign(deps.identity.units, task.unit_id, plainDateOf(ctx.now));
  const mayAssign = can(actor, 'dossiers.assign', units);
  const places = placesHolding('dossiers.assign', units, 'assign');
  const power = mayAssign ? ok(undefined) : await underPower(tx, ctx, deps, actor, dossier, places);
  if (!power.ok) return power;
  if (!mayAssign && !power.value?.delegationId) return refuse('forbidden', 'dossiers.not-assigning');
  return task.closed_at
    ? refuseDone(tx, ctx, deps, task)
    : ok({ dossier, task, officer: actor, ...power.value });
}

/** The refusal of a dossier at the counter that a colleague has taken up; undefined when nobody else has it. */
export async function heldByOther(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  officer: OfficerActor,
  task: TaskRow,
): Promise<Refused | undefined> {
  if (task.closed_at || task.assigned_to === null || task.assigned_to === officer.accountId) return undefined;
  if (standsIn(await holdStandIns(tx, ctx, deps, officer), task)) return undefined;
  return refuseHeld(tx, ctx, deps, task.assigned_to);
}

async function lockBoth(tx: Tx, ctx: CommandContext, deps: DossierDeps, seen: TaskRow) {
  const locked = await lockDossier(tx, ctx.jurisdiction, seen.dossier_id);
  const dossier = locked && (await followSplit(tx, ctx, deps, locked));
  const task = await findTask(tx, ctx.jurisdiction, seen.task_id);
  if (!dossier || !task) throw new Error(`task ${seen.task_id} lost its dossier`);
  return { dossier, task };
}

/** Somebody else has the task: `dossiers.task-with-other`, naming who. */
async function refuseHeld(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  holder: Id<'account'>,
): Promise<Refused> {
  const people = await deps.identity.describeAccounts(tx, [holder], plainDateOf(ctx.now));
  return refuse('conflict', 'dossiers.task-with-other', { params: { name: people.get(holder)?.name ?? '' } });
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
