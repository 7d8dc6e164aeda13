import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Jurisdiction } from '../../../kernel/id.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { type Connection, many, type Tx } from '../../../platform/database.ts';
import { accountOf } from './drafts.ts';

/** What a decision is about to touch. */
export interface Touched {
  /** Versions whose days it sets. */
  readonly versionIds: readonly string[];
  readonly lists: readonly { readonly list: string; readonly code: string }[];
}

/** Keeps the days and entries a decision is about to touch, so that it can be taken back before its day. */
export async function keepBefore(
  tx: Tx,
  jurisdiction: Jurisdiction,
  decisionId: string,
  from: PlainDate,
  touched: Touched & { readonly published: readonly string[] },
): Promise<void> {
  await sql`
    insert into catalogue.decision_before (jurisdiction, decision_id, published, versions, lists)
    select ${jurisdiction}, ${decisionId}, ${[...touched.published]}::uuid[], (
        select coalesce(jsonb_agg(jsonb_build_object('version_id', v.version_id, 'valid', v.valid, 'ended', v.ended,
          'ended_by', v.ended_by)), '[]')
        from catalogue.procedure_version v
        where v.jurisdiction = ${jurisdiction} and v.version_id = any (${[...touched.versionIds]}::uuid[])
      ), (
        select coalesce(jsonb_agg(to_jsonb(e)), '[]') from catalogue.list_entry e
        join jsonb_to_recordset(${JSON.stringify(touched.lists)}::jsonb) as r(list text, code text)
          on e.list = r.list and e.code = r.code
        where e.jurisdiction = ${jurisdiction} and e.valid && daterange(${from}::date, null)
      )
  `.execute(tx);
}

/** The codes of what is no longer as the decision left it: something was decided upon it since. */
export async function builtUpon(
  db: Connection,
  jurisdiction: Jurisdiction,
  decisionId: string,
  from: PlainDate,
): Promise<readonly string[]> {
  const rows = await many(
    db,
    sql<{ code: string }>`
      with kept as (
        select b.published, b.versions, b.lists from catalogue.decision_before b
        where b.jurisdiction = ${jurisdiction} and b.decision_id = ${decisionId}
      ), was as (
        select r.version_id, r.valid from kept,
          jsonb_to_recordset(kept.versions) as r(version_id uuid, valid daterange)
      ), mine as (
        select v.code, v.version_id, v.valid, v.ended_by, w.valid as was_valid,
          v.version_id = any (kept.published) as published
        from kept, catalogue.procedure_version v left join was w on w.version_id = v.version_id
        where v.jurisdiction = ${jurisdiction} and (v.version_id = any (kept.published) or w.version_id is not null)
      ), listed as (
        select l.list, l.code, l.change from catalogue.decision_list_line l
        where l.jurisdiction = ${jurisdiction} and l.decision_id = ${decisionId}
      )
      select m.code from mine m
      where m.published and m.valid <> daterange(${from}::date, null)
        or not m.published and (
          m.valid <> case when lower(m.was_valid) >= ${from}::date then 'empty'::daterange
            else daterange(lower(m.was_valid), ${from}::date) end
          or m.ended_by is distinct from ${decisionId}::uuid and m.ended_by is not null)
      union
      select v.code from catalogue.procedure_version v
      where v.jurisdiction = ${jurisdiction} and v.code in (select code from mine)
        and v.valid && daterange(${from}::date, null) and not exists (
          select from mine m where m.version_id = v.version_id and m.published)
      union
      select l.code from listed l
      where (l.change = 'add') <> exists (
          select from catalogue.list_entry e
          where e.jurisdiction = ${jurisdiction} and e.list = l.list and e.code = l.code
            and e.decision_id = ${decisionId} and e.valid = daterange(${from}::date, null))
        or exists (
          select from catalogue.list_entry e
          where e.jurisdiction = ${jurisdiction} and e.list = l.list and e.code = l.code
            and e.decision_id is distinct from ${decisionId}::uuid and e.valid && daterange(${from}::date, null))
        or exists (
          select from kept, jsonb_to_recordset(kept.lists) as r(list text, code text, valid daterange)
          where r.list = l.list and r.code = l.code and lower(r.valid) < ${from}::date and not exists (
            select from catalogue.list_entry e
            where e.jurisdiction = ${jurisdiction} and e.list = r.list and e.code = r.code
              and e.valid = daterange(lower(r.valid), ${from}::date) and e.removed_by = ${decisionId}))
      order by 1
    `,
  );
  return rows.map(({ code }) => code);
}

/** Puts everything back as it was kept: versions, texts, lists; the decision is open again. */
export async function takeBack(
  tx: Tx,
  ctx: CommandContext,
  decision: { readonly decisionId: string; readonly version: number },
  reason: string,
): Promise<void> {
  const { jurisdiction } = ctx;
  const today = plainDateOf(ctx.now);
  const of = sql`b.jurisdiction = ${jurisdiction} and b.decision_id = ${decision.decisionId}`;
  await sql`
    update catalogue.procedure_version v
    set valid = 'empty', amended_on = ${today}, ended = null, ended_by = null
    from catalogue.decision_before b
    where ${of} and v.jurisdiction = b.jurisdiction and v.version_id = any (b.published)
  `.execute(tx);
  await sql`
    update catalogue.procedure_version v
    set valid = r.valid, amended_on = ${today}, ended = r.ended, ended_by = r.ended_by
    from catalogue.decision_before b,
      jsonb_to_recordset(b.versions) as r(version_id uuid, valid daterange, ended text, ended_by uuid)
    where ${of} and v.jurisdiction = b.jurisdiction and v.version_id = r.version_id
  `.execute(tx);
  await sql`
    update catalogue.draft d set state = 'approved', version = d.version + 1, version_id = null
    from catalogue.decision_before b
    where ${of} and d.jurisdiction = b.jurisdiction and d.version_id = any (b.published)
  `.execute(tx);
  await sql`
    delete from catalogue.list_entry e
    where e.jurisdiction = ${jurisdiction} and e.decision_id = ${decision.decisionId}
  `.execute(tx);
  await sql`
    update catalogue.list_entry e set valid = r.valid, removed_by = r.removed_by, amended_on = ${today}
    from catalogue.decision_before b,
      jsonb_to_recordset(b.lists) as r(entry_id uuid, valid daterange, removed_by uuid)
    where ${of} and e.jurisdiction = b.jurisdiction and e.entry_id = r.entry_id
  `.execute(tx);
  await sql`
    insert into catalogue.list_entry
      (jurisdiction, entry_id, list, code, valid, facts, decision_id, removed_by, source, amended_on)
    select b.jurisdiction, r.entry_id, r.list, r.code, r.valid, r.facts, r.decision_id, r.removed_by, r.source, ${today}
    from catalogue.decision_before b, jsonb_to_recordset(b.lists)
      as r(entry_id uuid, list text, code text, valid daterange, facts jsonb, decision_id uuid, removed_by uuid, source text)
    where ${of} and not exists (
      select from catalogue.list_entry e where e.jurisdiction = b.jurisdiction and e.entry_id = r.entry_id)
  `.execute(tx);
  await sql`delete from catalogue.decision_before b where ${of}`.execute(tx);
  await sql`
    update catalogue.decision d
    set in_force_from = null, carried_out_at = null, carried_out_by = null, version = ${decision.version + 1},
      undone_at = ${ctx.now}, undone_by = ${accountOf(ctx.actor)}, undo_reason = ${reason}
    where d.jurisdiction = ${jurisdiction} and d.decision_id = ${decision.decisionId}
  `.execute(tx);
}
