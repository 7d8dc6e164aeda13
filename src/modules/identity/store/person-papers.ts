import { sql } from 'kysely';
import type { Id, Jurisdiction, NewId } from '../../../kernel/id.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';
import type { Seal, SealedText } from '../../../platform/sealed-text.ts';
import type { IdentityPaper } from '../core/citizen-claims.ts';

/** Names the column inside the seal; the kind stands in the sealed text, so that a card is not taken for a passport. */
export const paperContext = 'identity.person_paper.number';

/** What a paper's row may carry as its blind index, one for each key. */
export function paperIndexes(seal: Seal, papers: readonly IdentityPaper[]): readonly string[] {
  return papers.flatMap((paper) => [...seal.blindIndexes(textOf(paper), paperContext)]);
}

/** Notes the papers of a person that are not noted yet. */
export async function keepPapers(
  tx: Tx,
  {
    jurisdiction,
    seal,
    newId,
  }: { readonly jurisdiction: Jurisdiction; readonly seal: Seal; readonly newId: NewId },
  personId: Id<'person'>,
  papers: readonly IdentityPaper[],
  now: Date,
): Promise<void> {
  for (const paper of papers) {
    const known = [...paperIndexes(seal, [paper])];
    await sql`
      insert into identity.person_paper (jurisdiction, paper_id, person_id, kind, number_sealed, number_index, noted_at)
      select ${jurisdiction}, ${newId<'paper'>()}, ${personId}, ${paper.kind}, ${seal.seal(textOf(paper), paperContext)},
        ${seal.blindIndex(textOf(paper), paperContext)}, ${now}
      where not exists (
        select from identity.person_paper
        where jurisdiction = ${jurisdiction} and person_id = ${personId} and number_index = any(${known}::text[]))`.execute(
      tx,
    );
  }
}

/**
 * The record that one of the papers was noted for, the oldest, and which; after a merge the one that was kept. A record whose identity number
 * is another one than the asked person's is somebody else: a passport's number may be given twice.
 */
export function findPersonByPapers(
  db: Connection,
  jurisdiction: Jurisdiction,
  seal: Seal,
  papers: readonly IdentityPaper[],
  identityNumberIndexes: readonly string[],
): Promise<{ readonly id: Id<'person'>; readonly kind: IdentityPaper['kind'] } | undefined> {
  return maybeOne(
    db,
    sql<{ id: Id<'person'>; kind: IdentityPaper['kind'] }>`
      with recursive holder(id, kind, noted_at) as (
        select person_id, kind, noted_at from identity.person_paper
        where jurisdiction = ${jurisdiction} and number_index = any(${[...paperIndexes(seal, papers)]}::text[])
        union
        select merge.kept_person_id, holder.kind, holder.noted_at from holder
        join identity.person_merge merge on merge.jurisdiction = ${jurisdiction} and merge.merged_person_id = holder.id
          and merge.undone_at is null)
      select person.id, holder.kind from holder
      join identity.person on person.jurisdiction = ${jurisdiction} and person.id = holder.id
      where not exists (
          select from identity.person_merge merge
          where merge.jurisdiction = ${jurisdiction} and merge.merged_person_id = person.id and merge.undone_at is null)
        and (person.identity_index is null or cardinality(${[...identityNumberIndexes]}::text[]) = 0
          or person.identity_index = any(${[...identityNumberIndexes]}::text[]))
      order by holder.noted_at, person.id limit 1`,
  );
}

/** The papers noted for a person, opened from their seals for the owner only. */
export async function papersOf(
  db: Connection,
  jurisdiction: Jurisdiction,
  seal: Seal,
  personId: Id<'person'>,
): Promise<readonly IdentityPaper[]> {
  const rows = await many(
    db,
    sql<{ kind: IdentityPaper['kind']; number_sealed: SealedText }>`
      select kind, number_sealed from identity.person_paper
      where jurisdiction = ${jurisdiction} and person_id = ${personId} order by noted_at, paper_id`,
  );
  return rows.map((row) => ({
    kind: row.kind,
    number: seal.open(row.number_sealed, paperContext).slice(row.kind.length + 1),
  }));
}

function textOf({ kind, number }: IdentityPaper): string {
  return `${kind} ${number}`;
}
