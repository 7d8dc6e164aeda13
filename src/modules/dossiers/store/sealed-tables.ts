import { sql } from 'kysely';
import { many, type Tx } from '../../../platform/database.ts';
import {
  type RenewedBatch,
  renewed,
  renewedWithin,
  type SealedBatch,
  type SealedTable,
  sealedColumns,
} from '../../../platform/sealed-table.ts';
import type { Seal, SealedText } from '../../../platform/sealed-text.ts';
import { noteContext } from './answer-notes.ts';
import { identitySeal } from './deps.ts';
import { secondFact, secondFacts } from './parties.ts';
import { changeContext } from './party-changes.ts';

/** What dossiers keep sealed: numbers in answers and of people, and the indexes by which both are found. */
export const sealedTables: readonly SealedTable[] = [
  { name: 'dossiers.draft', renew: renewDrafts },
  { name: 'dossiers.dossier', renew: renewDossiers },
  sealedColumns('dossiers.party_change', 'change_id', ['before_sealed'], changeContext),
  sealedColumns('dossiers.answer_note', 'note_id', ['text_sealed'], noteContext),
];

async function renewDrafts(tx: Tx, { jurisdiction, seal, after, size }: SealedBatch): Promise<RenewedBatch> {
  const rows = await many(
    tx,
    sql<{ id: string; answers: unknown; represented: unknown }>`
      select draft_id as id, answers, represented from dossiers.draft
      where jurisdiction = ${jurisdiction} and draft_id > ${after}
      order by draft_id limit ${size} for update`,
  );
  const read = rows.map(({ id, ...secrets }) => ({
    id,
    secrets,
    new: renewedWithin(seal, secrets, identitySeal),
  }));
  const stale = read.filter((row) => isChanged(row.secrets, row.new.value));
  await sql`
    update dossiers.draft d set answers = r.secrets->'answers', represented = nullif(r.secrets->'represented', 'null')
    from jsonb_to_recordset(${JSON.stringify(stale.map((row) => ({ id: row.id, secrets: row.new.value })))}::jsonb)
      as r(id uuid, secrets jsonb)
    where d.jurisdiction = ${jurisdiction} and d.draft_id = r.id`.execute(tx);
  return batchOf(rows, stale.length, read.filter((row) => row.new.left > 0).length);
}

interface DossierSecrets {
  readonly id: string;
  readonly answers: unknown;
  readonly second_facts: readonly string[];
  readonly parties: readonly PartySecrets[];
}

interface PartySecrets {
  readonly sealed: SealedText | null;
  readonly index: string | null;
  readonly phone: string | null;
}

async function renewDossiers(
  tx: Tx,
  { jurisdiction, seal, after, size }: SealedBatch,
): Promise<RenewedBatch> {
  const rows = await many(
    tx,
    sql<DossierSecrets>`
      select d.dossier_id as id, d.answers, d.second_facts, coalesce((
        select jsonb_agg(jsonb_build_object('sealed', p.identity_sealed, 'index', p.identity_index, 'phone', p.phone))
        from dossiers.party p where p.jurisdiction = d.jurisdiction and p.dossier_id = d.dossier_id
      ), '[]'::jsonb) as parties
      from dossiers.dossier d
      where d.jurisdiction = ${jurisdiction} and d.dossier_id > ${after}
      order by d.dossier_id limit ${size} for update of d`,
  );
  const read = rows.map((row) => ({ row, new: renewDossier(seal, row) }));
  const stale = read.filter((each) => each.new.isChanged);
  const dossiers = stale.map(({ row, new: { answers, facts } }) => ({ id: row.id, answers, facts }));
  const people = stale.flatMap(({ row, new: { parties } }) =>
    parties.map((party) => ({ id: row.id, ...party })),
  );
  await sql`
    update dossiers.dossier d
    set answers = r.answers, second_facts = array(select jsonb_array_elements_text(r.facts))
    from jsonb_to_recordset(${JSON.stringify(dossiers)}::jsonb) as r(id uuid, answers jsonb, facts jsonb)
    where d.jurisdiction = ${jurisdiction} and d.dossier_id = r.id`.execute(tx);
  await sql`
    update dossiers.party p set identity_sealed = r.sealed, identity_index = r.index
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as r(id uuid, before text, sealed text, index text)
    where p.jurisdiction = ${jurisdiction} and p.dossier_id = r.id and p.identity_sealed = r.before`.execute(
    tx,
  );
  return batchOf(rows, stale.length, read.filter((each) => each.new.left > 0).length);
}

/** One dossier under the current keys. What proves a right to follow it is told from the numbers of its people. */
function renewDossier(seal: Seal, row: DossierSecrets) {
  const answers = renewedWithin(seal, row.answers, identitySeal);
  let left = answers.left;
  const numbers: string[] = row.parties.flatMap(({ phone }) => phone ?? []);
  const parties = row.parties.flatMap(({ sealed: before, index: indexBefore }) => {
    if (before === null) return [];
    const sealed = renewed(seal, before, identitySeal);
    if (sealed === undefined) {
      left += 1;
      return [];
    }
    const number = seal.open(sealed, identitySeal);
    numbers.push(number);
    const index = seal.blindIndex(number, identitySeal);
    return sealed === before && index === indexBefore ? [] : [{ before, sealed, index }];
  });
  const known = new Map(
    numbers.flatMap((number) => secondFacts(seal, number).map((fact) => [fact, secondFact(seal, number)])),
  );
  const facts = row.second_facts.map((fact) => known.get(fact) ?? fact);
  left += row.second_facts.filter((fact) => !known.has(fact)).length;
  const isNew = parties.length > 0 || isChanged([row.answers, row.second_facts], [answers.value, facts]);
  return { answers: answers.value, facts, parties, left, isChanged: isNew };
}

function isChanged(before: unknown, now: unknown): boolean {
  return JSON.stringify(before) !== JSON.stringify(now);
}

function batchOf(rows: readonly { readonly id: string }[], changed: number, left: number): RenewedBatch {
  const last = rows.at(-1)?.id;
  return { ...(last !== undefined && { last }), seen: rows.length, changed, left };
}
