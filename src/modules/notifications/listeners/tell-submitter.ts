import { sql } from 'kysely';
import { z } from 'zod';
import type { Jurisdiction, NewId } from '../../../kernel/id.ts';
import { parsePlainDate } from '../../../kernel/plain-date.ts';
import type { Database } from '../../../platform/database.ts';
import { formatDate } from '../../../texts/format.ts';
import type { DossierEventType, Dossiers } from '../../dossiers/public.ts';
import { toldEvents } from '../core/told-events.ts';

export interface TellDeps {
  readonly db: Database;
  readonly newId: NewId;
  readonly dossiers: Dossiers;
}

const eventJob = z.object({
  jurisdiction: z.int(),
  eventId: z.uuid(),
  dossierId: z.uuid(),
  type: z.string(),
  recordedAt: z.iso.datetime(),
  payload: z.record(z.string(), z.unknown()),
});

/** Writes a message to whoever submitted the dossier, once an event; a walk-in has nobody to tell here. */
export async function tellSubmitter(deps: TellDeps, payload: unknown): Promise<void> {
  const event = eventJob.parse(payload);
  const textKey = toldEvents[event.type as DossierEventType];
  if (textKey === undefined) return;
  const jurisdiction = event.jurisdiction as Jurisdiction;
  const submitted = await deps.dossiers.queries.submitterOf(jurisdiction, event.dossierId);
  if (!submitted) return;
  const facts = {
    code: submitted.code,
    procedure: submitted.procedureName,
    ...(typeof event.payload.promisedAt === 'string' && { promisedAt: event.payload.promisedAt }),
    ...(typeof event.payload.stepName === 'string' && { stepName: event.payload.stepName }),
    ...(typeof event.payload.form === 'string' && { form: event.payload.form }),
    ...(typeof event.payload.dueOn === 'string' && { on: dayText(event.payload.dueOn) }),
  };
  await sql`
    insert into notifications.message
      (jurisdiction, message_id, account_id, dossier_id, event_id, text_key, facts, created_at)
    values (${jurisdiction}, ${deps.newId<'message'>()}, ${submitted.accountId}, ${event.dossierId}, ${event.eventId},
      ${textKey}, ${JSON.stringify(facts)}::jsonb, ${event.recordedAt})
    on conflict (jurisdiction, account_id, event_id) do nothing
  `.execute(deps.db);
}

function dayText(text: string): string {
  const day = parsePlainDate(text);
  return day === undefined ? text : formatDate(day);
}
