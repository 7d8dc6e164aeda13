import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { LetterData } from '../../documents/public.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { DossierRow } from '../store/dossier-row.ts';
import { extensionRuleOf } from '../store/extension-rule.ts';
import { promisesOf } from '../store/promises.ts';
import { standingUnit } from '../store/standing-unit.ts';
import { agencyBlock } from './letter-data.ts';

/** Data of an apology (form 04) or of a notice of further time: both dates, the reason, and who signs for the agency. */
export async function newDateData(
  deps: DossierDeps,
  ctx: QueryContext,
  dossier: DossierRow,
  seq: number,
): Promise<LetterData<'apology'>> {
  const promises = await promisesOf(deps.db, ctx.jurisdiction, dossier.dossier_id);
  const made = promises.find((each) => each.seq === seq);
  const [first] = promises;
  if (!made?.reason || !first || !dossier.accepted_at)
    throw new Error(`dossier ${dossier.code} has no promise ${seq} to tell`);
  const today = plainDateOf(made.issued_at);
  const agencyId = standingUnit(deps.identity.units, dossier.competent_unit_id, today);
  const rule =
    made.kind === 'extension'
      ? await extensionRuleOf(deps.db, { ...ctx, now: made.issued_at }, deps, dossier)
      : undefined;
  return {
    ...agencyBlock(deps, dossier, agencyId, today),
    issuedOn: made.issued_at,
    applicant: dossier.owner_name,
    procedure: `${dossier.procedure_name} (${dossier.procedure_code})`,
    receivedAt: dossier.accepted_at,
    promisedAt: first.due_at,
    reason: made.reason,
    basis: rule?.source,
    newDueAt: made.due_at,
    signer: {
      lines: made.signer_lines.length > 0 ? [...made.signer_lines] : ['THỦ TRƯỞNG CƠ QUAN'],
      name: await signerName(deps, made.issued_by, made.issued_at),
    },
  };
}

async function signerName(
  deps: DossierDeps,
  account: Id<'account'> | null,
  at: Date,
): Promise<string | undefined> {
  if (!account) return undefined;
  const people = await deps.identity.describeAccounts(deps.db, [account], plainDateOf(at));
  return people.get(account)?.name;
}
