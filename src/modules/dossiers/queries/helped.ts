import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import { many } from '../../../platform/database.ts';
import { recordRead } from '../../../platform/journal.ts';
import type { HelpedDossier, HelpedDraft } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { requireDrafter } from '../store/drafter.ts';

/** What was handed in by helpers: by the caller for others, or by others for the caller; the newest hundred. */
export async function listHelped(deps: DossierDeps, ctx: QueryContext): Promise<readonly HelpedDossier[]> {
  const drafter = requireDrafter(ctx);
  if (!drafter.ok) return [];
  const accounts = [...drafter.value.accountIds];
  const rows = await many(
    deps.db,
    sql<{
      dossier_id: string;
      consent_id: string;
      code: string;
      procedure_name: string;
      submitted_at: Date;
      is_own: boolean;
    }>`
      select dossier_id, consent_id, code, procedure_name, submitted_at,
        coalesce(submitter_account_id = any(${accounts}::uuid[]), false) as is_own
      from dossiers.dossier
      where jurisdiction = ${ctx.jurisdiction} and consent_id is not null
        and (helper_account_id = any(${accounts}::uuid[]) or submitter_account_id = any(${accounts}::uuid[]))
      order by submitted_at desc, dossier_id desc
      limit 100`,
  );
  const subjectIds = rows.map((row) => row.dossier_id);
  await recordRead(deps.db, ctx, deps.newId, { query: 'dossiers.helped', subjectIds });
  return rows.map((row) => ({
    dossierId: row.dossier_id,
    consentId: row.consent_id,
    code: row.code,
    procedureName: row.procedure_name,
    submittedAt: row.submitted_at.toISOString(),
    isOwn: row.is_own,
  }));
}

/** Drafts the caller is filling in under consents, last saved first. */
export async function listHelpedDrafts(
  deps: DossierDeps,
  ctx: QueryContext,
): Promise<readonly HelpedDraft[]> {
  const drafter = requireDrafter(ctx);
  if (!drafter.ok) return [];
  const rows = await many(
    deps.db,
    sql<{ draft_id: string; consent_id: string; procedure_name: string; saved_at: Date }>`
      select draft_id, consent_id, procedure_name, saved_at from dossiers.draft
      where jurisdiction = ${ctx.jurisdiction} and account_id = any(${[...drafter.value.accountIds]}::uuid[])
        and consent_id is not null and dossier_id is null
      order by saved_at desc, draft_id
      limit 100`,
  );
  return rows.map((row) => ({
    draftId: row.draft_id,
    consentId: row.consent_id,
    procedureName: row.procedure_name,
    savedAt: row.saved_at.toISOString(),
  }));
}
