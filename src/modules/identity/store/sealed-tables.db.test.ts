import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Id } from '../../../kernel/id.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { createSeal } from '../../../platform/sealed-text.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { addPerson, findPersonByNumber } from './person-store.ts';
import { sealedTables } from './sealed-tables.ts';

const now = new Date('2026-11-26T09:00:00+07:00');
const nil = '00000000-0000-0000-0000-000000000000';
const keys = new Map([['k', randomBytes(32)]]);
const [older, newer] = [randomBytes(32), randomBytes(32)];
const before = createSeal({ keys, currentKeyId: 'k', blindKey: older });
const seal = createSeal({ keys, currentKeyId: 'k', blindKey: newer, oldBlindKeys: [older] });

describe('people while the key of the index changes', () => {
  const test = useTestDatabase();
  const { jurisdiction } = test;
  const add = async (by: typeof seal, identityNumber: string) => {
    const id = newUuidV7<'person'>() as Id<'person'>;
    await test.db
      .transaction()
      .execute((tx) => addPerson(tx, jurisdiction, by, id, { name: 'Lê Văn Khác', identityNumber }, now));
    return id;
  };
  const renew = () =>
    test.db.transaction().execute(async (tx) => {
      const [people] = sealedTables;
      return people?.renew(tx, { jurisdiction, seal, after: nil, size: 100 });
    });

  it('are found under either key', async () => {
    const id = await add(before, '072195999001');
    expect(await findPersonByNumber(test.db, jurisdiction, seal, '072195999001')).toMatchObject({ id });
    expect(await renew()).toMatchObject({ seen: 1, changed: 1, left: 0 });
    expect(await findPersonByNumber(test.db, jurisdiction, before, '072195999001')).toBeUndefined();
    expect(await findPersonByNumber(test.db, jurisdiction, seal, '072195999001')).toMatchObject({ id });
  });

  it('who were taken in twice in between keep both records and are counted, not thrown at', async () => {
    await add(before, '072195999002');
    await add(seal, '072195999002');
    expect(await renew()).toMatchObject({ changed: 0, left: 1 });
  });
});
