import { sql } from 'kysely';
import { type Database, many } from '../../src/platform/database.ts';

/** A dossier made alike to one that came through the product, at the same step. */
export interface Copy {
  readonly dossierId: string;
  readonly code: string;
  readonly taskId: string;
}

/** Tables of a dossier and what differs in each row of a copy `c`. */
const dossierTables = {
  'dossiers.dossier': sql`jsonb_build_object('dossier_id', c.id, 'code', c.code, 'register_serial', c.n + 1000000)`,
  'dossiers.party': sql`jsonb_build_object('dossier_id', c.id)`,
  'dossiers.component': sql`jsonb_build_object('dossier_id', c.id)`,
  'dossiers.dossier_file': sql`jsonb_build_object('dossier_id', c.id)`,
  'dossiers.token': sql`jsonb_build_object('dossier_id', c.id)`,
  'dossiers.task': sql`jsonb_build_object('dossier_id', c.id, 'code', c.code, 'task_id', gen_random_uuid())`,
  'dossiers.letter': sql`jsonb_build_object('dossier_id', c.id, 'letter_id', gen_random_uuid())`,
  'platform.event': sql`jsonb_build_object('stream_id', c.id, 'event_id', gen_random_uuid())`,
};

/** Copies a dossier with everything that belongs to it, under codes of the day before. */
export async function copyDossier(
  owner: Database,
  dossierId: string,
  count: number,
): Promise<readonly Copy[]> {
  await sql`
    create table public.bench_copy as
    select n, gen_random_uuid() as id, 'H53.25459-261122-' || lpad(n::text, 6, '0') as code
    from generate_series(1, ${count}::int) n
  `.execute(owner);
  for (const [table, changes] of Object.entries(dossierTables)) {
    const key = sql.raw(table === 'platform.event' ? 'stream_id' : 'dossier_id');
    await sql`
      insert into ${sql.raw(table)}
      select filled.* from public.bench_copy c join ${sql.raw(table)} r on r.${key} = ${dossierId}
      cross join lateral jsonb_populate_record(null::${sql.raw(table)}, to_jsonb(r) || ${changes}) filled
    `.execute(owner);
  }
  return many(
    owner,
    sql<Copy>`
      select c.id as "dossierId", c.code, t.task_id as "taskId"
      from public.bench_copy c join dossiers.task t on t.dossier_id = c.id and t.closed_at is null
    `,
  );
}

/** Copies a draft with its files; returns the ids. */
export async function copyDraft(owner: Database, draftId: string, count: number): Promise<readonly string[]> {
  const rows = await many(
    owner,
    sql<{ id: string }>`
      with copy as materialized (select gen_random_uuid() as id from generate_series(1, ${count}::int))
      insert into dossiers.draft
      select filled.* from copy join dossiers.draft d on d.draft_id = ${draftId}
      cross join lateral jsonb_populate_record(null::dossiers.draft,
        to_jsonb(d) || jsonb_build_object('draft_id', copy.id)) filled
      returning draft_id as id
    `,
  );
  const ids = rows.map((row) => row.id);
  await sql`
    insert into dossiers.draft_file (jurisdiction, draft_id, file_id, component_key, attached_at)
    select f.jurisdiction, c.id, f.file_id, f.component_key, f.attached_at
    from dossiers.draft_file f, unnest(${ids}::uuid[]) as c(id)
    where f.draft_id = ${draftId}
  `.execute(owner);
  return ids;
}
