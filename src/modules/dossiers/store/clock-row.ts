import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, maybeOne, type Tx } from '../../../platform/database.ts';
import type { ClockStanding, DueRule, Remaining, UnitCalendar } from '../../process/public.ts';

/** The clock of an accepted dossier as stored: a forecast while it runs, what is left while it stands still. */
export interface ClockRow {
  readonly received_at: Date;
  readonly rule: DueRule | null;
  readonly forecast_at: Date | null;
  /** The version of the calendar it was counted by: what its explanation is told from. */
  readonly calendar: string | null;
  readonly calendar_version: number | null;
  readonly remaining: Remaining | null;
  readonly suspended_at: Date | null;
  readonly ended: boolean;
}

/** The clock of a dossier; undefined before acceptance. */
export function findClock(
  connection: Connection,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<ClockRow | undefined> {
  return maybeOne(
    connection,
    sql<ClockRow>`
      select received_at, rule, forecast_at, calendar, calendar_version, remaining, suspended_at, ended from dossiers.clock
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}
    `,
  );
}

/** Starts the clock of a dossier at its acceptance. */
export async function startClock(
  tx: Tx,
  ctx: CommandContext,
  dossierId: Id<'dossier'>,
  rule: DueRule | undefined,
): Promise<void> {
  await sql`
    insert into dossiers.clock (jurisdiction, dossier_id, received_at, rule)
    values (${ctx.jurisdiction}, ${dossierId}, ${ctx.now}, ${rule ? JSON.stringify(rule) : null}::jsonb)
  `.execute(tx);
}

/** Writes how the clock stands now. Without a rule only that it stands still, or does not. */
export async function saveStanding(
  tx: Tx,
  jurisdiction: Jurisdiction,
  dossierId: Id<'dossier'>,
  now: {
    readonly rule: DueRule | null;
    readonly calendar: UnitCalendar;
    readonly standing: ClockStanding | undefined;
    readonly suspendedAt: Date | null;
  },
): Promise<void> {
  const { rule, calendar, standing } = now;
  const running = standing?.kind === 'running' ? standing : undefined;
  const left = standing?.kind === 'suspended' ? standing.left : undefined;
  await sql`
    update dossiers.clock
    set rule = ${rule ? JSON.stringify(rule) : null}::jsonb, calendar = ${calendar.code},
      calendar_version = ${calendar.version}, forecast_at = ${running?.dueAt ?? null},
      undecided = ${running?.undecided ?? false},
      remaining = ${left ? JSON.stringify(left) : null}::jsonb, suspended_at = ${now.suspendedAt},
      revision = revision + 1
    where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}
  `.execute(tx);
}

/** The clock of a dossier that is done, or stopped for good: its last forecast stays, what was open in the log ends. */
export async function endClock(
  tx: Tx,
  jurisdiction: Jurisdiction,
  dossierId: Id<'dossier'>,
  at: Date,
): Promise<void> {
  await sql`
    with closed as (
      update dossiers.suspension set to_at = greatest(from_at, ${at}::timestamptz)
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId} and to_at is null
    )
    update dossiers.clock set ended = true, revision = revision + 1
    where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}
  `.execute(tx);
}
