import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { type AnswerOpinionInput, answerOpinionInput } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { closeOpinion, type OpinionRow, opinionsOf } from '../store/opinions.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { closeTask } from '../store/tasks.ts';
import { refreshWaiting } from '../store/waiting.ts';
import { type LockedTask, lockTask } from './lock-task.ts';

/**
 * The unit that was asked answers, also late, as long as the step is open. Where it works outside this system, whoever
 * asked writes down its answer with the number of its letter.
 */
export function answerOpinion(deps: DossierDeps, ctx: CommandContext, input: unknown): Promise<Result<null>> {
  return runCommand(deps, ctx, 'dossiers.answer-opinion', answerOpinionInput, input, async (tx, wanted) => {
    const locked = await lockOpinion(tx, ctx, deps, wanted);
    if (!locked.ok) return locked;
    const { dossier, opinion, actsFor } = locked.value;
    if (opinion.task_id === null && wanted.document === undefined) {
      return refuseField('/document', 'dossiers.opinion-document');
    }
    const { verdict, answer, document } = wanted;
    await closeOpinion(tx, ctx, dossier.dossier_id, opinion.opinion_id, {
      as: 'answered',
      verdict,
      answer,
      document,
    });
    if (opinion.task_id)
      await closeTask(tx, ctx, opinion.task_id, { outcome: 'forward', facts: { verdict }, actsFor });
    await refreshWaiting(tx, ctx.jurisdiction, dossier.dossier_id);
    const payload = { opinionId: opinion.opinion_id, as: 'answered', unitId: opinion.unit_id } as const;
    const lastSeq = await record(tx, ctx, deps, {
      delegationId: locked.value.delegationId,
      command: 'dossiers.answer-opinion',
      dossierId: dossier.dossier_id,
      lastSeq: dossier.last_seq,
      events: [{ type: 'dossiers.opinionClosed', payload }],
    });
    await saveDossier(tx, ctx.jurisdiction, dossier, {}, lastSeq);
    return ok(null);
  });
}

/** The opinion with the task of whoever may answer it, locked; for everybody else it is not there. */
async function lockOpinion(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  wanted: AnswerOpinionInput,
): Promise<Result<LockedTask & { readonly opinion: OpinionRow }>> {
  const find = async () =>
    (await opinionsOf(tx, ctx.jurisdiction, wanted.dossierId)).find(
      (each) => each.opinion_id === wanted.opinionId,
    );
  const seen = await find();
  if (!seen) return refuse('not-found', 'dossiers.opinion-not-found');
  const locked = await lockTask(tx, ctx, deps, seen.task_id ?? seen.for_task_id);
  if (!locked.ok) return locked;
  const opinion = await find();
  if (!opinion || opinion.closed_as !== null) return refuse('conflict', 'dossiers.opinion-closed');
  return ok({ ...locked.value, opinion });
}
