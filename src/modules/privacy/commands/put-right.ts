import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { type AnswerCorrectionInput, type CorrectedField, correctedFields } from '../contract.ts';
import { procedureFor } from '../core/corrected-elsewhere.ts';
import type { CorrectionRow } from '../store/corrections.ts';
import type { PrivacyDeps } from '../store/privacy-deps.ts';

/**
 * Changes what was said to be wrong, in the transaction of the answer: of a dossier on its way, or the contact data of an
 * account. What the identity provider vouches for, and names in civil status, are changed where the law says; the refusal
 * names it. What was declared on a form and what was issued stays as it is.
 */
export async function putRight(
  deps: PrivacyDeps,
  tx: Tx,
  ctx: CommandContext,
  row: CorrectionRow,
  { value, role }: AnswerCorrectionInput,
): Promise<Result<null>> {
  if (row.field === 'identityNumber') return refuse('conflict', 'privacy.identity-elsewhere');
  const field = correctedFields.find((each) => each === row.field);
  // Answers and everything else are put right by the steps of the dossier; the answer says how.
  if (field === undefined) return ok(null);
  if (value === undefined) {
    const type = 'privacy.value-needed';
    return refuse('invalid', type, { fields: [{ pointer: '/value', type }] });
  }
  const fact = { correctionId: row.correction_id, personId: row.person_id, field, value };
  if (row.dossier_id === null) return ofAccount(deps, tx, ctx, fact);
  const dossier = await deps.dossierFacts.lockForCorrection(tx, ctx.jurisdiction, row.dossier_id);
  if (!dossier?.isOpen) return refuse('conflict', 'privacy.dossier-over');
  const procedure = procedureFor(deps.elsewhere, field, dossier.sector, plainDateOf(ctx.now));
  if (procedure !== undefined)
    return refuse('conflict', 'privacy.corrected-elsewhere', { params: { procedure } });
  return deps.dossierFacts.correct(tx, ctx, row.dossier_id, { ...fact, role });
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
