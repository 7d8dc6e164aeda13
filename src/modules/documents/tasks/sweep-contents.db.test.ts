import { describe, expect, it } from 'vitest';
import type { Jurisdiction } from '../../../kernel/id.ts';
import { ok } from '../../../kernel/result.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { createMemoryBlobStore } from '../../../platform/testing/memory-blob-store.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { insertFiles } from '../store/file-rows.ts';
import { sweepContents } from './sweep-contents.ts';

describe('sweepContents', () => {
  const test = useTestDatabase();
  const keptAt = new Date('2026-11-20T09:00:00+07:00');
  const hoursLater = (hours: number) => new Date(keptAt.getTime() + hours * 3_600_000);

  it('removes what no file of any jurisdiction names, after a day', async () => {
    const blobs = createMemoryBlobStore(() => keptAt);
    const deps = { db: test.db, blobs };
    const keep = async (text: string) => {
      const source = async function* () {
        yield Buffer.from(text);
      };
      const staged = await blobs.stage(source(), 100);
      if (!staged.ok) throw new Error(staged.refusal.type);
      return staged.value.keep();
    };
    const own = await keep('của mình');
    const other = await keep('của nơi khác');
    const orphan = await keep('mồ côi');
    for (const [jurisdiction, blob] of [[1, own] as const, [2, other] as const]) {
      const file = {
        fileId: newUuidV7<'file'>(),
        name: 'a.pdf',
        mediaType: 'application/pdf',
        uploadedBy: newUuidV7<'account'>(),
        uploadedAt: keptAt,
        ...blob,
      };
      const scope = jurisdiction as Jurisdiction;
      await inTransaction(test.owner, async (tx) => ok(await insertFiles(tx, scope, [file])));
    }

    expect(await sweepContents(deps, hoursLater(23))).toEqual({ contents: 0, staged: 0 });
    expect(await sweepContents(deps, hoursLater(25))).toEqual({ contents: 1, staged: 0 });
    expect(await blobs.read(orphan.sha256)).toBeUndefined();
    expect(await blobs.read(own.sha256)).toBeDefined();
    expect(await blobs.read(other.sha256)).toBeDefined();
  });
});
