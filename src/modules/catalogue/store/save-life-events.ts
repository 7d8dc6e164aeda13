import { sql } from 'kysely';
import { z } from 'zod';
import type { Jurisdiction } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database.ts';

/** An occasion by which people look for procedures, with the codes of those that belong to it. */
export const lifeEvent = z.strictObject({
  key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  nameEn: z.string().min(1),
  procedures: z.array(z.string()),
});
export type LifeEventRecord = z.infer<typeof lifeEvent>;

/** Makes these the life events, in this order; every code must be a procedure of the catalogue. */
export async function saveLifeEvents(
  tx: Tx,
  jurisdiction: Jurisdiction,
  events: readonly LifeEventRecord[],
): Promise<void> {
  const rows = JSON.stringify(
    events.map(({ nameEn, ...event }, position) => ({ ...event, nameEn, position })),
  );
  await sql`
    delete from catalogue.life_event e
    where e.jurisdiction = ${jurisdiction} and not exists (
      select from jsonb_to_recordset(${rows}::jsonb) as r(key text) where r.key = e.key)
  `.execute(tx);
  await sql`
    insert into catalogue.life_event (jurisdiction, key, position, name, name_en)
    select ${jurisdiction}::smallint, r.key, r.position, r.name, r."nameEn"
    from jsonb_to_recordset(${rows}::jsonb) as r(key text, position smallint, name text, "nameEn" text)
    on conflict (jurisdiction, key) do update
      set position = excluded.position, name = excluded.name, name_en = excluded.name_en
      where (life_event.position, life_event.name, life_event.name_en)
        is distinct from (excluded.position, excluded.name, excluded.name_en)
  `.execute(tx);
  await sql`
    delete from catalogue.life_event_procedure p
    where p.jurisdiction = ${jurisdiction} and not exists (
      select from jsonb_to_recordset(${rows}::jsonb) as r(key text, procedures jsonb)
      where r.key = p.event_key and r.procedures ? p.code)
  `.execute(tx);
  await sql`
    insert into catalogue.life_event_procedure (jurisdiction, event_key, code)
    select ${jurisdiction}::smallint, r.key, c.code
    from jsonb_to_recordset(${rows}::jsonb) as r(key text, procedures jsonb)
    cross join lateral jsonb_array_elements_text(r.procedures) as c(code)
    on conflict do nothing
  `.execute(tx);
}
