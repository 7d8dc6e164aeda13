import type { QueryContext } from '../../../kernel/context.ts';
import { type Id, isUuid } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { can } from '../../identity/public.ts';
import type { TaskAssignment } from '../contract.ts';
import { isLent, placesToAssign } from '../core/assignment/substitution.ts';
import { ownPlace, placesHolding, postIn } from '../core/power-places.ts';
import type { DossierDeps } from '../store/deps.ts';
import { findDossier } from '../store/dossier-row.ts';
import { type StandIn, standsIn, standsInFor } from '../store/substitutions.ts';
import { type TaskRow, tasksOf } from '../store/tasks.ts';
import { colleagues } from './led-units.ts';

/** Who has each open step of a dossier, and what the viewer may do about that. Steps of no concern to them are left out. */
export async function taskAssignments(
  deps: DossierDeps,
  ctx: QueryContext,
  dossierId: string,
): Promise<readonly TaskAssignment[]> {
  if (ctx.actor.kind !== 'officer' || !isUuid(dossierId)) return [];
  const standIns = await standsInFor(deps.db, ctx, deps, ctx.actor);
  const open = (await tasksOf(deps.db, ctx.jurisdiction, dossierId)).filter(
    (task) => task.closed_at === null && task.kind !== 'wait',
  );
  const dossier = await findDossier(deps.db, ctx.jurisdiction, dossierId);
  if (!dossier) return [];
  const found: TaskAssignment[] = [];
  for (const task of open) {
    const isHeld = postIn(ctx.actor, dossier, [ownPlace(task)]) !== undefined;
    const places = placesToAssign(deps.identity.units, task.unit_id, plainDateOf(ctx.now));
    const isLed =
      can(ctx.actor, 'dossiers.assign', places) ||
      postIn(ctx.actor, dossier, placesHolding('dossiers.assign', places, 'assign')) !== undefined;
    const isLentToMe = standsIn(standIns, task) && (isHeld || isLent(task.kind));
    if (isHeld || isLed || isLentToMe)
      found.push(await assignmentOf(deps, ctx, task, standIns, isHeld, isLed));
  }
  return found;
}

async function assignmentOf(
  deps: DossierDeps,
  ctx: QueryContext,
  task: TaskRow,
  standIns: readonly StandIn[],
  isHeld: boolean,
  isLed: boolean,
): Promise<TaskAssignment> {
  const today = plainDateOf(ctx.now);
  const isMine = ctx.actor.kind === 'officer' && task.assigned_to === ctx.actor.accountId;
  const name = await nameOf(deps, ctx, task.assigned_to);
  const mayAssign = isLed && task.kind !== 'intake';
  const holders = mayAssign ? await deps.identity.holdersOf(deps.db, task.unit_id, today) : [];
  const fitting = holders.filter(
    ({ role, accountId }) => role === task.role && accountId !== task.assigned_to,
  );
  return {
    taskId: task.task_id,
    stepName: task.step_name,
    isMine,
    awaitsHead: task.to_assign && task.assigned_to === null,
    ...(name !== undefined && { holder: name }),
    ...(name !== undefined && !isMine && standsIn(standIns, task) && { actsFor: name }),
    mayTakeUp:
      isHeld && task.taken_up_by === null && (isMine || (task.assigned_to === null && !task.to_assign)),
    mayRelease: isMine,
    colleagues: await colleagues(deps, deps.db, ctx, task.unit_id, fitting),
  };
}

async function nameOf(
  deps: DossierDeps,
  ctx: QueryContext,
  accountId: Id<'account'> | null,
): Promise<string | undefined> {
  if (accountId === null) return undefined;
  const people = await deps.identity.describeAccounts(deps.db, [accountId], plainDateOf(ctx.now));
  return people.get(accountId)?.name;
}
