import { type RawBuilder, sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Queue, QueueChoice, StepKind, SubmissionChannel, Waiting } from '../contract.ts';
import { lentRows, reachedByLent } from './lent-places.ts';
import type { QueueBounds } from './queue-bounds.ts';
import type { QueueReach } from './queue-reach.ts';

export interface QueueRow {
  readonly task_id: string;
  readonly dossier_id: string;
  readonly code: string;
  readonly procedure_code: string;
  readonly procedure_name: string;
  readonly owner_name: string;
  readonly step_name: string;
  readonly kind: StepKind;
  readonly unit_id: Id<'unit'>;
  readonly role: Role;
  readonly channel: SubmissionChannel | null;
  readonly opened_at: Date;
  readonly due_at: Date;
  readonly promised_at: Date | null;
  readonly waiting: Waiting | null;
  readonly suspended_at: Date | null;
  readonly warned_at: Date | null;
  readonly escalated_at: Date | null;
  readonly assigned_to: Id<'account'> | null;
  readonly not_by: readonly string[];
  readonly sort_key: string;
}

/** Where the last page ended: the sort key of its last row and its task. */
export type After = readonly [string, string] | undefined;

const columns =
  sql.raw(`t.task_id, t.dossier_id, t.code, t.procedure_code, t.procedure_name, t.owner_name, t.step_name,
  t.step_key, t.kind, t.unit_id, t.role, t.channel, t.opened_at, t.due_at, t.promised_at, t.waiting,
  t.suspended_at, t.warned_at, t.escalated_at, t.assigned_to, t.not_by`);

/**
 * The statement of one page. Each place and each person is one walk of an index in the order of the page, one page long at
 * most, and the walks are merged: no plan sorts all matches. Exported for the test that reads its plan.
 */
export function queuePage(
  ctx: QueryContext,
  queue: Queue,
  reach: QueueReach,
  bounds: QueueBounds,
  choice: QueueChoice,
  after: After,
  limit: number,
): RawBuilder<QueueRow> {
  if (queue === 'tra-hom-nay') return returnPage(ctx, reach, bounds, choice, after, limit);
  const newest = choice.sort === 'newest' && !isTimeQueue(queue);
  const key = sql.raw(newest ? 't.opened_at' : 't.due_at');
  const order = sql.raw(newest ? 't.opened_at desc, t.task_id desc' : 't.due_at, t.task_id');
  const beyond = after
    ? sql`and (${key}, t.task_id) ${sql.raw(newest ? '<' : '>')} (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql``;
  const wanted = sql`t.jurisdiction = ${ctx.jurisdiction} and t.closed_at is null ${narrowed(choice, bounds)} ${beyond}`;
  const walks = (from: RawBuilder<unknown>, where: RawBuilder<unknown>) =>
    sql.join(
      inQueue(queue, bounds).map(
        (rows) => sql`
      select ${columns} from ${from} cross join lateral (
        select ${columns} from dossiers.task t where ${wanted} and ${rows} and ${where} order by ${order} limit ${limit}
      ) t`,
      ),
      sql` union all `,
    );
  return sql<QueueRow>`
    with place as materialized (
      select place."unitId", place.role from jsonb_to_recordset(${JSON.stringify(reach.places)}::jsonb) as place("unitId" uuid, role text)
    ), held as materialized (
      select held.account, held."unitId" from jsonb_to_recordset(${JSON.stringify(reach.held)}::jsonb) as held(account uuid, "unitId" uuid)
    )
    select ${columns}, ${key}::text as sort_key
    from (
      ${walks(sql`place`, sql`t.unit_id = place."unitId" and t.role = place.role`)}
      union all
      ${walks(
        sql`held`,
        sql`t.assigned_to = held.account
        and (held."unitId" is null or t.unit_id = held."unitId")
        and not exists (select from place where place."unitId" = t.unit_id and place.role = t.role offset 0)`,
      )}
      ${reach.lent?.length ? sql`union all ${walks(lentRows(reach.lent), notTwice)}` : sql``}
    ) t
    order by ${order}
    limit ${limit}
  `;
}

/** A task by a lent power, unless it is in the list by its place or as somebody's they stand in for. */
const notTwice = sql`${reachedByLent}
  and not exists (select from place where place."unitId" = t.unit_id and place.role = t.role offset 0)
  and not exists (
    select from held
    where held.account = t.assigned_to and (held."unitId" is null or held."unitId" = t.unit_id) offset 0)`;

/**
 * What a counter has promised for today and not handed over, with the step where each stands now, wherever that is: who
 * returns results must know by the morning which are not ready.
 */
function returnPage(
  ctx: QueryContext,
  reach: QueueReach,
  bounds: QueueBounds,
  choice: QueueChoice,
  after: After,
  limit: number,
): RawBuilder<QueueRow> {
  const beyond = after
    ? sql`and (d.promised_at, d.dossier_id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql``;
  return sql<QueueRow>`
    select ${columns}, d.promised_at::text as sort_key
    from jsonb_to_recordset(${JSON.stringify(countersOf(reach))}::jsonb) as place("unitId" uuid)
    cross join lateral (
      select d.dossier_id, d.promised_at from dossiers.dossier d
      where d.jurisdiction = ${ctx.jurisdiction} and d.return_unit_id = place."unitId"
        and d.phase in ('accepted', 'inProcess', 'completed') and d.promised_at >= ${bounds.dayStart}
        and d.promised_at < ${bounds.dayEnd} ${beyond}
      order by d.promised_at, d.dossier_id limit ${limit}
    ) d
    cross join lateral (
      select ${columns} from dossiers.task t
      where t.jurisdiction = ${ctx.jurisdiction} and t.dossier_id = d.dossier_id and t.closed_at is null
        ${narrowed(choice, bounds)}
      order by t.due_at, t.task_id limit 1
    ) t
    order by d.promised_at, d.dossier_id
    limit ${limit}
  `;
}

/** The counters among the places: only who hands results over has a day of returns. */
export function countersOf(reach: QueueReach) {
  return reach.places.filter(({ role }) => role === 'oneStopOfficer').map(({ unitId }) => ({ unitId }));
}

function isTimeQueue(queue: Queue): boolean {
  return queue === 'sap-den-han' || queue === 'qua-han' || queue === 'can-chi-dao';
}

/** Exactly which rows a queue has; each condition is that of one partial index, none shares a row with another. */
function inQueue(queue: Queue, bounds: QueueBounds): readonly RawBuilder<unknown>[] {
  const running = sql`t.waiting is null and t.suspended_at is null and t.kind not in ('return', 'wait')`;
  switch (queue) {
    case 'qua-han':
      return [sql`${running} and t.due_at < ${bounds.now}`];
    // What its timer has warned about is soon due, however long the step is.
    case 'sap-den-han':
      return [
        sql`${running} and t.due_at >= ${bounds.now} and t.due_at <= ${bounds.soon}`,
        sql`${running} and t.warned_at is not null and t.due_at > ${bounds.soon}`,
      ];
    case 'can-chi-dao':
      return [sql`${running} and t.escalated_at is not null`];
    // The day people were told to come is over.
    case 'cong-dan-chua-den-nhan':
      return [sql`t.queue = 'cho-tra-ket-qua' and t.due_at < ${bounds.dayStart}`];
    case 'cho-tra-ket-qua':
      return [sql`t.queue = 'cho-tra-ket-qua' and t.due_at >= ${bounds.dayStart}`];
    default:
      return [sql`t.queue = ${queue}`];
  }
}

/** The filters, tested along the walk. */
function narrowed(choice: QueueChoice, bounds: QueueBounds): RawBuilder<unknown> {
  const parts = [
    choice.procedure === undefined ? undefined : sql`and t.procedure_code = ${choice.procedure}`,
    choice.step === undefined ? undefined : sql`and t.step_key = ${choice.step}`,
    choice.unit === undefined ? undefined : sql`and t.unit_id = ${choice.unit}::uuid`,
    choice.channel === undefined ? undefined : sql`and t.channel = ${choice.channel}`,
    choice.overdue === undefined ? undefined : sql`and t.due_at < ${bounds.now} and t.kind <> 'return'`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? sql`` : sql.join(parts, sql` `);
}
