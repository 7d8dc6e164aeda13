import { sql } from 'kysely';
import type { Jurisdiction } from '../../../kernel/id.ts';
import { many, type Tx } from '../../../platform/database.ts';
import type { DossierDeps } from './deps.ts';
import { isStillKept } from './erase-dossier.ts';

/** Throws away drafts with what was attached to them alone; the papers' contents go too. */
export async function dropDrafts(
  tx: Tx,
  deps: Pick<DossierDeps, 'documents'>,
  jurisdiction: Jurisdiction,
  draftIds: readonly string[],
  now: Date,
): Promise<void> {
  const ids = sql`${[...draftIds]}::uuid[]`;
  const files = await many(
    tx,
    sql<{ file_id: string }>`
      select distinct f.file_id from dossiers.draft_file f
      where f.jurisdiction = ${jurisdiction} and f.draft_id = any(${ids})
        and not exists (
          select from dossiers.draft_file o
          where o.jurisdiction = f.jurisdiction and o.file_id = f.file_id and o.draft_id <> all(${ids})
        ) and not ${isStillKept(jurisdiction)}`,
  );
  const fileIds = files.map(({ file_id: fileId }) => fileId);
  await deps.documents.commands.eraseFiles(tx, jurisdiction, fileIds, now);
  await sql`delete from dossiers.draft where jurisdiction = ${jurisdiction} and draft_id = any(${ids})`.execute(
    tx,
  );
}

/** Drafts never handed in that nobody has saved since, locked; one that is being saved now is passed over. */
export async function lockUntouched(
  tx: Tx,
  jurisdiction: Jurisdiction,
  before: Date,
  limit: number,
): Promise<readonly string[]> {
  const rows = await many(
    tx,
    sql<{ draft_id: string }>`
      select draft_id from dossiers.draft
      where jurisdiction = ${jurisdiction} and dossier_id is null and saved_at < ${before}
      order by saved_at limit ${limit} for update skip locked`,
  );
  return rows.map(({ draft_id: draftId }) => draftId);
}
