import { sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';
import type { TimedTimer } from '../../process/public.ts';
import type { Queue, StepKind, SubmissionChannel } from '../contract.ts';
import type { WaitingFor } from './waiting.ts';

/** A task as stored. */
export interface TaskRow {
  readonly task_id: Id<'task'>;
  readonly dossier_id: Id<'dossier'>;
  readonly step_key: string;
  readonly step_name: string;
  readonly kind: StepKind;
  /** The list it stands in. */
  readonly queue: Queue;
  readonly unit_id: Id<'unit'>;
  readonly role: Role;
  readonly hours: number;
  readonly opened_at: Date;
  readonly due_at: Date;
  /** Since when the clock of the dossier stands still. */
  readonly suspended_at: Date | null;
  /** When a timer warned about it, and when it was put before whoever leads. */
  readonly warned_at: Date | null;
  readonly escalated_at: Date | null;
  /** The person who has it; null while it belongs to the group. */
  readonly assigned_to: Id<'account'> | null;
  /** Its head decides who does it. */
  readonly to_assign: boolean;
  /** Keys of the steps whose performer may not do it. */
  readonly not_by: readonly string[];
  readonly taken_up_by: Id<'account'> | null;
  readonly closed_at: Date | null;
  readonly closed_by: Id<'account'> | null;
  readonly closed_by_person: Id<'person'> | null;
  /** For whom a substitute closed it. */
  readonly closed_for: Id<'account'> | null;
  readonly outcome: string | null;
  /** Why nothing can be done about it now. */
  readonly waiting: WaitingFor | null;
  /** A step of another agency: begins with its acceptance. */
  readonly needs_acceptance: boolean;
  readonly accepted_at: Date | null;
  readonly note: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A step to be worked, with what its list row shows pinned onto it. */
export interface NewTask {
  readonly taskId: Id<'task'>;
  readonly stepKey: string;
  readonly stepName: string;
  readonly kind: StepKind;
  readonly unitId: Id<'unit'>;
  readonly role: Role;
  readonly hours: number;
  /** Clocks of the step, armed as it opens. */
  readonly timers?: readonly TimedTimer[];
  readonly dueAt: Date;
  /** Who gets it by the step's rule; absent for the group. */
  readonly assignedTo?: Id<'account'>;
  /** Its head decides who gets it. */
  readonly toAssign?: boolean;
  readonly notBy?: readonly string[];
}

/** What every task of a dossier repeats for lists. */
export interface ListFacts {
  readonly dossierId: Id<'dossier'>;
  readonly code: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly ownerName: string;
  readonly promisedAt: Date | null;
  readonly channel: SubmissionChannel;
}

const columns =
  sql.raw(`task_id, dossier_id, step_key, step_name, kind, queue, unit_id, role, hours::float8 as hours, opened_at, due_at,
  suspended_at, warned_at, escalated_at, assigned_to, to_assign, not_by, taken_up_by, closed_at, closed_by, closed_by_person, closed_for, outcome, waiting,
  needs_acceptance, accepted_at, note, facts`);

/** All tasks of a dossier, oldest first. */
export function tasksOf(
  connection: Connection,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<readonly TaskRow[]> {
  return many(
    connection,
    sql<TaskRow>`
      select ${columns} from dossiers.task
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}
      order by opened_at, task_id
    `,
  );
}

export function findTask(
  connection: Connection,
  jurisdiction: Jurisdiction,
  taskId: string,
): Promise<TaskRow | undefined> {
  return maybeOne(
    connection,
    sql<TaskRow>`select ${columns} from dossiers.task where jurisdiction = ${jurisdiction} and task_id = ${taskId}`,
  );
}

/** Opens tasks in one statement. */
export async function openTasks(
  tx: Tx,
  ctx: CommandContext,
  list: ListFacts,
  tasks: readonly NewTask[],
): Promise<void> {
  if (tasks.length === 0) return;
  await sql`
    insert into dossiers.task (jurisdiction, dossier_id, task_id, step_key, step_name, kind, unit_id, role, hours,
      opened_at, due_at, assigned_to, assigned_at, to_assign, code, procedure_code, procedure_name, owner_name,
      promised_at, channel, not_by, suspended_at)
    select ${ctx.jurisdiction}, ${list.dossierId}, t."taskId", t."stepKey", t."stepName", t.kind, t."unitId", t.role,
      t.hours, ${ctx.now}, t."dueAt", t."assignedTo", case when t."assignedTo" is not null then ${ctx.now}::timestamptz end,
      coalesce(t."toAssign", false), ${list.code}, ${list.procedureCode}, ${list.procedureName}, ${list.ownerName},
      ${list.promisedAt}::timestamptz, ${list.channel}, coalesce(t."notBy", '{}'), (
        select suspended_at from dossiers.clock
        where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${list.dossierId})
    from jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb) as t("taskId" uuid, "stepKey" text, "stepName" text,
      kind text, "unitId" uuid, role text, hours numeric, "dueAt" timestamptz, "assignedTo" uuid, "toAssign" boolean,
      "notBy" text[])
  `.execute(tx);
}

export interface TaskClosing {
  readonly outcome: 'forward' | 'back' | 'stop' | 'refuse' | 'transfer' | 'silence' | 'withdrawn';
  readonly note?: string | undefined;
  readonly facts?: Readonly<Record<string, unknown>>;
  /** The person whose work it was, where a substitute acts. */
  readonly actsFor?: Id<'account'> | undefined;
}

/** Closes one open task under the acting officer's name. The dossier row is locked. */
export async function closeTask(
  tx: Tx,
  ctx: CommandContext,
  taskId: Id<'task'>,
  closing: TaskClosing,
): Promise<void> {
  const officer = ctx.actor.kind === 'officer' ? ctx.actor : undefined;
  await sql`
    update dossiers.task
    set closed_at = ${ctx.now}, closed_by = ${officer?.accountId ?? null},
      closed_by_person = ${officer?.personId ?? null}, outcome = ${closing.outcome}, note = ${closing.note ?? null},
      facts = ${JSON.stringify(closing.facts ?? {})}::jsonb, closed_for = ${closing.actsFor ?? null}::uuid
    where jurisdiction = ${ctx.jurisdiction} and task_id = ${taskId} and closed_at is null
  `.execute(tx);
}
