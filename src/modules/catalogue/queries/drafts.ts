import { sql } from 'kysely';
import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/page.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { cursorInstant, readCursor, writeCursor } from '../../../platform/cursor.ts';
import { type Connection, many } from '../../../platform/database.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { can } from '../../identity/public.ts';
import { readDraft } from '../core/drafts/draft-document.ts';
import type { DraftComment, DraftHistoryLine, DraftSummary, DraftView } from '../core/drafts/draft-views.ts';
import { procedureCode } from '../core/procedure-record.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { type ChangeRow, type CommentRow, commentsOf } from '../store/draft-history.ts';
import { type DraftRow, draftColumns, findDraft } from '../store/drafts.ts';
import { type Sign, signerFor } from '../store/names.ts';

export const listDraftsInput = z.object({
  state: z.enum(['draft', 'inReview', 'approved', 'published', 'discarded', 'open']).default('open'),
  code: procedureCode.optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const place = z.tuple([cursorInstant, z.uuid()]);

/** Drafts, latest changed first; `open` are all not yet published or given up. */
export async function listDrafts(
  deps: CatalogueDeps,
  ctx: QueryContext,
  input: unknown,
): Promise<Result<Page<DraftSummary>>> {
  if (!can(ctx.actor, 'catalogue.edit')) return refuse('forbidden', 'catalogue.not-allowed');
  const asked = parseInput(listDraftsInput, input);
  if (!asked.ok) return asked;
  const cursor = readCursor(place, asked.value.after);
  if (!cursor.ok) return cursor;
  const { state, code, limit } = asked.value;
  const states = state === 'open' ? ['draft', 'inReview', 'approved'] : [state];
  const behind = cursor.value
    ? sql`and (d.changed_at, d.draft_id) < (${cursor.value[0]}::timestamptz, ${cursor.value[1]}::uuid)`
    : sql``;
  const rows = await many(
    deps.db,
    sql<DraftRow & { readonly place: string }>`
      select ${draftColumns}, d.changed_at::text as place from catalogue.draft d
      where d.jurisdiction = ${ctx.jurisdiction} and d.state = any (${states}::text[])
        and (${code ?? null}::text is null or d.code = ${code ?? null}) ${behind}
      order by d.changed_at desc, d.draft_id desc limit ${limit + 1}
    `,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const sign = await signerFor(
    deps,
    deps.db,
    ctx.now,
    page.flatMap((row) => [row.created_by, row.changed_by]),
  );
  const decisions = await decisionsOf(deps.db, ctx, page);
  return ok({
    items: page.map((row) => summaryOf(row, sign, decisions)),
    ...(rows.length > limit && last ? { next: writeCursor([last.place, last.draft_id]) } : {}),
  });
}

/** One draft with everything said of it. */
export async function getDraft(
  deps: CatalogueDeps,
  ctx: QueryContext,
  draftId: string,
): Promise<Result<DraftView>> {
  if (!can(ctx.actor, 'catalogue.edit')) return refuse('forbidden', 'catalogue.not-allowed');
  const row = z.uuid().safeParse(draftId).success
    ? await findDraft(deps.db, ctx.jurisdiction, draftId)
    : undefined;
  if (!row) return refuse('not-found', 'catalogue.draft-not-found');
  const comments = await commentsOf(deps.db, ctx.jurisdiction, draftId);
  const accounts = [row.created_by, row.changed_by, row.submitted_by, row.approved_by];
  const sign = await signerFor(deps, deps.db, ctx.now, [
    ...accounts,
    ...comments.map((each) => each.written_by),
  ]);
  const read = readDraft(row.document);
  return ok({
    ...summaryOf(row, sign, await decisionsOf(deps.db, ctx, [row])),
    ...(row.base_version_id === null ? {} : { baseVersionId: row.base_version_id }),
    ...(row.version_id === null ? {} : { versionId: row.version_id }),
    document: row.document,
    ...('text' in read ? { text: read.text, faults: { missing: [], wrong: [] } } : { faults: read }),
    comments: comments.map((comment) => commentOf(comment, sign)),
    ...(row.submitted_at === null ? {} : { submitted: sign(row.submitted_at, row.submitted_by) }),
    ...(row.approved_at === null ? {} : { approved: sign(row.approved_at, row.approved_by) }),
  });
}

export const draftHistoryInput = z.object({
  draftId: z.uuid(),
  /** Only what was changed at this place or below it. */
  pointer: z.string().max(400).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Who changed what and when, latest first. */
export async function draftHistory(
  deps: CatalogueDeps,
  ctx: QueryContext,
  input: unknown,
): Promise<Result<Page<DraftHistoryLine>>> {
  if (!can(ctx.actor, 'catalogue.edit')) return refuse('forbidden', 'catalogue.not-allowed');
  const asked = parseInput(draftHistoryInput, input);
  if (!asked.ok) return asked;
  const { draftId, pointer, limit } = asked.value;
  const cursor = readCursor(z.tuple([z.int().min(1)]), asked.value.after);
  if (!cursor.ok) return cursor;
  const rows = await many(
    deps.db,
    sql<ChangeRow>`
      select c.seq, c.version, c.op, c.pointer, c.before, c.after, c.changed_at, c.changed_by
      from catalogue.draft_change c
      where c.jurisdiction = ${ctx.jurisdiction} and c.draft_id = ${draftId}
        and (${pointer ?? null}::text is null or c.pointer = ${pointer ?? null}
          or starts_with(c.pointer, ${pointer ?? null} || '/'))
        and (${cursor.value?.[0] ?? null}::integer is null or c.seq < ${cursor.value?.[0] ?? null})
      order by c.seq desc limit ${limit + 1}
    `,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const sign = await signerFor(
    deps,
    deps.db,
    ctx.now,
    page.map((row) => row.changed_by),
  );
  return ok({
    items: page.map(({ seq, version, op, pointer: at, before, after, changed_at, changed_by }) => ({
      seq,
      version,
      op,
      pointer: at,
      ...(before === null ? {} : { before }),
      ...(after === null ? {} : { after }),
      changed: sign(changed_at, changed_by),
    })),
    ...(rows.length > limit && last ? { next: writeCursor([last.seq]) } : {}),
  });
}

interface OnDecision {
  readonly draft_id: string;
  readonly decision_id: string;
  readonly number: string;
}

function decisionsOf(
  db: Connection,
  ctx: QueryContext,
  drafts: readonly DraftRow[],
): Promise<readonly OnDecision[]> {
  return many(
    db,
    sql<OnDecision>`
      select l.draft_id, d.decision_id, d.number from catalogue.decision_line l
      join catalogue.decision d on d.jurisdiction = l.jurisdiction and d.decision_id = l.decision_id
      where l.jurisdiction = ${ctx.jurisdiction} and l.draft_id = any (${drafts.map((row) => row.draft_id)}::uuid[])
      order by d.decided_on, d.number
    `,
  );
}

function summaryOf(row: DraftRow, sign: Sign, decisions: readonly OnDecision[]): DraftSummary {
  return {
    draftId: row.draft_id,
    code: row.code,
    name: row.document.name ?? '',
    sector: row.document.sector ?? '',
    state: row.state,
    version: row.version,
    created: sign(row.created_at, row.created_by),
    changed: sign(row.changed_at, row.changed_by),
    decisions: decisions
      .filter((each) => each.draft_id === row.draft_id)
      .map(({ decision_id: decisionId, number }) => ({ decisionId, number })),
  };
}

function commentOf(row: CommentRow, sign: Sign): DraftComment {
  return {
    commentId: row.comment_id,
    kind: row.kind,
    ...(row.pointer === null ? {} : { pointer: row.pointer }),
    text: row.body,
    version: row.version,
    written: sign(row.written_at, row.written_by),
  };
}
