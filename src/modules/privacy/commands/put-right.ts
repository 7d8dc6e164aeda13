import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { type AnswerCorrectionInput, type CorrectedField, correctedFields } from '../contract.ts';
import { procedureFor } from '../core/corrected-elsewhere.ts';
import type { CorrectionRow } from '../store/corrections.ts';
import type { PrivacyDeps } from '../store/privacy-deps.ts';

/**
 * Changes what was said to be wrong, in the transaction of the answer: of a dossier on its way, or the contact data of an
 * account. What the identity provider vouches for, and names in civil status, are changed where the law says; the refusal
 * names it. What was declared on a form stays as it is, with a note once it is decided; so does what was issued.
 */
export async function putRight(
  deps: PrivacyDeps,
  tx: Tx,
  ctx: CommandContext,
  row: CorrectionRow,
  { value, role }: AnswerCorrectionInput,
): Promise<Result<null>> {
  if (row.field === 'identityNumber') return refuse('conflict', 'privacy.identity-elsewhere');
  if (row.field === 'answers' && row.dossier_id !== null)
    return noteAnswers(deps, tx, ctx, { ...row, dossier_id: row.dossier_id }, value);
  const field = correctedFields.find((each) => each === row.field);
  // Everything else is put right by other ways; the answer says how.
  if (field === undefined) return ok(null);
  if (value === undefined) return refuseField('/value', 'privacy.value-needed');
  const fact = { correctionId: row.correction_id, personId: row.person_id, field, value };
  if (row.dossier_id === null) return ofAccount(deps, tx, ctx, fact);
  const dossier = await deps.dossierFacts.lockForCorrection(tx, ctx.jurisdiction, row.dossier_id);
  if (!dossier?.isOpen) return refuse('conflict', 'privacy.dossier-over');
  const procedure = procedureFor(deps.elsewhere, field, dossier.sector, plainDateOf(ctx.now));
  if (procedure !== undefined)
    return refuse('conflict', 'privacy.corrected-elsewhere', { params: { procedure } });
  return deps.dossierFacts.correct(tx, ctx, row.dossier_id, { ...fact, role });
}

/**
 * What was declared is what was declared. While the dossier is on its way a supplement brings what is right before it is decided;
 * once decided, it stands beside the answers wherever they are shown.
 */
async function noteAnswers(
  deps: PrivacyDeps,
  tx: Tx,
  ctx: CommandContext,
  row: CorrectionRow & { readonly dossier_id: string },
  text: string | undefined,
): Promise<Result<null>> {
  const dossier = await deps.dossierFacts.lockForCorrection(tx, ctx.jurisdiction, row.dossier_id);
  if (!dossier?.isDecided) return refuse('conflict', 'privacy.answers-by-supplement');
  if (text === undefined) return refuseField('/value', 'privacy.note-needed');
  return deps.dossierFacts.note(tx, ctx, row.dossier_id, { correctionId: row.correction_id, text });
}

function ofAccount(
  deps: PrivacyDeps,
  tx: Tx,
  ctx: CommandContext,
  fact: {
    readonly correctionId: string;
    readonly personId: CorrectionRow['person_id'];
    readonly field: CorrectedField;
    readonly value: string;
  },
): Promise<Result<null>> | Result<null> {
  const { field } = fact;
  if (field === 'name' || field === 'birthDate') return refuse('conflict', 'privacy.identity-elsewhere');
  return deps.correctContact(tx, ctx, { ...fact, field });
}
