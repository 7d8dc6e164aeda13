import type { QueryContext } from '../../../kernel/context.ts';
import { can, heldPost } from '../../identity/public.ts';
import type { AllowedAction } from '../contract.ts';
import type { DossierRow } from '../store/dossier-row.ts';
import type { TaskRow } from '../store/tasks.ts';

/** What the officer may do now; the screen offers this and nothing else, the commands check it again. */
export function allowedActions(
  ctx: QueryContext,
  dossier: DossierRow,
  tasks: readonly TaskRow[],
): readonly AllowedAction[] {
  return tasks
    .filter((task) => task.closed_at === null)
    .flatMap((task) => (task.kind === 'intake' ? intakeActions(ctx, dossier, task) : stepActions(ctx, task)));
}

function intakeActions(ctx: QueryContext, dossier: DossierRow, task: TaskRow): readonly AllowedAction[] {
  const at = [dossier.received_unit_id];
  const actions: AllowedAction[] = [];
  if (can(ctx.actor, 'dossiers.accept', at)) actions.push({ action: 'accept', taskId: task.task_id });
  if (can(ctx.actor, 'dossiers.refuse', at)) actions.push({ action: 'refuse', taskId: task.task_id });
  return actions;
}

function stepActions(ctx: QueryContext, task: TaskRow): readonly AllowedAction[] {
  if (!heldPost(ctx.actor, task.role, task.unit_id)) return [];
  const taskId = task.task_id;
  if (task.kind === 'return') return [{ action: 'return', taskId }];
  if (task.kind === 'issue')
    return [
      { action: 'issue', taskId },
      { action: 'back', taskId },
    ];
  const steps: readonly AllowedAction[] = [
    { action: 'forward', taskId },
    { action: 'back', taskId },
  ];
  return task.taken_up_by === null ? [{ action: 'takeUp', taskId }, ...steps] : steps;
}
