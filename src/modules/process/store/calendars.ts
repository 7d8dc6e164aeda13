import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';
import type { CalendarDefinition } from '../core/clock/calendar-definition.ts';

/** The newest version of a calendar. */
export interface CalendarRow {
  readonly calendar: string;
  readonly version: number;
  readonly definition: CalendarDefinition;
  readonly content_hash: string;
  readonly origin: 'reference' | 'office';
}

/** Every calendar in its newest version. */
export function currentCalendars(connection: Connection): Promise<readonly CalendarRow[]> {
  return many(
    connection,
    sql<CalendarRow>`
      select distinct on (calendar) calendar, version, definition, content_hash, origin
      from process.calendar_version
      where jurisdiction = platform.current_jurisdiction()
      order by calendar, version desc
    `,
  );
}

/** Changes whenever any calendar does: cheap to ask before reading them all. */
export async function calendarsRevision(connection: Connection): Promise<string> {
  const row = await maybeOne(
    connection,
    sql<{ revision: string | null }>`
      select string_agg(calendar || ' ' || version, ',' order by calendar, version) as revision
      from process.calendar_version
      where jurisdiction = platform.current_jurisdiction()
    `,
  );
  return row?.revision ?? '';
}

/** A calendar as it was in one of its versions. */
export async function findCalendarVersion(
  connection: Connection,
  calendar: string,
  version: number,
): Promise<CalendarDefinition | undefined> {
  const row = await maybeOne(
    connection,
    sql<{ definition: CalendarDefinition }>`
      select definition from process.calendar_version
      where jurisdiction = platform.current_jurisdiction() and calendar = ${calendar} and version = ${version}
    `,
  );
  return row?.definition;
}

/** Who wrote a version in the office, and why. */
export interface CalendarAuthor {
  readonly versionId: Id<'calendarVersion'>;
  readonly recordedBy: Id<'account'>;
  readonly note: string;
}

/** Adds the next version of a calendar. */
export async function addCalendarVersion(
  tx: Tx,
  row: CalendarRow,
  now: Date,
  author?: CalendarAuthor,
): Promise<void> {
  await sql`
    insert into process.calendar_version
      (jurisdiction, calendar, version, definition, content_hash, origin, recorded_at, calendar_version_id, recorded_by,
       note)
    values (platform.current_jurisdiction(), ${row.calendar}, ${row.version}, ${JSON.stringify(row.definition)}::jsonb,
      ${row.content_hash}, ${row.origin}, ${now}, ${author?.versionId ?? null}, ${author?.recordedBy ?? null},
      ${author?.note ?? null})
  `.execute(tx);
}
