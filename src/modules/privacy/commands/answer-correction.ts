import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { recordAction } from '../../../platform/journal.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { can, refuseUnproved } from '../../identity/public.ts';
import { answerCorrectionInput } from '../contract.ts';
import { mayAnswer } from '../core/may-answer.ts';
import { lockCorrection } from '../store/corrections.ts';
import type { PrivacyDeps } from '../store/privacy-deps.ts';
import { correctionContext } from '../store/sealed-tables.ts';
import { putRight } from './put-right.ts';

/**
 * Answers a request with a reason, once; the second to answer is told. Answered as corrected, the fact changes with it. Needs
 * `privacy.answer` where it was sent to, and a fresh proof.
 */
export async function answerCorrection(
  deps: PrivacyDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  if (!can(ctx.actor, 'privacy.answer')) return refuse('forbidden', 'privacy.not-allowed');
  const unproved = refuseUnproved(ctx, 'privacy.answer');
  if (unproved) return unproved;
  const command = 'privacy.answer-correction';
  return runCommand(deps, ctx, command, answerCorrectionInput, input, async (tx, wanted) => {
    const { correctionId, outcome, answer } = wanted;
    const { actor } = ctx;
    const row = await lockCorrection(tx, ctx.jurisdiction, correctionId);
    if (actor.kind !== 'officer' || !row || !mayAnswer(actor, row.unit_id))
      return refuse('not-found', 'privacy.correction-not-found');
    if (row.answered_at !== null) return refuse('conflict', 'privacy.correction-answered');
    const corrected = outcome === 'corrected' ? await putRight(deps, tx, ctx, row, wanted) : ok(null);
    if (!corrected.ok) return corrected;
    await sql`
        update privacy.correction set outcome = ${outcome}, answered_at = ${ctx.now}, answered_by = ${actor.accountId},
          answer_sealed = ${deps.seal.seal(answer, correctionContext)}
        where jurisdiction = ${ctx.jurisdiction} and correction_id = ${correctionId}`.execute(tx);
    await recordAction(tx, ctx, deps.newId, {
      command,
      subjectId: correctionId,
      facts: { outcome },
    });
    return ok(null);
  });
}
