import { sql } from 'kysely';
import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { cursorInstant, readCursor, writeCursor } from '../../../platform/cursor.ts';
import { many } from '../../../platform/database.ts';
import { recordRead } from '../../../platform/journal.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { can } from '../../identity/public.ts';
import type { PostalDesk, PostalRow } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { type PostalItemRow, postalFacts } from '../store/postal-items.ts';
import { latestPostalLists } from '../store/postal-lists.ts';
import { unitLabel } from './unit-label.ts';

const pageSize = 50;
const latest = 20;
const cursorShape = z.tuple([cursorInstant, z.uuid()]);
const deskInput = z.strictObject({
  unitId: z.uuid().optional(),
  afterOut: z.string().max(400).optional(),
  afterIn: z.string().max(400).optional(),
});

type Row = Omit<PostalItemRow, 'unit_id' | 'direction'> & {
  readonly dossier_id: string;
  readonly code: string;
  readonly procedure_name: string;
  readonly owner_name: string;
  readonly task_id: string | null;
  readonly sort_key: string;
};

/**
 * The post's desk of one counter: results that wait for it (their step is open and their people chose so), papers that
 * were announced, the latest lists. Refuses `dossiers.not-allowed` for whoever hands nothing over.
 */
export async function postalDesk(
  deps: DossierDeps,
  ctx: QueryContext,
  input: unknown,
): Promise<Result<PostalDesk>> {
  const parsed = parseInput(deskInput, input);
  if (!parsed.ok) return parsed;
  const today = plainDateOf(ctx.now);
  const counters = deps.identity.units
    .unitsOn(today, { kind: 'oneStop' })
    .filter((unit) => can(ctx.actor, 'dossiers.return', [unit.id]));
  const unit = counters.find(({ id }) => id === parsed.value.unitId) ?? counters[0];
  if (ctx.actor.kind !== 'officer' || !unit) return refuse('forbidden', 'dossiers.not-allowed');
  const afterOut = readCursor(cursorShape, parsed.value.afterOut);
  if (!afterOut.ok) return afterOut;
  const afterIn = readCursor(cursorShape, parsed.value.afterIn);
  if (!afterIn.ok) return afterIn;
  const scope = deps.identity.units.scopeOf(unit.id, today);
  const out = page(await outRows(deps, ctx, scope, afterOut.value));
  const awaited = page(await inRows(deps, ctx, scope, afterIn.value));
  await recordRead(deps.db, ctx, deps.newId, {
    query: 'dossiers.postal-desk',
    subjectIds: [...out.rows, ...awaited.rows].map((row) => row.dossierId),
  });
  const lists = await latestPostalLists(deps.db, ctx, scope, latest);
  return ok({
    units: counters.map(({ id }) => unitLabel(deps, ctx, id)),
    unit: unitLabel(deps, ctx, unit.id),
    out: out.rows,
    ...(out.next !== undefined && { nextOut: out.next }),
    in: awaited.rows,
    ...(awaited.next !== undefined && { nextIn: awaited.next }),
    lists: lists.map((list) => ({
      listId: list.list_id,
      handedAt: list.handed_at.toISOString(),
      items: list.items,
    })),
  });
}

/** Open steps that hand a result over, of dossiers whose result goes by post: the walk of the counter's own queue. */
function outRows(
  deps: DossierDeps,
  ctx: QueryContext,
  units: readonly Id<'unit'>[],
  after: readonly [string, string] | undefined,
): Promise<readonly Row[]> {
  const beyond = after
    ? sql`and (t.opened_at, t.task_id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql``;
  return many(
    deps.db,
    sql<Row>`
      select t.dossier_id, t.code, t.procedure_name, t.owner_name, t.task_id, t.opened_at::text as sort_key,
        i.recipient, i.phone, i.address, i.source, i.tracking_number, i.moved_at
      from dossiers.task t
      join dossiers.postal_item i on i.jurisdiction = t.jurisdiction and i.dossier_id = t.dossier_id
        and i.direction = 'out' and i.moved_at is null
      where t.jurisdiction = ${ctx.jurisdiction} and t.unit_id = any(${[...units]}::uuid[]) and t.kind = 'return'
        and t.closed_at is null ${beyond}
      order by t.opened_at, t.task_id
      limit ${pageSize + 1}
    `,
  );
}

function inRows(
  deps: DossierDeps,
  ctx: QueryContext,
  units: readonly Id<'unit'>[],
  after: readonly [string, string] | undefined,
): Promise<readonly Row[]> {
  const beyond = after
    ? sql`and (i.chosen_at, i.dossier_id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql``;
  return many(
    deps.db,
    sql<Row>`
      select i.dossier_id, d.code, d.procedure_name, d.owner_name, null::uuid as task_id,
        i.chosen_at::text as sort_key, i.recipient, i.phone, i.address, i.source, i.tracking_number, i.moved_at
      from dossiers.postal_item i
      join dossiers.dossier d on d.jurisdiction = i.jurisdiction and d.dossier_id = i.dossier_id
      where i.jurisdiction = ${ctx.jurisdiction} and i.unit_id = any(${[...units]}::uuid[]) and i.direction = 'in'
        and i.moved_at is null and d.phase in ('submitted', 'accepted', 'inProcess') ${beyond}
      order by i.chosen_at, i.dossier_id
      limit ${pageSize + 1}
    `,
  );
}

function page(rows: readonly Row[]): { readonly rows: readonly PostalRow[]; readonly next?: string } {
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    rows: shown.map(postalRow),
    ...(rows.length > pageSize &&
      last && { next: writeCursor([last.sort_key, last.task_id ?? last.dossier_id]) }),
  };
}

/** A row as the desk and the printed list show it. */
export function postalRow(row: Omit<Row, 'sort_key'>): PostalRow {
  return {
    dossierId: row.dossier_id,
    code: row.code,
    procedureName: row.procedure_name,
    ownerName: row.owner_name,
    ...(row.task_id !== null && { taskId: row.task_id }),
    ...postalFacts(row),
  };
}
