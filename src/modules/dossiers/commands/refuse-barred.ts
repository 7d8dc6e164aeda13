import type { CommandContext } from '../../../kernel/context.ts';
import { type Refused, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { barringStep } from '../core/separation.ts';
import type { DossierDeps } from '../store/deps.ts';
import { withPowers } from '../store/done-steps.ts';
import { type TaskRow, tasksOf } from '../store/tasks.ts';

/** Why these people may not do the step, where its process keeps it from who did another: `dossiers.duties-apart`, naming that one. */
export async function refuseBarred(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  task: Pick<TaskRow, 'not_by' | 'dossier_id' | 'step_name'>,
  people: readonly string[],
): Promise<Refused | undefined> {
  if (task.not_by.length === 0) return undefined;
  const done = await withPowers(tx, deps, await tasksOf(tx, ctx.jurisdiction, task.dossier_id));
  const barring = barringStep(task.not_by, done, people);
  return (
    barring &&
    refuse('forbidden', 'dossiers.duties-apart', {
      params: { step: task.step_name, done: barring.step_name },
    })
  );
}
