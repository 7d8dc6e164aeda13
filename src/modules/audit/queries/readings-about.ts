import { type JournalRow, searchJournal } from '../../../platform/journal-search.ts';
import type { NamedDossier, ReadPerson } from '../core/audit-subjects.ts';
import type { AuditDeps } from '../store/audit-deps.ts';

/** Whose readings are looked through; older dossiers have their own page, and the copy of the data is asked for once more. */
const mostDossiers = 200;

/** A reading about somebody, and the dossiers of theirs that it showed; none where it showed their record. */
export interface ReadingAbout {
  readonly row: JournalRow;
  readonly dossiers: readonly NamedDossier[];
}

/**
 * Who else read what is kept of somebody, newest first: their record and those merged into it, their account, the dossiers they
 * handed in or are named in, and the files of these.
 */
export async function readingsAbout(
  deps: AuditDeps,
  person: ReadPerson,
  after: readonly [string, string] | undefined,
  most: number,
): Promise<readonly ReadingAbout[]> {
  const { db, identity, subjects } = deps;
  const records = await identity.recordsOf(db, person.personId);
  const dossiers = await subjects.dossiersAbout(person, mostDossiers);
  const dossierOf = new Map(
    dossiers.flatMap((dossier) =>
      [dossier.dossierId, ...dossier.fileIds].map((id) => [id, dossier] as const),
    ),
  );
  const filter = {
    source: 'read' as const,
    notBy: person.accountIds,
    subjectIds: [...records, ...person.accountIds, ...dossierOf.keys()],
  };
  const rows = await searchJournal(db, person.jurisdiction, filter, after, most);
  return rows.map((row) => ({
    row,
    dossiers: [...new Set(row.subjectIds.flatMap((id) => dossierOf.get(id) ?? []))],
  }));
}
