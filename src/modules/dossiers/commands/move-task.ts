import type { CommandContext } from '../../../kernel/context.ts';
import type { Tx } from '../../../platform/database.ts';
import type { DossierDeps } from '../store/deps.ts';
import { type Giving, giveTask } from '../store/give-task.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import type { LockedTask } from './lock-task.ts';

/** Moves a locked task between people: its row, the history of who had it, one event. */
export async function moveTask(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  { dossier, task, officer, delegationId }: LockedTask,
  giving: Omit<Giving, 'by'>,
): Promise<void> {
  await giveTask(tx, ctx, deps, task, { ...giving, by: officer.accountId });
  const step = { taskId: task.task_id, stepKey: task.step_key, stepName: task.step_name };
  const lastSeq = await record(tx, ctx, deps, {
    command: giving.to === null ? 'dossiers.release-task' : 'dossiers.assign-task',
    dossierId: dossier.dossier_id,
    lastSeq: dossier.last_seq,
    delegationId,
    events: [
      giving.to === null
        ? { type: 'dossiers.stepReleased', payload: { ...step, how: giving.how } }
        : { type: 'dossiers.stepAssigned', payload: { ...step, how: giving.how, toAccount: giving.to } },
    ],
  });
  await saveDossier(tx, ctx.jurisdiction, dossier, {}, lastSeq);
}
