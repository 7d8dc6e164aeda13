import type { QueryContext } from '../../../kernel/context.ts';
import { can } from '../../identity/public.ts';
import { findStep, type ProcessGraph } from '../../process/public.ts';
import type { AllowedAction } from '../contract.ts';
import type { LimitedBy } from '../core/matter.ts';
import { missingOpinions } from '../core/opinions.ts';
import { postIn, stepPlace } from '../core/power-places.ts';
import { barringStep, behindAct } from '../core/separation.ts';
import type { DossierRow } from '../store/dossier-row.ts';
import { standsIn } from '../store/substitutions.ts';
import type { TaskRow } from '../store/tasks.ts';
import { actsInStep, actsOfDossier, answerAction } from './act-actions.ts';
import type { ActionFacts } from './action-facts.ts';
import { mayDo } from './may-do.ts';

/** What the officer may do now; the screen offers this and nothing else, the commands check it again. */
export function allowedActions(
  ctx: QueryContext,
  dossier: DossierRow,
  tasks: readonly TaskRow[],
  facts: ActionFacts,
): readonly AllowedAction[] {
  const steps = tasks
    .filter((task) => task.closed_at === null)
    .flatMap((task) => {
      if (task.kind === 'opinion') return answerAction(ctx, dossier, task, facts);
      if (task.kind === 'intake') return intakeActions(ctx, dossier, task, facts);
      const all = stepActions(ctx, dossier, task, facts);
      // Who is kept from the step may still send it back.
      return barringOf(ctx, dossier, task, tasks) ? all.filter(({ action }) => action === 'back') : all;
    });
  return [...steps, ...actsOfDossier(ctx, dossier, tasks, facts)];
}

/** The step that keeps the viewer from this one, by its process: they did it, or whoever lent them the power, or by theirs. */
export function barringOf(
  { actor }: QueryContext,
  dossier: LimitedBy,
  task: TaskRow,
  tasks: readonly TaskRow[],
): TaskRow | undefined {
  if (actor.kind !== 'officer') return undefined;
  return barringStep(task.not_by, tasks, behindAct(actor, postIn(actor, dossier, [stepPlace(task)])));
}

function intakeActions(
  ctx: QueryContext,
  dossier: DossierRow,
  task: TaskRow,
  facts: ActionFacts,
): readonly AllowedAction[] {
  const isOthers = task.assigned_to !== null && !isMine(ctx, task) && !standsIn(facts.standIns, task);
  if (isOthers) return [];
  const at = [dossier.received_unit_id];
  const actions: AllowedAction[] = [];
  const waits = task.waiting !== null;
  if (!waits && can(ctx.actor, 'dossiers.accept', at))
    actions.push({ action: 'accept', taskId: task.task_id });
  if (postIn(ctx.actor, dossier, [stepPlace(task)])) actions.push(...actsInStep(task, facts));
  if (can(ctx.actor, 'dossiers.refuse', at)) actions.push({ action: 'refuse', taskId: task.task_id });
  return actions;
}

function stepActions(
  ctx: QueryContext,
  dossier: DossierRow,
  task: TaskRow,
  facts: ActionFacts,
): readonly AllowedAction[] {
  const held = postIn(ctx.actor, dossier, [stepPlace(task)]);
  const onBehalf = held && facts.powers.onBehalf(held);
  if (!mayDo(ctx, task, held, facts.standIns)) return [];
  const isHeldUp = task.waiting === 'supplement' || dossier.withdrawal_requested_at !== null;
  if (task.kind === 'wait' || isHeldUp) return [];
  const taskId = task.task_id;
  if (task.kind === 'return') return [{ action: 'return', taskId }];
  const back = backAction(task, facts.graph);
  if (task.kind === 'issue') return [{ action: 'issue', taskId }, ...back];
  if (task.needs_acceptance && task.accepted_at === null) {
    return [{ action: 'acceptHandOver', taskId }, ...back];
  }
  const lines = task.kind === 'sign' && held ? facts.powers.signsAs(held) : undefined;
  const under = { ...(lines && { signsAs: lines }), ...(onBehalf && { onBehalf }) };
  const isTakable =
    held !== undefined &&
    !onBehalf &&
    task.taken_up_by === null &&
    (task.assigned_to === null || isMine(ctx, task));
  const takeUp: readonly AllowedAction[] = isTakable ? [{ action: 'takeUp', taskId }] : [];
  const choices = findStep(facts.graph, task.step_key)?.step.choices ?? [];
  const ways = choices.length > 0 ? { choices: choices.map(({ key, label }) => ({ key, label })) } : {};
  const isAwaited = missingOpinions(facts.acts.opinions, task.task_id, ctx.now).length > 0;
  const forward: readonly AllowedAction[] = isAwaited
    ? []
    : [{ action: 'forward', taskId, ...under, ...ways }];
  return [...takeUp, ...forward, ...actsInStep(task, facts), ...back];
}

function isMine({ actor }: QueryContext, task: TaskRow): boolean {
  return actor.kind === 'officer' && task.assigned_to === actor.accountId;
}

/** Going back is offered where the process has somewhere to go; the intake itself stays done. */
function backAction(task: TaskRow, graph: ProcessGraph): readonly AllowedAction[] {
  const backTo = (findStep(graph, task.step_key)?.backTo ?? []).flatMap((key) => {
    const step = findStep(graph, key)?.step;
    return step === undefined || step.kind === 'intake' ? [] : [{ key, name: step.name }];
  });
  return backTo.length === 0 ? [] : [{ action: 'back', taskId: task.task_id, backTo }];
}
