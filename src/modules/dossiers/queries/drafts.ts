import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import { isUuid } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { many } from '../../../platform/database.ts';
import { recordRead } from '../../../platform/journal.ts';
import { type ProcedureVersion, postOffer } from '../../catalogue/public.ts';
import { ownAccounts } from '../../identity/public.ts';
import type { DraftOffers, DraftSummary, DraftView, SuccessorLabel } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { requireDrafter } from '../store/drafter.ts';
import { type DraftRow, draftFiles, findDraft } from '../store/drafts.ts';
import { offeredGroup } from '../store/parts.ts';
import { openRepresented } from '../store/represented.ts';
import { openAnswers } from '../store/sealed-answers.ts';
import { successorLabels, unitLabel } from './unit-label.ts';

/** The caller's own draft with its answers opened; refuses `dossiers.draft-not-found` for anybody else's. */
export async function getDraft(
  deps: DossierDeps,
  ctx: QueryContext,
  draftId: string,
): Promise<Result<DraftView>> {
  const drafter = requireDrafter(ctx);
  if (!drafter.ok) return drafter;
  const draft =
    isUuid(draftId) && (await findDraft(deps.db, ctx.jurisdiction, drafter.value.accountIds, draftId));
  if (!draft) return refuse('not-found', 'dossiers.draft-not-found');
  const helped =
    draft.consent_id === null
      ? undefined
      : await deps.identity.citizens.actUnderConsent(deps.db, ctx, draft.consent_id, false);
  if (helped && !helped.ok) return helped;
  if (helped) {
    const subjectIds = [helped.value.profile.personId];
    await recordRead(deps.db, ctx, deps.newId, { query: 'dossiers.helped-draft', subjectIds });
  }
  const form = await deps.forms.getFormVersion(deps.db, ctx.jurisdiction, draft.form_version_id);
  if (!form.ok) return form;
  const files = await draftFiles(deps.db, ctx.jurisdiction, draftId);
  const today = await versionToday(deps, ctx, draft);
  const represented = openRepresented(deps.seal, draft.represented);
  return ok({
    draftId: draft.draft_id,
    version: draft.version,
    procedureCode: draft.procedure_code,
    procedureName: draft.procedure_name,
    procedureVersionId: draft.procedure_version_id,
    formVersionId: draft.form_version_id,
    caseKey: draft.case_key,
    caseAnswers: draft.case_answers,
    competentUnit: unitLabel(deps, ctx, draft.competent_unit_id),
    answers: openAnswers(deps.seal, form.value.definition, draft.answers),
    contact: draft.contact,
    choices: draft.choices,
    offers: await offersOf(deps, ctx, today),
    ...(represented && { represented }),
    ...(helped && { helps: helped.value.profile.name }),
    files: files.map((file) => ({ fileId: file.file_id, componentKey: file.component_key })),
    savedAt: draft.saved_at.toISOString(),
    outdated: await isOutdated(deps, ctx, draft, today),
    successors: successorsOf(deps, ctx, draft),
    ...(draft.dossier_id && { dossierId: draft.dossier_id }),
  });
}

/** The text in force today with what the lists make of it; undefined where none is. */
async function versionToday(
  deps: DossierDeps,
  ctx: QueryContext,
  draft: DraftRow,
): Promise<ProcedureVersion | undefined> {
  const { getVersionInForce } = deps.catalogue;
  const today = plainDateOf(ctx.now);
  const version = await getVersionInForce(deps.db, ctx.jurisdiction, draft.procedure_code, today);
  return version.ok ? version.value : undefined;
}

async function offersOf(
  deps: DossierDeps,
  ctx: QueryContext,
  version: ProcedureVersion | undefined,
): Promise<DraftOffers> {
  if (!version) return {};
  const post = postOffer(version);
  const group = await offeredGroup(deps.db, ctx, deps, version);
  return { ...(post && { post }), ...(group && { group }) };
}

/** Who came after the agency, where several did. */
function successorsOf(deps: DossierDeps, ctx: QueryContext, draft: DraftRow): readonly SuccessorLabel[] {
  const heirs = successorLabels(deps, ctx, draft.competent_unit_id);
  return heirs.length < 2 ? [] : heirs;
}

/** Whether the law, or the agency, has moved on under the draft. */
async function isOutdated(
  deps: DossierDeps,
  ctx: QueryContext,
  draft: DraftRow,
  version: ProcedureVersion | undefined,
): Promise<boolean> {
  const today = plainDateOf(ctx.now);
  const code = draft.procedure_code;
  if (!deps.identity.units.unitOn(draft.competent_unit_id, today)) return true;
  const form = await deps.forms.getFormInForce(deps.db, ctx.jurisdiction, code, today);
  if (!version || !form.ok) return true;
  return version.id !== draft.procedure_version_id || form.value.id !== draft.form_version_id;
}

/** The caller's open drafts, last saved first; the newest hundred. */
export async function listDrafts(deps: DossierDeps, ctx: QueryContext): Promise<readonly DraftSummary[]> {
  if (ctx.actor.kind !== 'citizen') return [];
  const rows = await many(
    deps.db,
    sql<{ draft_id: string; procedure_code: string; procedure_name: string; saved_at: Date }>`
      select draft_id, procedure_code, procedure_name, saved_at from dossiers.draft
      where jurisdiction = ${ctx.jurisdiction} and account_id = any(${[...ownAccounts(ctx.actor)]}::uuid[]) and consent_id is null and dossier_id is null
      order by saved_at desc, draft_id
      limit 100
    `,
  );
  return rows.map((row) => ({
    draftId: row.draft_id,
    procedureCode: row.procedure_code,
    procedureName: row.procedure_name,
    savedAt: row.saved_at.toISOString(),
  }));
}
