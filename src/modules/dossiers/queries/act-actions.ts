import type { QueryContext } from '../../../kernel/context.ts';
import { allowedOutcomes, findStep, type Outcome } from '../../process/public.ts';
import type { AllowedAction } from '../contract.ts';
import { endPlaces, messagePlaces, postIn, stepPlace, supplementPlaces } from '../core/power-places.ts';
import type { DossierRow } from '../store/dossier-row.ts';
import type { TaskRow } from '../store/tasks.ts';
import type { ActionFacts } from './action-facts.ts';
import { mayDo } from './may-do.ts';

/** What else the officer may do in one open step of theirs: ask for papers, ask a unit, hand it to another agency. */
export function actsInStep(task: TaskRow, facts: ActionFacts): readonly AllowedAction[] {
  const { task_id: taskId } = task;
  const { supplements, opinions, lawfulSupplements } = facts.acts;
  const step = findStep(facts.graph, task.step_key)?.step;
  const allows = (outcome: Outcome) =>
    step !== undefined && allowedOutcomes(step).includes(outcome) && task.waiting === null;
  const stage = task.kind === 'intake' ? 'intake' : 'appraisal';
  const standing = supplements.filter((each) => each.closed_as !== 'withdrawn');
  const asked = standing.filter((each) => each.stage === stage).length;
  const isOpen = supplements.some((each) => each.closed_at === null);
  return [
    ...(allows('supplement') && !isOpen && asked < lawfulSupplements
      ? [{ action: 'supplement', taskId, earlier: standing.length, signed: stage === 'appraisal' } as const]
      : []),
    ...(allows('opinion') ? [{ action: 'opinion', taskId } as const] : []),
    ...(allows('transfer') || (task.kind === 'intake' && task.waiting === null)
      ? [{ action: 'transfer', taskId } as const]
      : []),
    ...opinions
      .filter((each) => each.for_task_id === taskId && each.task_id === null && each.closed_as === null)
      .map(({ opinion_id: requestId }) => ({ action: 'answerOpinion', taskId, requestId }) as const),
  ];
}

/** What the officer may do about papers awaited, a wait, a question asked of their unit, or the dossier as a whole. */
export function actsOfDossier(
  ctx: QueryContext,
  dossier: DossierRow,
  tasks: readonly TaskRow[],
  facts: ActionFacts,
): readonly AllowedAction[] {
  const open = tasks.filter((task) => task.closed_at === null);
  return [
    ...open.flatMap((task) => waitAction(ctx, dossier, task)),
    ...supplementActions(ctx, dossier, tasks, facts),
    ...endActions(ctx, dossier, tasks, facts),
  ];
}

/** The question another unit was asked, for those who answer it. */
export function answerAction(
  ctx: QueryContext,
  dossier: DossierRow,
  task: TaskRow,
  { acts, powers, standIns }: ActionFacts,
): readonly AllowedAction[] {
  const asked = acts.opinions.find((each) => each.task_id === task.task_id && each.closed_as === null);
  const held = postIn(ctx.actor, dossier, [stepPlace(task)]);
  if (!asked || !mayDo(ctx, task, held, standIns)) return [];
  const onBehalf = held && powers.onBehalf(held);
  const answer = { action: 'answerOpinion', taskId: task.task_id, requestId: asked.opinion_id } as const;
  return [{ ...answer, ...(onBehalf && { onBehalf }) }];
}

function waitAction(ctx: QueryContext, dossier: DossierRow, task: TaskRow): readonly AllowedAction[] {
  const may =
    task.kind === 'wait' &&
    task.waiting !== 'withdrawal' &&
    postIn(ctx.actor, dossier, messagePlaces(dossier, task));
  return may ? [{ action: 'receiveMessage', taskId: task.task_id }] : [];
}

function supplementActions(
  ctx: QueryContext,
  dossier: DossierRow,
  tasks: readonly TaskRow[],
  { acts, standIns }: ActionFacts,
): readonly AllowedAction[] {
  const asked = acts.supplements.find((each) => each.closed_at === null);
  if (!asked || !postIn(ctx.actor, dossier, supplementPlaces(dossier, asked.task_unit_id))) return [];
  const { request_id: requestId, task_id: taskId } = asked;
  const task = tasks.find((each) => each.task_id === taskId);
  const mayTakeBack =
    task &&
    asked.seen_at === null &&
    mayDo(ctx, task, postIn(ctx.actor, dossier, [stepPlace(task)]), standIns);
  return [
    { action: 'receiveSupplement', taskId, requestId },
    ...(mayTakeBack ? [{ action: 'withdrawSupplement', taskId, requestId } as const] : []),
  ];
}

function endActions(
  ctx: QueryContext,
  dossier: DossierRow,
  tasks: readonly TaskRow[],
  { graph, acts, powers }: ActionFacts,
): readonly AllowedAction[] {
  if (dossier.phase !== 'accepted' && dossier.phase !== 'inProcess') return [];
  const held = postIn(ctx.actor, dossier, endPlaces(graph, tasks, dossier));
  if (!held) return [];
  const onBehalf = powers.onBehalf(held);
  const under = onBehalf ? { onBehalf } : {};
  const taskId = tasks.find((task) => task.closed_at === null)?.task_id ?? dossier.dossier_id;
  const wish = acts.withdrawals.find((each) => each.closed_as === null);
  return [
    ...(wish ? [{ action: 'declineWithdrawal', taskId, requestId: wish.request_id, ...under } as const] : []),
    { action: 'stop', taskId, ...under },
  ];
}
