import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { takeUpTaskInput } from '../contract.ts';
import { phaseAfter } from '../core/life-cycle.ts';
import type { DossierDeps } from '../store/deps.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { lockTask } from './lock-task.ts';
import { runCommand } from './run-command.ts';

/** An officer takes a step up: the others see who works on it. The first one makes the dossier "đang xử lý" (4). */
export function takeUpTask(deps: DossierDeps, ctx: CommandContext, input: unknown): Promise<Result<null>> {
  return runCommand(deps, ctx, 'dossiers.take-up-task', takeUpTaskInput, input, async (tx, wanted) => {
    const locked = await lockTask(tx, ctx, deps, wanted.taskId);
    if (!locked.ok) return locked;
    const { dossier, task, officer } = locked.value;
    if (task.taken_up_by === officer.accountId) return ok(null);
    if (task.taken_up_by) return refuse('conflict', 'dossiers.task-taken-up');
    const phase = task.kind === 'return' ? ok(dossier.phase) : phaseAfter(dossier.phase, 'takeUp');
    if (!phase.ok) return phase;
    await sql`
      update dossiers.task set taken_up_by = ${officer.accountId}, taken_up_at = ${ctx.now}
      where jurisdiction = ${ctx.jurisdiction} and task_id = ${task.task_id}
    `.execute(tx);
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
