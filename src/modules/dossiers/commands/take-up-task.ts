import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { takeUpTaskInput } from '../contract.ts';
import { phaseAfter } from '../core/life-cycle.ts';
import type { DossierDeps } from '../store/deps.ts';
import { giveTask } from '../store/give-task.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { lockWork } from './lock-task.ts';
import { refuseBarred } from './refuse-barred.ts';

/**
 * An officer takes a step up out of the group, or begins one given to them: it is theirs and the others see it. The first
 * one makes the dossier "đang xử lý" (4). Who acts for somebody else leaves
 * it where it is: their substitute, and their delegate, whose power may end before the step.
 */
export function takeUpTask(deps: DossierDeps, ctx: CommandContext, input: unknown): Promise<Result<null>> {
  return runCommand(deps, ctx, 'dossiers.take-up-task', takeUpTaskInput, input, async (tx, wanted) => {
    const locked = await lockWork(tx, ctx, deps, wanted.taskId);
    if (!locked.ok) return locked;
    const { dossier, task, officer, actsFor, delegationId } = locked.value;
    if (task.kind === 'wait') return refuse('invalid', 'dossiers.nobodys-task');
    if (task.taken_up_by === officer.accountId || actsFor || delegationId) return ok(null);
    const barred = await refuseBarred(tx, ctx, deps, task, [officer.personId]);
    if (barred) return barred;
    const phase =
      task.kind === 'return' || task.kind === 'intake'
        ? ok(dossier.phase)
        : phaseAfter(dossier.phase, 'takeUp');
    if (!phase.ok) return phase;
    await giveTask(tx, ctx, deps, task, { how: 'claim', to: officer.accountId, by: officer.accountId });
    const lastSeq = await record(tx, ctx, deps, {
      command: 'dossiers.take-up-task',
      dossierId: dossier.dossier_id,
      lastSeq: dossier.last_seq,
      events: [
        {
          type: 'dossiers.stepTakenUp',
          payload: { taskId: task.task_id, stepKey: task.step_key, stepName: task.step_name },
        },
      ],
    });
    await saveDossier(tx, ctx.jurisdiction, dossier, { phase: phase.value }, lastSeq);
    return ok(null);
  });
}
