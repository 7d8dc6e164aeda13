import { sql } from 'kysely';
import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/page.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { readCursor, writeCursor } from '../../../platform/cursor.ts';
import { many } from '../../../platform/database.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { can } from '../../identity/public.ts';
import { decisionKind, effectOfInput } from '../core/decisions/decision-inputs.ts';
import type {
  DecisionEffect,
  DecisionLineView,
  DecisionSummary,
  DecisionView,
} from '../core/decisions/decision-views.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { type DecisionRow, decisionColumns, findDecision } from '../store/decisions.ts';
import { listLinesOf } from '../store/lists.ts';
import { signerFor } from '../store/names.ts';
import { planDecision } from '../store/plan-decision.ts';

export const listDecisionsInput = z.object({
  kind: decisionKind.optional(),
  /** Only those not carried out yet. */
  open: z.boolean().default(false),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Decisions, latest first. */
export async function listDecisions(
  deps: CatalogueDeps,
  ctx: QueryContext,
  input: unknown,
): Promise<Result<Page<DecisionSummary>>> {
  if (!can(ctx.actor, 'catalogue.edit')) return refuse('forbidden', 'catalogue.not-allowed');
  const asked = parseInput(listDecisionsInput, input);
  if (!asked.ok) return asked;
  const cursor = readCursor(z.tuple([z.iso.date(), z.uuid()]), asked.value.after);
  if (!cursor.ok) return cursor;
  const { kind, open, limit } = asked.value;
  const behind = cursor.value
    ? sql`and (d.decided_on, d.decision_id) < (${cursor.value[0]}::date, ${cursor.value[1]}::uuid)`
    : sql``;
  const rows = await many(
    deps.db,
    sql<DecisionRow & { readonly lines: number }>`
      select ${decisionColumns}, (
          select count(*) from catalogue.decision_line l
          where l.jurisdiction = d.jurisdiction and l.decision_id = d.decision_id
        ) as lines
      from catalogue.decision d
      where d.jurisdiction = ${ctx.jurisdiction} and (${kind ?? null}::text is null or d.kind = ${kind ?? null})
        and (not ${open} or d.carried_out_at is null) ${behind}
      order by d.decided_on desc, d.decision_id desc limit ${limit + 1}
    `,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return ok({
    items: page.map((row) => ({ ...summaryOf(row), lines: row.lines })),
    ...(rows.length > limit && last ? { next: writeCursor([last.decided_on, last.decision_id]) } : {}),
  });
}

/** One decision with its lines. */
export async function getDecision(
  deps: CatalogueDeps,
  ctx: QueryContext,
  decisionId: string,
): Promise<Result<DecisionView>> {
  if (!can(ctx.actor, 'catalogue.edit')) return refuse('forbidden', 'catalogue.not-allowed');
  const row = z.uuid().safeParse(decisionId).success
    ? await findDecision(deps.db, ctx.jurisdiction, decisionId)
    : undefined;
  if (!row) return refuse('not-found', 'catalogue.decision-not-found');
  const sign = await signerFor(deps, deps.db, ctx.now, [row.recorded_by, row.carried_out_by, row.undone_by]);
  return ok({
    ...summaryOf(row),
    ...(row.signer === null ? {} : { signer: row.signer }),
    ...(row.file_id === null ? {} : { fileId: row.file_id }),
    ...(row.effective_on === null ? {} : { effectiveOn: row.effective_on }),
    ...(row.announced_on === null ? {} : { announcedOn: row.announced_on }),
    ...(row.published_on === null ? {} : { publishedOn: row.published_on }),
    ...(row.posted_on === null ? {} : { postedOn: row.posted_on }),
    recorded: sign(row.recorded_at, row.recorded_by),
    ...(row.carried_out_at === null ? {} : { carriedOut: sign(row.carried_out_at, row.carried_out_by) }),
    canUndo: row.in_force_from !== null && row.in_force_from > plainDateOf(ctx.now),
    ...(row.undone_at === null || row.undo_reason === null
      ? {}
      : { undone: { ...sign(row.undone_at, row.undone_by), reason: row.undo_reason } }),
    lines: await lineViews(deps, ctx, decisionId),
    lists: (await listLinesOf(deps.db, ctx.jurisdiction, decisionId, plainDateOf(ctx.now))).map(
      ({ list, code, name, change, facts }) => ({
        list,
        code,
        ...(name === null ? {} : { name }),
        change,
        ...(change === 'add' ? { facts } : {}),
      }),
    ),
  });
}

/** Everything the decision would change from the day, and what stands in its way. */
export async function effectOf(
  deps: CatalogueDeps,
  ctx: QueryContext,
  input: unknown,
): Promise<Result<DecisionEffect>> {
  if (!can(ctx.actor, 'catalogue.edit')) return refuse('forbidden', 'catalogue.not-allowed');
  const asked = parseInput(effectOfInput, input);
  if (!asked.ok) return asked;
  const decision = await findDecision(deps.db, ctx.jurisdiction, asked.value.decisionId);
  if (!decision) return refuse('not-found', 'catalogue.decision-not-found');
  if (asked.value.from < plainDateOf(ctx.now)) return refuse('invalid', 'catalogue.from-in-the-past');
  const planned = await planDecision(
    deps,
    deps.db,
    ctx.jurisdiction,
    decision,
    asked.value.from as PlainDate,
  );
  return ok(planned.effect);
}

interface LineViewRow {
  readonly code: string;
  readonly change: DecisionLineView['change'];
  readonly name: string | null;
  readonly draft_id: string | null;
  readonly draft_state: string | null;
  readonly version_id: string | null;
  readonly replaced_by: string | null;
}

async function lineViews(
  deps: CatalogueDeps,
  ctx: QueryContext,
  decisionId: string,
): Promise<readonly DecisionLineView[]> {
  const rows = await many(
    deps.db,
    sql<LineViewRow>`
      select l.code, l.change, coalesce(nullif(d.document ->> 'name', ''), v.name) as name, l.draft_id,
        d.state as draft_state, d.version_id, l.replaced_by
      from catalogue.decision_line l
      left join catalogue.draft d on d.jurisdiction = l.jurisdiction and d.draft_id = l.draft_id
      left join lateral (
        select p.name from catalogue.procedure_version p
        where p.jurisdiction = l.jurisdiction and p.code = l.code order by p.number desc limit 1
      ) v on true
      where l.jurisdiction = ${ctx.jurisdiction} and l.decision_id = ${decisionId}
      order by l.code
    `,
  );
  return rows.map((row) => ({
    code: row.code,
    change: row.change,
    ...(row.name === null ? {} : { name: row.name }),
    ...(row.draft_id === null ? {} : { draftId: row.draft_id }),
    ...(row.draft_state === null ? {} : { draftState: row.draft_state }),
    ...(row.version_id === null ? {} : { versionId: row.version_id }),
    ...(row.replaced_by === null ? {} : { replacedBy: row.replaced_by }),
  }));
}

function summaryOf(row: DecisionRow): Omit<DecisionSummary, 'lines'> {
  return {
    decisionId: row.decision_id,
    kind: row.kind,
    number: row.number,
    decidedOn: row.decided_on,
    agency: row.agency,
    ...(row.title === null ? {} : { title: row.title }),
    version: row.version,
    ...(row.in_force_from === null ? {} : { inForceFrom: row.in_force_from }),
  };
}
