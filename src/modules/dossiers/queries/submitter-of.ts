import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { DossierDeps } from '../store/deps.ts';
import { findDossier } from '../store/dossier-row.ts';

/** Whom to tell about a dossier, and how to name it. */
export interface Submitter {
  readonly accountId: Id<'account'>;
  readonly code: string;
  readonly procedureName: string;
}

/** The account that submitted a dossier and how to name the dossier; undefined for a walk-in. */
export async function submitterOf(
  deps: DossierDeps,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<Submitter | undefined> {
  const dossier = await findDossier(deps.db, jurisdiction, dossierId);
  if (!dossier || dossier.submitter_account_id === null) return undefined;
  return {
    accountId: dossier.submitter_account_id,
    code: dossier.code,
    procedureName: dossier.procedure_name,
  };
}
