import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { stepDue } from '../../process/public.ts';
import { acceptHandOverInput } from '../contract.ts';
import { phaseAfter } from '../core/life-cycle.ts';
import type { DossierDeps } from '../store/deps.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { suspensionsOf } from '../store/suspension-log.ts';
import { moveTimers } from '../store/timers.ts';
import { lockTask } from './lock-task.ts';

/** Another agency takes over a step that is its own: its clock runs from here. Sending it back instead is going back. */
export function acceptHandOver(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  return runCommand(
    deps,
    ctx,
    'dossiers.accept-hand-over',
    acceptHandOverInput,
    input,
    async (tx, wanted) => {
      const locked = await lockTask(tx, ctx, deps, wanted.taskId);
      if (!locked.ok) return locked;
      const { dossier, task } = locked.value;
      const phase = phaseAfter(dossier.phase, 'advance');
      if (!phase.ok) return phase;
      if (!task.needs_acceptance || task.accepted_at !== null) {
        return refuse('conflict', 'dossiers.nothing-to-accept');
      }
      const calendar = deps.process.calendarOf(task.unit_id, plainDateOf(ctx.now));
      const dueAt = stepDue({ hours: task.hours }, ctx.now, calendar) ?? task.due_at;
      await sql`
      update dossiers.task set accepted_at = ${ctx.now}, due_at = ${dueAt}
      where jurisdiction = ${ctx.jurisdiction} and task_id = ${task.task_id}
    `.execute(tx);
      const log = await suspensionsOf(tx, ctx.jurisdiction, dossier.dossier_id);
      await moveTimers(tx, ctx, deps, dossier.dossier_id, log);
      const { task_id: taskId, step_key: stepKey, step_name: stepName, unit_id: unitId } = task;
      const lastSeq = await record(tx, ctx, deps, {
        delegationId: locked.value.delegationId,
        command: 'dossiers.accept-hand-over',
        dossierId: dossier.dossier_id,
        lastSeq: dossier.last_seq,
        events: [{ type: 'dossiers.handOverAccepted', payload: { taskId, stepKey, stepName, unitId } }],
      });
      await saveDossier(tx, ctx.jurisdiction, dossier, { phase: phase.value }, lastSeq);
      return ok(null);
    },
  );
}
