import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, one, type Tx } from '../../../platform/database.ts';
import type { FileScan } from '../core/file-scan.ts';

/** What is written down of a scan. */
export interface ScannerSays extends FileScan {
  /** What the scanner calls what it found. */
  readonly finding: string | undefined;
}

/** All uploads of one content that are not known to be infected. */
export async function uploadsOfContent(
  connection: Connection,
  jurisdiction: Jurisdiction,
  sha256: string,
): Promise<readonly Id<'file'>[]> {
  const rows = await many(
    connection,
    sql<{ file_id: Id<'file'> }>`
      select f.file_id from documents.file f
      where f.jurisdiction = ${jurisdiction} and f.sha256 = ${sha256} and f.purpose = 'upload'
        and f.scan_state <> 'infected' and f.erased_at is null
      order by f.file_id`,
  );
  return rows.map((row) => row.file_id);
}

/** Writes down what the scanner said. Those it was new for; an infected file stays infected, an erased one has nothing to say of. */
export async function saveScan(
  tx: Tx,
  jurisdiction: Jurisdiction,
  fileIds: readonly string[],
  { state, at, finding }: ScannerSays,
): Promise<readonly Id<'file'>[]> {
  const rows = await many(
    tx,
    sql<{ file_id: Id<'file'> }>`
      update documents.file f
      set scan_state = ${state}, scanned_at = ${at ?? null}, scan_finding = ${finding ?? null}
      where f.jurisdiction = ${jurisdiction} and f.file_id = any(${[...fileIds]}::uuid[])
        and f.scan_state <> 'infected' and f.erased_at is null
      returning f.file_id`,
  );
  return rows.map((row) => row.file_id);
}

/**
 * Uploads for which somebody has to ask the scanner: those whose own job should have done so by `before`, those from the time before
 * there was one, and those that were too large for it, a day later. Oldest first.
 */
export async function filesToScan(
  connection: Connection,
  jurisdiction: Jurisdiction,
  { before, tooLargeBefore, atMost }: { before: Date; tooLargeBefore: Date; atMost: number },
): Promise<readonly Id<'file'>[]> {
  const rows = await many(
    connection,
    sql<{ file_id: Id<'file'> }>`
      select f.file_id from documents.file f
      where f.jurisdiction = ${jurisdiction} and f.scan_state in ('waiting', 'unscanned') and f.erased_at is null
        and f.uploaded_at < ${before} and (f.scanned_at is null or f.scanned_at < ${tooLargeBefore})
      order by f.uploaded_at, f.file_id
      limit ${atMost}`,
  );
  return rows.map((row) => row.file_id);
}

/** How many uploads wait, since when, and how many were too large; counted no further than a thousand. */
export function scanBacklog(
  connection: Connection,
  jurisdiction: Jurisdiction,
): Promise<{ readonly waiting: number; readonly oldest: Date | null; readonly tooLarge: number }> {
  return one(
    connection,
    sql<{ waiting: number; oldest: Date | null; tooLarge: number }>`
      select count(*) filter (where w.scan_state = 'waiting')::int as waiting,
        min(w.uploaded_at) filter (where w.scan_state = 'waiting') as oldest,
        count(*) filter (where w.scanned_at is not null)::int as "tooLarge"
      from (
        select f.scan_state, f.uploaded_at, f.scanned_at from documents.file f
        where f.jurisdiction = ${jurisdiction} and f.scan_state in ('waiting', 'unscanned') and f.erased_at is null
          and (f.scan_state = 'waiting' or f.scanned_at is not null)
        order by f.uploaded_at, f.file_id
        limit 1000
      ) w`,
  );
}

/** Whether any file of any jurisdiction that may be opened has this content. */
export async function isContentOpen(connection: Connection, sha256: string): Promise<boolean> {
  const row = await one(
    connection,
    sql<{ open: boolean }>`select documents.content_is_open(${sha256}) as open`,
  );
  return row.open;
}
