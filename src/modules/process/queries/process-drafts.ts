import type { QueryContext } from '../../../kernel/context.ts';
import { type Id, isUuid } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Database } from '../../../platform/database.ts';
import { can, type Identity } from '../../identity/public.ts';
import { checkDraft, type Finding } from '../core/editing/check-draft.ts';
import type { DraftContent } from '../core/editing/draft-content.ts';
import { findDraft, openDrafts, type StoredDraft } from '../store/drafts.ts';

export interface DraftQueryDeps {
  readonly db: Database;
  readonly identity: Pick<Identity, 'describeAccounts'>;
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
    findings: checkDraft(draft.content),
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
    errors: checkDraft(draft.content).filter(({ severity }) => severity === 'error').length,
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
