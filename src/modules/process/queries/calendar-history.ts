import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Database, many } from '../../../platform/database.ts';
import { can, type Identity } from '../../identity/public.ts';
import type { CalendarDefinition } from '../core/clock/calendar-definition.ts';
import { currentCalendars } from '../store/calendars.ts';

/** A calendar in the list. */
export interface CalendarBrief {
  readonly code: string;
  readonly version: number;
  readonly origin: 'reference' | 'office';
  readonly knownUntil?: string;
}

/** One version of a calendar, whole. */
export interface CalendarVersionView {
  readonly version: number;
  readonly origin: 'reference' | 'office';
  readonly recordedAt: string;
  /** Who wrote it; absent for shipped facts. */
  readonly by?: string;
  readonly note?: string;
  readonly definition: CalendarDefinition;
}

interface Deps {
  readonly db: Database;
  readonly identity: Pick<Identity, 'describeAccounts'>;
}

/** Every calendar in its newest version. Refuses without the permission. */
export async function listCalendars(
  deps: Deps,
  ctx: QueryContext,
): Promise<Result<readonly CalendarBrief[]>> {
  if (!mayEdit(ctx)) return refuse('forbidden', 'process.calendars-not-allowed');
  const rows = await currentCalendars(deps.db);
  return ok(
    rows.map(({ calendar, version, origin, definition }) => ({
      code: calendar,
      version,
      origin,
      ...(definition.knownUntil !== undefined && { knownUntil: definition.knownUntil }),
    })),
  );
}

/** Every version of a calendar, newest first; empty when there is none. Refuses without the permission. */
export async function calendarHistory(
  deps: Deps,
  ctx: QueryContext,
  code: string,
): Promise<Result<readonly CalendarVersionView[]>> {
  if (!mayEdit(ctx)) return refuse('forbidden', 'process.calendars-not-allowed');
  const rows = await many(
    deps.db,
    sql<{
      version: number;
      origin: 'reference' | 'office';
      recorded_at: Date;
      recorded_by: Id<'account'> | null;
      note: string | null;
      definition: CalendarDefinition;
    }>`
      select version, origin, recorded_at, recorded_by, note, definition from process.calendar_version
      where jurisdiction = ${ctx.jurisdiction} and calendar = ${code}
      order by version desc
      limit 50
    `,
  );
  const writers = rows.flatMap(({ recorded_by }) => (recorded_by === null ? [] : [recorded_by]));
  const people = await deps.identity.describeAccounts(deps.db, writers, plainDateOf(ctx.now));
  return ok(
    rows.map((row) => {
      const by = row.recorded_by === null ? undefined : people.get(row.recorded_by)?.name;
      return {
        version: row.version,
        origin: row.origin,
        recordedAt: row.recorded_at.toISOString(),
        ...(by !== undefined && { by }),
        ...(row.note !== null && { note: row.note }),
        definition: row.definition,
      };
    }),
  );
}

function mayEdit({ actor }: QueryContext): boolean {
  return actor.kind === 'officer' && can(actor, 'process.calendars');
}
