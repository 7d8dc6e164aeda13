import type { Jurisdiction } from '../../../kernel/id.ts';
import type { Database } from '../../../platform/database.ts';
import { enqueue } from '../../../platform/enqueue.ts';
import { filesToScan } from '../store/scan-rows.ts';
import type { Scanning } from '../store/scanning.ts';
import { scanJob } from './scan-file.ts';

/** Asks again for what is still waiting; comes back every five minutes. */
export const scanWaitingTask = 'documents.scan-waiting';

const atOnce = 500;
/** By then an upload's own job has run, had the scanner answered. */
const ownJobMs = 5 * 60_000;
const dayMs = 24 * 3_600_000;

/**
 * Sends files to the scanner that nobody is sending: it was away for so long that their jobs gave up or put themselves off by hours,
 * it was set up after they came, or it did not take them so large. Nothing while it does not answer. How many were sent.
 */
export async function scanWaiting(
  deps: { readonly db: Database; readonly scanning: Scanning | undefined },
  jurisdiction: Jurisdiction,
  now: Date,
): Promise<number> {
  if (!deps.scanning) return 0;
  await deps.scanning.scanner.ping();
  const fileIds = await filesToScan(deps.db, jurisdiction, {
    before: new Date(now.getTime() - ownJobMs),
    tooLargeBefore: new Date(now.getTime() - dayMs),
    atMost: atOnce,
  });
  await enqueue(deps.db, ...fileIds.map(scanJob));
  return fileIds.length;
}
