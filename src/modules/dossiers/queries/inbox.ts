import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { OfficerActor, Role } from '../../../kernel/actor.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Page } from '../../../kernel/page.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { cursorInstant, readCursor, writeCursor } from '../../../platform/cursor.ts';
import { many } from '../../../platform/database.ts';
import { recordRead } from '../../../platform/journal.ts';
import { officeMinutesBetween } from '../../process/public.ts';
import type { InboxRow, Queue, StepKind } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { unitLabel } from './unit-label.ts';

const pageSize = 50;
/** Open tasks are counted up to here; beyond, a number helps nobody. */
const mostCounted = 1000;
const cursorShape = z.tuple([cursorInstant, z.uuid()]);

/** The kind of step that waits in each queue. */
const kindOf: Readonly<Record<Queue, StepKind>> = {
  'cho-tiep-nhan': 'intake',
  'dang-thu-ly': 'work',
  'cho-ky': 'sign',
  'cho-phat-hanh': 'issue',
  'cho-tra-ket-qua': 'return',
};

interface Row {
  readonly task_id: string;
  readonly dossier_id: string;
  readonly code: string;
  readonly procedure_code: string;
  readonly procedure_name: string;
  readonly owner_name: string;
  readonly step_name: string;
  readonly kind: StepKind;
  readonly unit_id: Id<'unit'>;
  readonly opened_at: Date;
  readonly due_at: Date;
  readonly promised_at: Date | null;
  readonly taken_up_by: Id<'account'> | null;
  readonly sort_key: string;
}

/** One page of a queue, earliest due first, within the units and roles the officer holds. */
export async function inbox(
  deps: DossierDeps,
  ctx: QueryContext,
  queue: Queue,
  cursor: string | undefined,
): Promise<Result<Page<InboxRow>>> {
  if (ctx.actor.kind !== 'officer') return refuse('forbidden', 'dossiers.not-allowed');
  const after = readCursor(cursorShape, cursor);
  if (!after.ok) return after;
  const rows = await many(deps.db, inboxPage(ctx, ctx.actor, queue, after.value));
  const items = rows.slice(0, pageSize);
  const last = items.at(-1);
  const takers = await namesOf(deps, ctx, items);
  const subjectIds = items.map((row) => row.dossier_id);
  await recordRead(deps.db, ctx, deps.newId, { query: `dossiers.inbox.${queue}`, subjectIds });
  return ok({
    items: items.map((row) => rowOf(deps, ctx, row, takers)),
    ...(rows.length > pageSize && last && { next: writeCursor([last.sort_key, last.task_id]) }),
  });
}

/**
 * The statement of one page. Each unit and role of the officer is one walk of the inbox index, one page long at most, and
 * the walks are merged: no plan sorts all matches. Exported for the test that reads its plan.
 */
export function inboxPage(
  ctx: QueryContext,
  officer: OfficerActor,
  queue: Queue,
  after: readonly [string, string] | undefined,
): RawBuilder<Row> {
  const beyond = after
    ? sql`and (t.due_at, t.task_id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql``;
  return sql<Row>`
    select t.task_id, t.dossier_id, t.code, t.procedure_code, t.procedure_name, t.owner_name, t.step_name, t.kind,
      t.unit_id, t.opened_at, t.due_at, t.promised_at, t.taken_up_by, t.due_at::text as sort_key
    from jsonb_to_recordset(${reachOf(officer)}::jsonb) as reach("unitId" uuid, role text)
    cross join lateral (
      select t.task_id, t.dossier_id, t.code, t.procedure_code, t.procedure_name, t.owner_name, t.step_name, t.kind,
        t.unit_id, t.opened_at, t.due_at, t.promised_at, t.taken_up_by
      from dossiers.task t
      where t.jurisdiction = ${ctx.jurisdiction} and t.unit_id = reach."unitId" and t.role = reach.role
        and t.kind = ${kindOf[queue]} and t.closed_at is null ${beyond}
      order by t.due_at, t.task_id
      limit ${pageSize + 1}
    ) t
    order by t.due_at, t.task_id
    limit ${pageSize + 1}
  `;
}

/** Open tasks per queue within the officer's units and roles, each counted up to 1,000. */
export async function queueCounts(
  deps: DossierDeps,
  ctx: QueryContext,
): Promise<Readonly<Record<Queue, number>>> {
  const rows =
    ctx.actor.kind !== 'officer'
      ? []
      : await many(
          deps.db,
          sql<{ kind: StepKind; open: number }>`
            select kinds.kind, least(sum(counted.open), ${mostCounted}::int)::int as open
            from jsonb_to_recordset(${reachOf(ctx.actor)}::jsonb) as reach("unitId" uuid, role text)
            cross join unnest(${Object.values(kindOf)}::text[]) as kinds(kind)
            cross join lateral (
              select count(*) as open from (
                select from dossiers.task t
                where t.jurisdiction = ${ctx.jurisdiction} and t.unit_id = reach."unitId" and t.role = reach.role
                  and t.kind = kinds.kind and t.closed_at is null
                limit ${mostCounted}
              ) waiting
            ) counted
            group by kinds.kind
          `,
        );
  const open = (queue: Queue) => rows.find((row) => row.kind === kindOf[queue])?.open ?? 0;
  return {
    'cho-tiep-nhan': open('cho-tiep-nhan'),
    'dang-thu-ly': open('dang-thu-ly'),
    'cho-ky': open('cho-ky'),
    'cho-phat-hanh': open('cho-phat-hanh'),
    'cho-tra-ket-qua': open('cho-tra-ket-qua'),
  };
}

/** Units and roles the officer holds, predecessors of a reorganised unit included, each once, as JSON. */
function reachOf(officer: OfficerActor): string {
  const reach = new Map<string, { readonly unitId: Id<'unit'>; readonly role: Role }>();
  for (const { role, unitScope } of officer.posts) {
    for (const unitId of unitScope) reach.set(`${unitId} ${role}`, { unitId, role });
  }
  return JSON.stringify([...reach.values()]);
}

async function namesOf(
  deps: DossierDeps,
  ctx: QueryContext,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, string>> {
  const accounts = new Set(rows.flatMap((row) => (row.taken_up_by === null ? [] : [row.taken_up_by])));
  const people = await deps.identity.describeAccounts(deps.db, [...accounts], plainDateOf(ctx.now));
  return new Map([...people].map(([account, person]) => [account, person.name]));
}

function rowOf(
  deps: DossierDeps,
  ctx: QueryContext,
  row: Row,
  takers: ReadonlyMap<string, string>,
): InboxRow {
  const takenUpBy = row.taken_up_by === null ? undefined : takers.get(row.taken_up_by);
  return {
    taskId: row.task_id,
    dossierId: row.dossier_id,
    code: row.code,
    procedureCode: row.procedure_code,
    procedureName: row.procedure_name,
    ownerName: row.owner_name,
    stepName: row.step_name,
    kind: row.kind,
    unit: unitLabel(deps, ctx, row.unit_id),
    openedAt: row.opened_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    ...(row.promised_at && { promisedAt: row.promised_at.toISOString() }),
    // A result that waits for its people is never late (practice 7).
    overdue: row.kind !== 'return' && row.due_at < ctx.now,
    leftMinutes: officeMinutesBetween(
      deps.process.calendarOf(row.unit_id, plainDateOf(ctx.now)),
      ctx.now,
      row.due_at,
    ),
    ...(takenUpBy !== undefined && { takenUpBy }),
    takenUpByMe: ctx.actor.kind === 'officer' && row.taken_up_by === ctx.actor.accountId,
  };
}
