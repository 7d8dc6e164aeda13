import type { QueryContext } from '../../../kernel/context.ts';
import { type Id, isUuid } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Database } from '../../../platform/database.ts';
import { can, type Identity } from '../../identity/public.ts';
import { tableToBpmn } from '../core/bpmn/table-to-bpmn.ts';
import { checkWhole } from '../core/editing/check-diagram.ts';
import { checkDraft, type Finding } from '../core/editing/check-draft.ts';
import type { DraftBasis } from '../core/editing/draft-basis.ts';
import type { DraftContent } from '../core/editing/draft-content.ts';
import { stepsOfRows } from '../core/editing/steps-of-rows.ts';
import { compile } from '../core/flow/compile.ts';
import type { Step } from '../core/flow/step.ts';
import { callsOn, flowsOf } from '../store/called-flows.ts';
import { draftBasis, type LegalLimitOf } from '../store/draft-basis.ts';
import { findDraft, openDrafts, type StoredDraft } from '../store/drafts.ts';
import { findVersion } from '../store/processes.ts';

export interface DraftQueryDeps {
  readonly db: Database;
  readonly identity: Pick<Identity, 'describeAccounts'>;
  readonly legalLimitOf?: LegalLimitOf;
}

/** A draft as its page shows it. */
export interface DraftView {
  readonly draftId: Id<'processDraft'>;
  readonly process: string;
  readonly baseVersionId?: Id<'processVersion'>;
  readonly content: DraftContent;
  readonly bpmn?: string;
  readonly state: StoredDraft['state'];
  readonly version: number;
  readonly savedAt: Date;
  readonly savedBy: string;
  readonly findings: readonly Finding[];
  /** What it is held against. */
  readonly basis: DraftBasis;
  /** The version it became. */
  readonly publishedVersionId?: Id<'processVersion'>;
}

/** A draft as the list shows it. */
export interface DraftBrief {
  readonly draftId: Id<'processDraft'>;
  readonly process: string;
  readonly name: string;
  readonly procedures: readonly string[];
  readonly rows: number;
  readonly errors: number;
  readonly savedAt: Date;
  readonly savedBy: string;
}

/** One draft with what is wrong in it. Refuses `process.not-allowed` and `process.draft-not-found`. */
export async function getDraft(
  deps: DraftQueryDeps,
  ctx: QueryContext,
  draftId: string,
): Promise<Result<DraftView>> {
  if (!can(ctx.actor, 'process.edit')) return refuse('forbidden', 'process.not-allowed');
  const draft = isUuid(draftId) ? await findDraft(deps.db, draftId) : undefined;
  if (draft === undefined) return refuse('not-found', 'process.draft-not-found');
  const names = await namesOf(deps, ctx, [draft]);
  const today = plainDateOf(ctx.now);
  const basis = await draftBasis(deps.db, deps, draft, today);
  const calls = draft.bpmn === null ? [] : await callsOn(deps.db, draft.bpmn, today);
  return ok({
    draftId: draft.draft_id,
    process: draft.process,
    ...(draft.base_version_id === null ? {} : { baseVersionId: draft.base_version_id }),
    content: draft.content,
    ...(draft.bpmn === null ? {} : { bpmn: draft.bpmn }),
    state: draft.state,
    version: draft.version,
    savedAt: draft.saved_at,
    savedBy: names(draft),
    findings: await checkWhole(draft.content, draft.bpmn, basis, flowsOf(calls)),
    basis,
    ...(draft.published_version_id === null ? {} : { publishedVersionId: draft.published_version_id }),
  });
}

/** The drafts being written, the last saved first. Nobody else's business: empty without the permission. */
export async function listDrafts(deps: DraftQueryDeps, ctx: QueryContext): Promise<readonly DraftBrief[]> {
  if (!can(ctx.actor, 'process.edit')) return [];
  const drafts = await openDrafts(deps.db);
  const names = await namesOf(deps, ctx, drafts);
  return drafts.map((draft) => ({
    draftId: draft.draft_id,
    process: draft.process,
    name: draft.content.name,
    procedures: draft.content.procedures,
    rows: draft.content.rows.length,
    errors: checkDraft(draft.content, { byDiagram: draft.bpmn !== null }).filter(
      ({ severity }) => severity === 'error',
    ).length,
    savedAt: draft.saved_at,
    savedBy: names(draft),
  }));
}

async function namesOf({ db, identity }: DraftQueryDeps, ctx: QueryContext, drafts: readonly StoredDraft[]) {
  const on = plainDateOf(ctx.now);
  const people = await identity.describeAccounts(
    db,
    drafts.map(({ saved_by }) => saved_by),
    on,
  );
  return ({ saved_by }: StoredDraft) => people.get(saved_by)?.name ?? '';
}

/** The drawing of a draft: the diagram it was refined in, else one made of its table. Refused while the table cannot run. */
export async function drawDraft(
  deps: DraftQueryDeps,
  ctx: QueryContext,
  draftId: string,
): Promise<Result<string>> {
  if (!can(ctx.actor, 'process.edit')) return refuse('forbidden', 'process.not-allowed');
  const draft = isUuid(draftId) ? await findDraft(deps.db, draftId) : undefined;
  if (draft === undefined) return refuse('not-found', 'process.draft-not-found');
  return drawn(draft.process, draft.content.name, stepsOfRows(draft.content.rows).steps, draft.bpmn);
}

/** The drawing of a published version. */
export async function drawVersion(
  deps: DraftQueryDeps,
  ctx: QueryContext,
  versionId: string,
): Promise<Result<string>> {
  if (!can(ctx.actor, 'process.edit')) return refuse('forbidden', 'process.not-allowed');
  const version = isUuid(versionId)
    ? await findVersion(deps.db, versionId as Id<'processVersion'>)
    : undefined;
  if (version === undefined) return refuse('not-found', 'process.not-found');
  return drawn(version.process, version.name, version.steps, version.bpmn);
}

async function drawn(
  code: string,
  name: string,
  steps: readonly Step[],
  bpmn: string | null,
): Promise<Result<string>> {
  if (bpmn !== null) return ok(bpmn);
  const runs = compile({ steps });
  return runs.ok ? ok(await tableToBpmn({ steps }, { code, name })) : runs;
}
