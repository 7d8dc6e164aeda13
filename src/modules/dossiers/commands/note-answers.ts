import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { addAnswerNote, noteContext } from '../store/answer-notes.ts';
import type { DossierDeps } from '../store/deps.ts';
import { lockDossier } from '../store/dossier-row.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';

/**
 * Puts beside the answers of a decided dossier what is right. They stay as they were declared and decided on; privacy has authorised
 * and asks inside the transaction of its answer.
 */
export async function noteAnswers(
  deps: DossierDeps,
  tx: Tx,
  ctx: CommandContext,
  dossierId: string,
  { text, correctionId }: { readonly text: string; readonly correctionId: string },
): Promise<Result<null>> {
  const dossier = await lockDossier(tx, ctx.jurisdiction, dossierId);
  if (!dossier || ctx.actor.kind !== 'officer')
    throw new Error(`answers of dossier ${dossierId} are noted by nobody`);
  if (dossier.erased_at !== null) return refuse('conflict', 'privacy.dossier-over');
  const noteId = deps.newId<'answerNote'>();
  await addAnswerNote(tx, ctx, {
    ...{ noteId, dossierId, correctionId },
    text: deps.seal.seal(text.normalize('NFC'), noteContext),
    by: ctx.actor.accountId,
  });
  const lastSeq = await record(tx, ctx, deps, {
    ...{ command: 'dossiers.correct-fact', dossierId, lastSeq: dossier.last_seq },
    events: [{ type: 'dossiers.answersNoted', payload: { noteId } }],
  });
  await saveDossier(tx, ctx.jurisdiction, dossier, {}, lastSeq);
  return ok(null);
}
