import { sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';
import type { HandOverInput } from '../contract.ts';

/** A decision that everything somebody has in a unit moves. */
export interface HandOverRow {
  readonly hand_over_id: Id<'handOver'>;
  readonly unit_id: Id<'unit'>;
  readonly from_account: Id<'account'>;
  readonly to_account: Id<'account'> | null;
  readonly reason: string;
  readonly created_by: Id<'account'>;
  readonly to_person: number;
  readonly to_group: number;
  readonly finished_at: Date | null;
}

/** Whose tasks of which units (predecessors included). */
export interface HeldTasks {
  readonly account: Id<'account'>;
  readonly unitScope: readonly Id<'unit'>[];
}

export async function insertHandOver(
  tx: Tx,
  ctx: QueryContext,
  handOverId: Id<'handOver'>,
  wanted: HandOverInput,
  by: Id<'account'>,
): Promise<HandOverRow> {
  await sql`
    insert into dossiers.hand_over (jurisdiction, hand_over_id, unit_id, from_account, to_account, reason, created_by,
      created_at)
    values (${ctx.jurisdiction}, ${handOverId}, ${wanted.unitId}, ${wanted.fromAccountId}, ${wanted.toAccountId ?? null},
      ${wanted.reason}, ${by}, ${ctx.now})
  `.execute(tx);
  return {
    hand_over_id: handOverId,
    unit_id: wanted.unitId,
    from_account: wanted.fromAccountId,
    to_account: wanted.toAccountId ?? null,
    reason: wanted.reason,
    created_by: by,
    to_person: 0,
    to_group: 0,
    finished_at: null,
  };
}

/** The hand-over, locked: two workers never move the same one at once. */
export function lockHandOver(
  tx: Tx,
  jurisdiction: number,
  handOverId: string,
): Promise<HandOverRow | undefined> {
  return maybeOne(
    tx,
    sql<HandOverRow>`
      select hand_over_id, unit_id, from_account, to_account, reason, created_by, to_person, to_group, finished_at
      from dossiers.hand_over where jurisdiction = ${jurisdiction} and hand_over_id = ${handOverId}
      for update
    `,
  );
}

export async function saveProgress(
  tx: Tx,
  ctx: QueryContext,
  handOver: HandOverRow,
  moved: { readonly toPerson: number; readonly toGroup: number; readonly isFinished: boolean },
): Promise<void> {
  await sql`
    update dossiers.hand_over
    set to_person = to_person + ${moved.toPerson}, to_group = to_group + ${moved.toGroup},
      finished_at = case when ${moved.isFinished} then ${ctx.now}::timestamptz end
    where jurisdiction = ${ctx.jurisdiction} and hand_over_id = ${handOver.hand_over_id}
  `.execute(tx);
}

export interface HeldCount {
  readonly step_name: string;
  readonly role: Role;
  readonly unit_id: Id<'unit'>;
  readonly tasks: number;
  readonly overdue: number;
}

/** What is open and assigned to them there, by step. */
export function countHeld(
  connection: Connection,
  ctx: QueryContext,
  held: HeldTasks,
): Promise<readonly HeldCount[]> {
  return many(
    connection,
    sql<HeldCount>`
      select step_name, role, unit_id, count(*)::int as tasks,
        (count(*) filter (where due_at < ${ctx.now} and waiting is null and suspended_at is null and kind <> 'return'))::int as overdue
      from dossiers.task
      where jurisdiction = ${ctx.jurisdiction} and assigned_to = ${held.account} and closed_at is null
        and unit_id = any(${[...held.unitScope]}::uuid[])
      group by step_name, role, unit_id
      order by tasks desc, step_name
    `,
  );
}

/** The dossiers of their next tasks, locked in the order of their ids, so that two hand-overs never wait for each other. */
export function lockHeldDossiers(
  tx: Tx,
  ctx: QueryContext,
  held: HeldTasks,
  most: number,
): Promise<readonly { readonly dossier_id: Id<'dossier'>; readonly last_seq: number }[]> {
  return many(
    tx,
    sql<{ dossier_id: Id<'dossier'>; last_seq: number }>`
      select d.dossier_id, d.last_seq from dossiers.dossier d
      where d.jurisdiction = ${ctx.jurisdiction} and d.dossier_id in (
        select t.dossier_id from dossiers.task t
        where t.jurisdiction = ${ctx.jurisdiction} and t.assigned_to = ${held.account} and t.closed_at is null
          and t.unit_id = any(${[...held.unitScope]}::uuid[])
        order by t.due_at, t.task_id limit ${most})
      order by d.dossier_id
      for update
    `,
  );
}

export interface HeldTask {
  readonly task_id: Id<'task'>;
  readonly dossier_id: Id<'dossier'>;
  readonly step_key: string;
  readonly step_name: string;
  readonly role: Role;
  readonly unit_id: Id<'unit'>;
  readonly assigned_to: Id<'account'>;
  readonly not_by: readonly string[];
}

/** Their open tasks in the locked dossiers, read after the locks: what somebody completed meanwhile is gone. */
export function heldTasksIn(
  tx: Tx,
  ctx: QueryContext,
  held: HeldTasks,
  dossierIds: readonly string[],
): Promise<readonly HeldTask[]> {
  return many(
    tx,
    sql<HeldTask>`
      select task_id, dossier_id, step_key, step_name, role, unit_id, assigned_to, not_by from dossiers.task
      where jurisdiction = ${ctx.jurisdiction} and dossier_id = any(${[...dossierIds]}::uuid[])
        and assigned_to = ${held.account} and closed_at is null and unit_id = any(${[...held.unitScope]}::uuid[])
      order by dossier_id, task_id
    `,
  );
}
