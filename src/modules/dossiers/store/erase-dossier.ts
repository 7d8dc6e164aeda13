import { type RawBuilder, sql } from 'kysely';
import type { Jurisdiction } from '../../../kernel/id.ts';
import { many, type Tx } from '../../../platform/database.ts';
import type { KeptKind } from '../../privacy/public.ts';

/**
 * Everything a dossier holds about people, by table: each statement blanks it and leaves the row, so that what is counted
 * (papers, requests, opinions, steps, days) stays as it was. A new column with such facts belongs here; the test that erases a
 * dossier looks through every column of every table.
 */
const blanks: Readonly<Record<string, string>> = {
  party: `name = '', person_id = null, birth_date = null, identity_sealed = null, identity_index = null, phone = null,
    email = null, address = null, tax_code = null`,
  party_change: 'before_sealed = null',
  answer_note: 'text_sealed = null',
  representation: `document = '', document_number = null, issued_on = null, issued_by = null`,
  component: 'note = null',
  task: `owner_name = '', note = null, facts = '{}'`,
  assignment: `reason = case when reason is not null then '' end`,
  opinion: `question = '', answer = null, document = null`,
  part: `reason = case when reason is not null then '' end`,
  postal_item: `recipient = case when recipient is not null then '' end, phone = case when phone is not null then '' end,
    address = case when address is not null then '' end`,
  stop_notice: `reason = ''`,
  supplement_request: 'guidance = null, answer_note = null',
  supplement_item: `reason = '–'`,
  withdrawal_request: `reason = '', answer = null`,
};

/** Blanks the facts about people of a locked dossier; what became of its draft goes whole. */
export async function eraseFacts(
  tx: Tx,
  jurisdiction: Jurisdiction,
  dossierId: string,
  now: Date,
): Promise<void> {
  await sql`
    update dossiers.dossier
    set owner_name = '', search_text = '', second_facts = '{}', answers = '{}', case_answers = '{}',
      refusal_reason = case when refusal_reason is not null then '' end,
      erased_at = ${now}, erased_kinds = array_append(erased_kinds, 'facts')
    where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}`.execute(tx);
  for (const [table, change] of Object.entries(blanks))
    await sql`
      update ${sql.raw(`dossiers.${table}`)} set ${sql.raw(change)}
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}`.execute(tx);
  // Allowed once the dossier says that it is erased.
  await sql`
    update dossiers.promise set reason = ''
    where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId} and reason is not null`.execute(tx);
  await sql`
    update dossiers.suspension set document = null
    where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId} and document is not null`.execute(tx);
  await sql`
    delete from dossiers.draft where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}`.execute(
    tx,
  );
}

/** Notes that files of a kind are gone. */
export async function markErased(
  tx: Tx,
  jurisdiction: Jurisdiction,
  dossierId: string,
  kind: KeptKind,
): Promise<void> {
  await sql`
    update dossiers.dossier set erased_kinds = array_append(erased_kinds, ${kind})
    where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId} and not ${kind} = any(erased_kinds)`.execute(
    tx,
  );
}

const fileKinds: Readonly<Record<Exclude<KeptKind, 'facts'>, RawBuilder<unknown>>> = {
  papers: sql`('component', 'opinion', 'message')`,
  letters: sql`('letter')`,
  results: sql`('result')`,
};

/**
 * Condition on a file `f`: some dossier names it under a kind that it still keeps, other than the one left out. Asked file by
 * file through the indexes: joined at once, every file of every dossier would be read.
 */
export function isStillKept(
  jurisdiction: Jurisdiction,
  besides?: { readonly dossierId: string; readonly kind: KeptKind },
): RawBuilder<boolean> {
  const other = besides
    ? sql`and (o.dossier_id, o.kind) <> (${besides.dossierId}::uuid, ${besides.kind})`
    : sql``;
  return sql<boolean>`exists (
    select from (
      select n.dossier_id,
        case n.kind when 'letter' then 'letters' when 'result' then 'results' else 'papers' end as kind
      from dossiers.dossier_file n where n.jurisdiction = ${jurisdiction} and n.file_id = f.file_id
      union all
      select n.dossier_id, 'papers' from dossiers.supplement_file n
      where n.jurisdiction = ${jurisdiction} and n.file_id = f.file_id
    ) o
    join dossiers.dossier d on d.jurisdiction = ${jurisdiction} and d.dossier_id = o.dossier_id
    where not o.kind = any(d.erased_kinds) ${other}
  )`;
}

/**
 * The files of a kind that nothing else keeps: one that another dossier, a draft, or another kind of this dossier names too is
 * theirs as well, until that was erased in its turn. Erasings wait here for each other: of two that share a file, the second
 * sees what the first has done.
 */
export async function filesToErase(
  tx: Tx,
  jurisdiction: Jurisdiction,
  dossierId: string,
  kind: Exclude<KeptKind, 'facts'>,
): Promise<readonly string[]> {
  await sql`select pg_advisory_xact_lock(hashtext('dossiers.erase'), ${jurisdiction}::int)`.execute(tx);
  const ofDossier = sql`jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}`;
  const rows = await many(
    tx,
    sql<{ file_id: string }>`
      select f.file_id from (
        select file_id from dossiers.dossier_file where ${ofDossier} and kind in ${fileKinds[kind]}
        union
        select file_id from dossiers.supplement_file where ${ofDossier} and ${kind} = 'papers'
        union
        select file_id from dossiers.letter where ${ofDossier} and file_id is not null and ${kind} = 'letters'
        union
        select f.file_id from dossiers.draft_file f
        join dossiers.draft d on d.jurisdiction = f.jurisdiction and d.draft_id = f.draft_id
        where d.jurisdiction = ${jurisdiction} and d.dossier_id = ${dossierId} and ${kind} = 'papers'
      ) f
      where not ${isStillKept(jurisdiction, { dossierId, kind })} and not exists (
        select from dossiers.draft_file o
        join dossiers.draft d on d.jurisdiction = o.jurisdiction and d.draft_id = o.draft_id
        where o.jurisdiction = ${jurisdiction} and o.file_id = f.file_id and d.dossier_id is null
      )`,
  );
  return rows.map(({ file_id: fileId }) => fileId);
}
