import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { refuseIntakeInput, type SubmittedDossier } from '../contract.ts';
import { phaseAfter } from '../core/life-cycle.ts';
import type { DossierDeps } from '../store/deps.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { closeTask, tasksOf } from '../store/tasks.ts';
import { lockForIntake } from './lock-for-office.ts';

/** Refuses intake with a written reason (status 3); possible before acceptance only. */
export function refuseIntake(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<SubmittedDossier>> {
  return runCommand(deps, ctx, 'dossiers.refuse-intake', refuseIntakeInput, input, async (tx, wanted) => {
    const locked = await lockForIntake(tx, ctx, deps, 'dossiers.refuse', wanted);
    if (!locked.ok) return locked;
    const dossier = locked.value;
    const phase = phaseAfter(dossier.phase, 'refuseIntake');
    if (!phase.ok) return phase;
    const open = (await tasksOf(tx, ctx.jurisdiction, wanted.dossierId)).filter(
      (task) => task.closed_at === null,
    );
    for (const task of open)
      await closeTask(tx, ctx, task.task_id, { outcome: 'refuse', note: wanted.reason });
    const lastSeq = await record(tx, ctx, deps, {
      command: 'dossiers.refuse-intake',
      dossierId: dossier.dossier_id,
      lastSeq: dossier.last_seq,
      events: [{ type: 'dossiers.intakeRefused', payload: {} }],
    });
    const change = { phase: phase.value, refused_at: ctx.now, refusal_reason: wanted.reason };
    await saveDossier(tx, ctx.jurisdiction, dossier, change, lastSeq);
    return ok({ dossierId: dossier.dossier_id, code: dossier.code });
  });
}
