import type { Jurisdiction } from '../../../kernel/id.ts';
import type { Database } from '../../../platform/database.ts';
import { scanBacklog } from '../store/scan-rows.ts';
import type { Scanning } from '../store/scanning.ts';

/** How long an upload may wait before somebody should look. */
const patienceMs = 15 * 60_000;

/** See `Documents.queries.scanTrouble`: no scanner, one that does not answer, uploads that wait for long or are too large for it. */
export async function scanTrouble(
  { db, scanning }: { readonly db: Database; readonly scanning: Scanning | undefined },
  jurisdiction: Jurisdiction,
  now: Date,
): Promise<string | undefined> {
  if (!scanning) return 'uploads are not scanned for malware: MOTCUA_CLAMD is not set';
  const { waiting, oldest, tooLarge } = await scanBacklog(db, jurisdiction);
  const troubles: string[] = [];
  try {
    await scanning.scanner.ping();
  } catch (error) {
    troubles.push(`the scanner does not answer (${error instanceof Error ? error.message : 'error'})`);
  }
  if (oldest && now.getTime() - oldest.getTime() > patienceMs)
    troubles.push(`${waiting} uploads wait for it, the oldest since ${oldest.toISOString()}`);
  if (tooLarge > 0)
    troubles.push(`${tooLarge} uploads are larger than it takes: raise StreamMaxLength of clamd`);
  return troubles.length === 0 ? undefined : troubles.join('; ');
}
