import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, one, type Tx } from '../../../platform/database.ts';
import type { FileDescription } from '../core/file-description.ts';
import type { ScanState } from '../core/file-scan.ts';

interface FileRow {
  readonly file_id: Id<'file'>;
  readonly sha256: string;
  readonly size: number;
  readonly media_type: string;
  readonly name: string;
  readonly uploaded_by: Id<'account'> | null;
  readonly uploaded_at: Date;
  readonly erased_at: Date | null;
  readonly scan_state: ScanState | null;
  readonly scanned_at: Date | null;
}

/** Enters files whose contents are already kept; one that is there already stays. The ids that were new. */
export async function insertFiles(
  tx: Tx,
  jurisdiction: Jurisdiction,
  files: readonly FileDescription[],
): Promise<readonly Id<'file'>[]> {
  const rows = files.map((file) => ({
    file_id: file.fileId,
    sha256: file.sha256,
    size: file.size,
    media_type: file.mediaType,
    name: file.name,
    purpose: file.uploadedBy === undefined ? 'letter' : 'upload',
    uploaded_by: file.uploadedBy ?? null,
    uploaded_at: file.uploadedAt,
    scan_state: file.uploadedBy === undefined ? null : (file.scan?.state ?? 'unscanned'),
  }));
  const inserted = await many(
    tx,
    sql<Pick<FileRow, 'file_id'>>`
    insert into documents.file
      (jurisdiction, file_id, sha256, size, media_type, name, purpose, uploaded_by, uploaded_at, scan_state)
    select ${jurisdiction}, f.file_id, f.sha256, f.size, f.media_type, f.name, f.purpose, f.uploaded_by, f.uploaded_at,
      f.scan_state
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as f(file_id uuid, sha256 text, size bigint, media_type text, name text, purpose text, uploaded_by uuid,
        uploaded_at timestamptz, scan_state text)
    on conflict (jurisdiction, file_id) do nothing
    returning file_id
  `,
  );
  return inserted.map((row) => row.file_id);
}

/** The files that exist among the ids. */
export async function selectFiles(
  connection: Connection,
  jurisdiction: Jurisdiction,
  fileIds: readonly string[],
): Promise<readonly FileDescription[]> {
  const rows = await many(
    connection,
    sql<FileRow>`
      select f.file_id, f.sha256, f.size, f.media_type, f.name, f.uploaded_by, f.uploaded_at, f.erased_at, f.scan_state,
        f.scanned_at
      from documents.file f
      where f.jurisdiction = ${jurisdiction} and f.file_id = any(${[...fileIds]}::uuid[])
    `,
  );
  return rows.map((row) => ({
    fileId: row.file_id,
    sha256: row.sha256,
    size: row.size,
    mediaType: row.media_type,
    name: row.name,
    uploadedBy: row.uploaded_by ?? undefined,
    uploadedAt: row.uploaded_at,
    ...(row.erased_at !== null && { erasedAt: row.erased_at }),
    ...(row.scan_state !== null && {
      scan: {
        state: row.scan_state,
        at: row.scanned_at ?? undefined,
      },
    }),
  }));
}

/** The same without those whose retention ran out. */
export async function selectKeptFiles(
  connection: Connection,
  jurisdiction: Jurisdiction,
  fileIds: readonly string[],
): Promise<readonly FileDescription[]> {
  const files = await selectFiles(connection, jurisdiction, fileIds);
  return files.filter(({ erasedAt }) => erasedAt === undefined);
}

/** Stands where the hash of an erased content stood: no content has it. */
const noContent = '0'.repeat(64);

/** Takes name and content away from files; their rows stay for what points at them. The hashes that were theirs. */
export async function blankFiles(
  tx: Tx,
  jurisdiction: Jurisdiction,
  fileIds: readonly string[],
  now: Date,
): Promise<readonly string[]> {
  const rows = await many(
    tx,
    sql<{ sha256: string }>`
      with going as (
        select f.file_id, f.sha256 from documents.file f
        where f.jurisdiction = ${jurisdiction} and f.file_id = any(${[...fileIds]}::uuid[]) and f.erased_at is null
        order by f.file_id for update
      )
      update documents.file f set name = '', sha256 = ${noContent}, erased_at = ${now}
      from going
      where f.jurisdiction = ${jurisdiction} and f.file_id = going.file_id
      returning going.sha256`,
  );
  return [...new Set(rows.map(({ sha256 }) => sha256))];
}

/** Forgets files that could not be put to use; their contents become orphans. */
export async function deleteFiles(
  connection: Connection,
  jurisdiction: Jurisdiction,
  fileIds: readonly Id<'file'>[],
): Promise<void> {
  await sql`
    delete from documents.file f
    where f.jurisdiction = ${jurisdiction} and f.file_id = any(${[...fileIds]}::uuid[])
  `.execute(connection);
}

/** Whether any file of any jurisdiction has this content. */
export async function isContentNamed(connection: Connection, sha256: string): Promise<boolean> {
  const row = await one(
    connection,
    sql<{ named: boolean }>`select documents.content_is_named(${sha256}) as named`,
  );
  return row.named;
}
