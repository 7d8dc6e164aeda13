import { createHash } from 'node:crypto';
import type { CommandContext } from '../../../kernel/context.ts';
import type { NewId } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { recordAction } from '../../../platform/journal.ts';
import { journalKey } from '../../../platform/journal-facts.ts';
import { can } from '../../identity/public.ts';
import type { CalendarDefinition } from '../core/clock/calendar-definition.ts';
import type { SaveCalendarInput } from '../core/clock/calendar-input.ts';
import { checkCalendar } from '../core/clock/check-calendar.ts';
import { compileCalendar } from '../core/clock/working-calendar.ts';
import type { UnitCalendar } from '../store/calendar-directory.ts';
import { addCalendarVersion, currentCalendars } from '../store/calendars.ts';

/**
 * Writes a new version of a calendar inside the caller's transaction and gives it back compiled. Refuses a calendar that
 * cannot be used, with the field, and one that somebody has changed meanwhile. What rests on it is the caller's to count.
 */
export async function saveCalendar(
  newId: NewId,
  tx: Tx,
  ctx: CommandContext,
  { calendar, definition, expectedVersion, note }: SaveCalendarInput,
): Promise<Result<UnitCalendar>> {
  if (ctx.actor.kind !== 'officer' || !can(ctx.actor, 'process.calendars'))
    return refuse('forbidden', 'process.calendars-not-allowed');
  const fields = checkCalendar(definition);
  if (fields.length > 0)
    return refuse('invalid', 'process.calendar-invalid', { params: { name: calendar }, fields });
  const last = (await currentCalendars(tx)).find((row) => row.calendar === calendar);
  if ((last?.version ?? 0) !== expectedVersion) return refuse('conflict', 'process.calendar-changed');
  const inOrder = ordered(definition);
  const hash = createHash('sha256').update(JSON.stringify(inOrder)).digest('hex');
  if (last?.content_hash === hash) return refuse('invalid', 'process.calendar-same');
  const version = expectedVersion + 1;
  const versionId = newId<'calendarVersion'>();
  await addCalendarVersion(
    tx,
    { calendar, version, definition: inOrder, content_hash: hash, origin: 'office' },
    ctx.now,
    { versionId, recordedBy: ctx.actor.accountId, note },
  );
  await recordAction(tx, ctx, newId, {
    command: 'process.save-calendar',
    subjectId: versionId,
    facts: { calendar: journalKey(calendar), version },
  });
  return ok({ ...compileCalendar(inOrder), code: calendar, version });
}

function ordered(definition: CalendarDefinition): CalendarDefinition {
  const byDate = (one: { readonly date: string }, other: { readonly date: string }) =>
    one.date < other.date ? -1 : 1;
  return {
    ...definition,
    off: definition.off.toSorted(byDate),
    makeUp: definition.makeUp.toSorted(byDate),
  };
}
