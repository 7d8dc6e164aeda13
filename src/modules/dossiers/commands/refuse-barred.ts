import type { CommandContext } from '../../../kernel/context.ts';
import { type Refused, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { barringStep } from '../core/separation.ts';
import { type TaskRow, tasksOf } from '../store/tasks.ts';

/** Why the person may not do the step, where its process keeps it from who did another: `dossiers.duties-apart`, naming that one. */
export async function refuseBarred(
  tx: Tx,
  ctx: CommandContext,
  task: TaskRow,
  person: string,
): Promise<Refused | undefined> {
  if (task.not_by.length === 0) return undefined;
  const barring = barringStep(task.not_by, await tasksOf(tx, ctx.jurisdiction, task.dossier_id), person);
  return (
    barring &&
    refuse('forbidden', 'dossiers.duties-apart', {
      params: { step: task.step_name, done: barring.step_name },
    })
  );
}
