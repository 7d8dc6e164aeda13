import { createHash } from 'node:crypto';
import type { QueryContext } from '../../../kernel/context.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Connection } from '../../../platform/database.ts';
import { formatDateTime } from '../../../texts/format.ts';
import type { BulkEdit } from '../core/bulk/bulk-edit.ts';
import type { BulkRefusal } from '../core/bulk/bulk-preview.ts';
import { editText } from '../core/bulk/edit-text.ts';
import { canonicalJson } from '../core/differing-parts.ts';
import { type ProcedureText, textOf } from '../core/procedure-text.ts';
import type { ProcedureVersion } from '../core/procedure-version.ts';
import type { CatalogueDeps } from './catalogue-deps.ts';
import { type DecisionRow, findDecision, linesOf } from './decisions.ts';
import { type DraftRow, findOpenDrafts } from './drafts.ts';
import { type Sign, signerFor } from './names.ts';
import { loadNewestOf } from './newest-versions.ts';

export interface BulkAsked {
  readonly codes: readonly string[];
  readonly edit: BulkEdit;
  readonly decisionId: string;
}

/** The text a procedure has now, and after the edit. */
export interface PlannedEdit {
  readonly baseVersionId: string;
  readonly before: ProcedureText;
  readonly after: ProcedureText;
}

export interface BulkPlan {
  readonly decision: DecisionRow;
  readonly edits: readonly PlannedEdit[];
  readonly refused: readonly BulkRefusal[];
  readonly preview: string;
}

/**
 * What an edit does to each of these procedures: its newest text is edited, never one that is already being written,
 * has ended or is settled otherwise by the same decision.
 */
export async function planBulkEdit(
  deps: Pick<CatalogueDeps, 'identity'>,
  db: Connection,
  ctx: QueryContext,
  { codes, edit, decisionId }: BulkAsked,
): Promise<Result<BulkPlan>> {
  const decision = await findDecision(db, ctx.jurisdiction, decisionId);
  if (!decision) return refuse('not-found', 'catalogue.decision-not-found');
  if (decision.carried_out_at !== null)
    return refuse('conflict', 'catalogue.decision-carried-out', { params: { number: decision.number } });
  const drafts = await findOpenDrafts(db, ctx.jurisdiction, codes);
  const lines = await linesOf(db, ctx.jurisdiction, decisionId);
  const versions = await loadNewestOf(db, ctx.jurisdiction, codes);
  const known: Known = {
    drafts: new Map(drafts.map((draft) => [draft.code, draft])),
    settled: new Set(lines.map(({ code }) => code)),
    sign: await signerFor(
      deps,
      db,
      ctx.now,
      drafts.map((draft) => draft.changed_by),
    ),
    today: plainDateOf(ctx.now),
    number: decision.number,
  };
  const edits: PlannedEdit[] = [];
  const refused: BulkRefusal[] = [];
  for (const code of codes) {
    const outcome = planOne(code, versions.get(code), edit, known);
    if ('after' in outcome) edits.push(outcome);
    else refused.push(outcome);
  }
  return ok({ decision, edits, refused, preview: fingerprint({ edit, decisionId, edits, refused }) });
}

interface Known {
  readonly drafts: ReadonlyMap<string, DraftRow>;
  readonly settled: ReadonlySet<string>;
  readonly sign: Sign;
  readonly today: PlainDate;
  readonly number: string;
}

function planOne(
  code: string,
  version: ProcedureVersion | undefined,
  edit: BulkEdit,
  { drafts, settled, sign, today, number }: Known,
): PlannedEdit | BulkRefusal {
  const named = { code, name: version?.name ?? code };
  if (!version) return { ...named, type: 'catalogue.procedure-not-found', params: { code } };
  const draft = drafts.get(code);
  if (draft) {
    const { by = '' } = sign(draft.changed_at, draft.changed_by);
    const params = { code, who: by, at: formatDateTime(draft.changed_at) };
    return { ...named, type: 'catalogue.draft-exists', params, draftId: draft.draft_id };
  }
  if (settled.has(code)) return { ...named, type: 'catalogue.bulk-on-decision', params: { number } };
  if (version.validTo !== undefined && version.validTo <= today)
    return { ...named, type: 'catalogue.bulk-ended', params: {} };
  const before = textOf(version);
  const edited = editText(before, edit);
  if ('not' in edited) return { ...named, type: edited.not, params: {} };
  return { baseVersionId: version.id, before, after: edited.text };
}

function fingerprint(plan: unknown): string {
  return createHash('sha256').update(canonicalJson(plan)).digest('base64url');
}
