import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { CommandContext } from '../../../kernel/context.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { createMemoryBlobStore } from '../../../platform/testing/memory-blob-store.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { selectFiles } from '../store/file-rows.ts';
import { aReceipt, shippedPrinter } from '../testing/letter-samples.ts';
import { storeLetter } from './store-letter.ts';

describe('storeLetter', () => {
  const test = useTestDatabase();

  it('keeps the printed letter as a file of the system', async () => {
    const now = new Date('2026-11-20T09:15:00+07:00');
    const blobs = createMemoryBlobStore(() => now);
    const ctx: CommandContext = {
      jurisdiction: test.jurisdiction,
      actor: { kind: 'system', task: 'dossiers.issue-receipt' },
      now,
      origin: { ip: undefined, userAgent: undefined },
      requestId: newUuidV7<'request'>(),
    };
    const letter = { form: 'receipt', data: aReceipt(), fileName: 'Giấy tiếp nhận 0007' } as const;
    const deps = { db: test.db, newId: newUuidV7, blobs, printer: shippedPrinter() };
    const file = await storeLetter(deps, ctx, letter);
    expect(file).toMatchObject({ name: 'Giấy tiếp nhận 0007.pdf', mediaType: 'application/pdf' });
    expect(await selectFiles(test.db, test.jurisdiction, [file.fileId])).toEqual([file]);
    const content = await blobs.read(file.sha256);
    expect(content && (await buffer(content)).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await storeLetter(deps, ctx, letter)).sha256).toBe(file.sha256);
  });
});
