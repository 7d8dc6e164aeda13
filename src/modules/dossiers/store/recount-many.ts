import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Connection, many, type Tx } from '../../../platform/database.ts';
import {
  type ClockStanding,
  clockStanding,
  type DueRule,
  type Extension,
  type Suspension,
  type UnitCalendar,
} from '../../process/public.ts';

/** An open clock as it is counted: what a whole calendar's worth of them is read as, in one go. */
interface OpenClock {
  readonly dossier_id: Id<'dossier'>;
  readonly received_at: Date;
  readonly rule: DueRule;
  readonly forecast_at: Date | null;
  readonly calendar_version: number | null;
  readonly revision: number;
}

/** What one open clock becomes under a calendar. */
export interface Recounted {
  readonly clock: OpenClock;
  readonly standing: ClockStanding;
}

/**
 * Every open clock that counts by this calendar, counted anew by it. Reads three short lists and computes; nothing is
 * written. A clock whose rule is not known yet is left for its own next count.
 */
export async function recountBy(
  connection: Connection,
  ctx: Pick<QueryContext, 'jurisdiction' | 'now'>,
  calendar: UnitCalendar,
): Promise<readonly Recounted[]> {
  const clocks = await many(
    connection,
    sql<OpenClock>`
      select dossier_id, received_at, rule, forecast_at, calendar_version, revision from dossiers.clock
      where jurisdiction = ${ctx.jurisdiction} and calendar = ${calendar.code} and not ended and rule is not null
      order by dossier_id
    `,
  );
  const logs = await logsOfOpen(connection, ctx, calendar.code);
  const extensions = await extensionsOfOpen(connection, ctx, calendar.code);
  return clocks.flatMap((clock) => {
    const suspensions = logs.get(clock.dossier_id) ?? [];
    const dueCase = { rule: clock.rule, receivedAt: clock.received_at, asOf: ctx.now, suspensions };
    const standing = clockStanding(calendar, dueCase, extensions.get(clock.dossier_id));
    return standing.ok ? [{ clock, standing: standing.value }] : [];
  });
}

/** Whether what is stored is not what was counted. */
export function isStale({ clock, standing }: Recounted, calendar: UnitCalendar): boolean {
  return (
    clock.calendar_version !== calendar.version ||
    (standing.kind === 'running' && standing.dueAt.getTime() !== clock.forecast_at?.getTime())
  );
}

/** How many rows one statement writes. */
const atOnce = 20_000;

/** Writes what was recounted; a clock that moved meanwhile keeps its newer count. */
export async function writeRecounted(
  tx: Tx,
  ctx: Pick<QueryContext, 'jurisdiction'>,
  calendar: UnitCalendar,
  recounted: readonly Recounted[],
): Promise<void> {
  for (let at = 0; at < recounted.length; at += atOnce) {
    const part = recounted.slice(at, at + atOnce);
    const running = part.map(({ standing }) => (standing.kind === 'running' ? standing : undefined));
    await sql`
      update dossiers.clock c
      set calendar_version = ${calendar.version}, forecast_at = r.forecast_at,
        undecided = r.undecided, remaining = r.remaining, revision = c.revision + 1
      from unnest(
        ${part.map(({ clock }) => clock.dossier_id)}::uuid[],
        ${part.map(({ clock }) => clock.revision)}::integer[],
        ${running.map((each) => each?.dueAt ?? null)}::timestamptz[],
        ${running.map((each) => each?.undecided ?? false)}::boolean[],
        ${part.map(({ standing }) => (standing.kind === 'suspended' ? JSON.stringify(standing.left) : null))}::jsonb[]
      ) as r(dossier_id, revision, forecast_at, undecided, remaining)
      where c.jurisdiction = ${ctx.jurisdiction} and c.dossier_id = r.dossier_id and c.revision = r.revision
    `.execute(tx);
  }
}

async function logsOfOpen(
  connection: Connection,
  ctx: Pick<QueryContext, 'jurisdiction'>,
  code: string,
): Promise<ReadonlyMap<string, readonly Suspension[]>> {
  const rows = await many(
    connection,
    sql<Suspension & { readonly dossier_id: string }>`
      select s.dossier_id, s.effect, s.from_at as "from", s.to_at as "to"
      from dossiers.clock c
      join dossiers.suspension s on s.jurisdiction = c.jurisdiction and s.dossier_id = c.dossier_id
      where c.jurisdiction = ${ctx.jurisdiction} and c.calendar = ${code} and not c.ended
      order by s.dossier_id, s.from_at
    `,
  );
  return groupedBy(rows, (row) => row.dossier_id);
}

async function extensionsOfOpen(
  connection: Connection,
  ctx: Pick<QueryContext, 'jurisdiction'>,
  code: string,
): Promise<ReadonlyMap<string, readonly Extension[]>> {
  const rows = await many(
    connection,
    sql<{ readonly dossier_id: string; readonly extension: Extension }>`
      select p.dossier_id, p.extension
      from dossiers.clock c
      join dossiers.promise p on p.jurisdiction = c.jurisdiction and p.dossier_id = c.dossier_id
      where c.jurisdiction = ${ctx.jurisdiction} and c.calendar = ${code} and not c.ended and p.kind = 'extension'
      order by p.dossier_id, p.seq
    `,
  );
  const grouped = groupedBy(rows, (row) => row.dossier_id);
  return new Map([...grouped].map(([id, list]) => [id, list.map(({ extension }) => extension)]));
}

function groupedBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
