import type { Role } from '../../../kernel/actor.ts';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { allowedOutcomes, findStep } from '../../process/public.ts';
import { askOpinionInput } from '../contract.ts';
import { phaseAfter } from '../core/life-cycle.ts';
import { askUnit } from '../store/ask-unit.ts';
import type { DossierDeps } from '../store/deps.ts';
import { silenceConsents } from '../store/open-next.ts';
import { opinionsOf } from '../store/opinions.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { refreshWaiting } from '../store/waiting.ts';
import { lockWork } from './lock-task.ts';

/** Who of a unit answers, in this order: those who work, their head, its leader. */
const answering: readonly Role[] = ['specialist', 'headOfSection', 'leader'];

/**
 * Asks another unit or agency in the course of a step, by a time of its own. The step goes on meanwhile or rests; the
 * dossier's clock runs on, for waiting for a colleague is no ground in law.
 */
export function askOpinion(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly dossierId: string }>> {
  return runCommand(deps, ctx, 'dossiers.ask-opinion', askOpinionInput, input, async (tx, wanted) => {
    const locked = await lockWork(tx, ctx, deps, wanted.taskId);
    if (!locked.ok) return locked;
    const { dossier, task } = locked.value;
    const phase = phaseAfter(dossier.phase, 'advance');
    if (!phase.ok) return phase;
    if (task.waiting !== null && task.waiting !== 'opinion') return refuse('conflict', 'dossiers.task-waits');
    const process = await deps.process.getProcessVersion(tx, dossier.process_version_id);
    if (!process.ok) return process;
    const step = findStep(process.value.graph, task.step_key)?.step;
    if (!step || !allowedOutcomes(step).includes('opinion')) {
      return refuse('invalid', 'dossiers.opinion-not-here', { params: { step: task.step_name } });
    }
    const unit = deps.identity.units.unitOn(wanted.unitId as Id<'unit'>, plainDateOf(ctx.now));
    if (!unit || unit.id === task.unit_id) return wrongUnit('dossiers.opinion-unit');
    const asked = await opinionsOf(tx, ctx.jurisdiction, dossier.dossier_id);
    const isOpen = asked.some(
      (each) => each.unit_id === unit.id && each.for_task_id === task.task_id && each.closed_as === null,
    );
    if (isOpen) return wrongUnit('dossiers.opinion-open');
    const event = await askUnit(tx, ctx, deps, dossier, {
      kind: 'asked',
      forTask: { taskId: task.task_id, stepKey: task.step_key, stepName: task.step_name },
      unitId: unit.id,
      role: await whoAnswers(tx, ctx, deps, unit.id),
      question: wanted.question,
      hours: wanted.hours,
      mandatory: wanted.wait,
      waits: wanted.wait,
      silenceConsents: silenceConsents(step),
    });
    await refreshWaiting(tx, ctx.jurisdiction, dossier.dossier_id);
    const lastSeq = await record(tx, ctx, deps, {
      delegationId: locked.value.delegationId,
      command: 'dossiers.ask-opinion',
      dossierId: dossier.dossier_id,
      lastSeq: dossier.last_seq,
      events: [event],
    });
    await saveDossier(tx, ctx.jurisdiction, dossier, { phase: phase.value }, lastSeq);
    return ok({ dossierId: dossier.dossier_id });
  });
}

function wrongUnit(type: string) {
  return refuseField('/unitId', type);
}

async function whoAnswers(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  unitId: Id<'unit'>,
): Promise<Role | undefined> {
  for (const role of answering) {
    if (await deps.identity.hasPerformer(tx, unitId, role, plainDateOf(ctx.now))) return role;
  }
  return undefined;
}
