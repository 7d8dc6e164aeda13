import { describe, expect, it } from 'vitest';
import { newUuidV7 } from '../platform/ids.ts';
import { recordAction } from '../platform/journal.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { journalSealed } from './readiness.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

describe('the readiness of the sealer', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);

  it('tells that rows wait to be sealed, once they wait longer than a sealer takes', async () => {
    const { audit } = world.product.modules;
    await audit.commands.seal(new Date());
    const inSeconds = (seconds: number) =>
      journalSealed(test.db, () => new Date(Date.now() + seconds * 1000)).check();
    expect(await inSeconds(3600)).toBeUndefined();
    const ctx = world.as({ kind: 'system', task: 'test' });
    await test.db
      .transaction()
      .execute((tx) =>
        recordAction(tx, ctx, newUuidV7, { command: 'audit.prune-reads', subjectId: newUuidV7() }),
      );
    expect(await inSeconds(0)).toBeUndefined();
    expect(await inSeconds(3600)).toMatch(/not sealed for 3[56]\d\d s/);
    await audit.commands.seal(new Date());
    expect(await inSeconds(3600)).toBeUndefined();
  });
});
