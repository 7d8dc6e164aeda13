import { sql } from 'kysely';
import type { Database } from '../../../platform/database.ts';

/**
 * Fills in running clocks, five working days each, received within ten days before; every tenth has two closed suspensions
 * in its log. Written by the owner: dossiers as `fillInbox` makes them, accepted.
 */
export async function fillClocks(
  owner: Database,
  unitId: string,
  calendar: string,
  now: Date,
): Promise<void> {
  await sql`
    update dossiers.dossier
    set phase = 'accepted', accepted_at = submitted_at,
      promised_at = submitted_at + interval '5 days', register_unit_id = received_unit_id, register_year = 2026,
      register_serial = split_part(code, '-', 2)::integer
    where received_unit_id = ${unitId}::uuid
  `.execute(owner);
  await sql`
    insert into dossiers.clock (jurisdiction, dossier_id, received_at, rule, calendar, calendar_version, forecast_at)
    select jurisdiction, dossier_id, ${now}::timestamptz - (register_serial % 14400) * interval '1 minute',
      '{"unit": "working-days", "amount": 5, "cutOff": null, "dueAt": "end-of-day", "roll": "next"}', ${calendar}, 1,
      ${now}::timestamptz
    from dossiers.dossier where received_unit_id = ${unitId}::uuid
  `.execute(owner);
  await sql`
    insert into dossiers.suspension (jurisdiction, dossier_id, suspension_id, ground, ground_name, source, certainty, effect,
      from_at, to_at)
    select d.jurisdiction, d.dossier_id, gen_random_uuid(), 'verification', 'Chờ xác minh', 'test', 'unchecked', 'continue',
      c.received_at + n * interval '1 day', c.received_at + n * interval '1 day' + interval '4 hours'
    from dossiers.dossier d
    join dossiers.clock c on c.jurisdiction = d.jurisdiction and c.dossier_id = d.dossier_id
    cross join generate_series(1, 2) n
    where d.received_unit_id = ${unitId}::uuid and d.register_serial % 10 = 0
  `.execute(owner);
  await sql`analyze dossiers.clock`.execute(owner);
  await sql`analyze dossiers.suspension`.execute(owner);
}
