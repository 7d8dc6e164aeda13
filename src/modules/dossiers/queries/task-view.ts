import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import type { TaskView } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { TaskRow } from '../store/tasks.ts';
import { unitLabel } from './unit-label.ts';

const documentShape = z.object({ name: z.string(), number: z.string(), on: z.string() });

/** A step as the dossier's screen shows it. */
export function taskView(
  deps: DossierDeps,
  ctx: QueryContext,
  task: TaskRow,
  names: ReadonlyMap<string, string>,
): TaskView {
  const holder = task.assigned_to ?? task.taken_up_by;
  const takenUpBy = holder === null ? undefined : names.get(holder);
  const closedBy = task.closed_by === null ? undefined : names.get(task.closed_by);
  const { signerLines, handedTo, document } = task.facts;
  const received = documentShape.safeParse(document);
  return {
    taskId: task.task_id,
    stepName: task.step_name,
    kind: task.kind,
    queue: task.queue,
    unit: unitLabel(deps, ctx, task.unit_id),
    role: task.role,
    openedAt: task.opened_at.toISOString(),
    dueAt: task.due_at.toISOString(),
    ...(task.closed_at === null && task.warned_at && { alert: task.escalated_at ? 'escalated' : 'warned' }),
    ...(takenUpBy !== undefined && { takenUpBy }),
    ...(task.needs_acceptance && { acceptance: task.accepted_at ? 'accepted' : 'pending' }),
    ...(task.closed_at && { closedAt: task.closed_at.toISOString() }),
    ...(closedBy !== undefined && { closedBy }),
    ...(task.outcome !== null && { outcome: task.outcome }),
    ...(task.note !== null && { note: task.note }),
    ...(Array.isArray(signerLines) && { signedAs: signerLines.join(' / ') }),
    ...(received.success && { document: received.data }),
    ...(typeof handedTo === 'string' && { handedTo }),
  };
}
