import { z } from 'zod';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction, NewId } from '../../../kernel/id.ts';
import { ok } from '../../../kernel/result.ts';
import type { BlobStore } from '../../../platform/blob-store.ts';
import type { Database, Tx } from '../../../platform/database.ts';
import type { Job } from '../../../platform/enqueue.ts';
import { recordAction } from '../../../platform/journal.ts';
import { journalKey } from '../../../platform/journal-facts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import type { FileDescription } from '../core/file-description.ts';
import { selectFiles } from '../store/file-rows.ts';
import { isContentOpen, type ScannerSays, saveScan, uploadsOfContent } from '../store/scan-rows.ts';
import type { InfectedListener, Scanning, ScanVerdict } from '../store/scanning.ts';

/** Job that has one upload looked at. */
export const scanFileTask = 'documents.scan-file';

/** One queue: a scanner that is slow or away holds one hand of the worker, never all. */
export function scanJob(fileId: string): Job {
  return {
    task: scanFileTask,
    payload: { fileId },
    key: `${scanFileTask}:${fileId}`,
    queue: 'documents.scan',
  };
}

export interface ScanDeps {
  readonly db: Database;
  readonly newId: NewId;
  readonly blobs: BlobStore;
  readonly scanning: Scanning | undefined;
  readonly onInfected: InfectedListener;
}

const payloadShape = z.object({ fileId: z.uuid() });

/**
 * Asks the scanner about one upload and writes down what it said. Whatever leaves its state unknown is thrown: the file waits on, and
 * the worker asks again later. Harmless when repeated, also between the verdict and the quarantine.
 */
export async function scanFile(
  deps: ScanDeps,
  jurisdiction: Jurisdiction,
  now: Date,
  payload: unknown,
): Promise<void> {
  const { fileId } = payloadShape.parse(payload);
  const [file] = await selectFiles(deps.db, jurisdiction, [fileId]);
  if (!file?.scan || file.erasedAt) return;
  if (file.scan.state !== 'infected') {
    if (!deps.scanning) return;
    const content = await deps.blobs.read(file.sha256);
    if (content === undefined) throw new Error(`content ${file.sha256} of file ${fileId} is missing`);
    const verdict = await deps.scanning.scanner.scan(content).finally(() => content.destroy());
    const ctx: CommandContext = {
      jurisdiction,
      actor: { kind: 'system', task: scanFileTask },
      now,
      origin: { ip: undefined, userAgent: undefined },
      requestId: deps.newId<'request'>(),
    };
    await inTransaction(deps.db, async (tx) => ok(await settle(tx, ctx, deps, file, verdict)));
    if (verdict.kind !== 'found') return;
  }
  // After the row says so: who is reading it already reads on, nobody begins to.
  if (!(await isContentOpen(deps.db, file.sha256))) await deps.blobs.quarantine(file.sha256);
}

async function settle(
  tx: Tx,
  ctx: CommandContext,
  deps: ScanDeps,
  file: FileDescription,
  verdict: ScanVerdict,
): Promise<void> {
  const scan = scanOf(verdict, ctx.now);
  const isFound = verdict.kind === 'found';
  // A content is infected wherever it lies; that it is clean is said of what was asked about.
  const fileIds = isFound ? await uploadsOfContent(tx, ctx.jurisdiction, file.sha256) : [file.fileId];
  // Before the rows are locked: dossiers are locked first everywhere.
  if (isFound) await deps.onInfected(tx, ctx, fileIds);
  for (const fileId of await saveScan(tx, ctx.jurisdiction, fileIds, scan))
    await recordVerdict(tx, ctx, deps.newId, fileId, { sha256: file.sha256, ...verdict });
}

function scanOf(verdict: ScanVerdict, at: Date): ScannerSays {
  switch (verdict.kind) {
    case 'clean':
      return { state: 'clean', at, finding: undefined };
    case 'found':
      return { state: 'infected', at, finding: verdict.signature };
    case 'too-large':
      return { state: 'unscanned', at, finding: undefined };
  }
}

function recordVerdict(
  tx: Tx,
  ctx: CommandContext,
  newId: NewId,
  fileId: Id<'file'>,
  { sha256, ...verdict }: ScanVerdict & { readonly sha256: string },
): Promise<void> {
  return recordAction(tx, ctx, newId, {
    command: scanFileTask,
    subjectId: fileId,
    facts: {
      verdict: verdict.kind,
      sha256: journalKey(sha256),
      ...(verdict.kind === 'found' && { signature: journalKey(verdict.signature) }),
    },
  });
}
