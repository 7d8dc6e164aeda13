import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { aTestIdentity, aUnitRecord } from '../../identity/testing/test-identity.ts';
import { addressBookOf } from './address-book.ts';

const day = (text: string) => text as PlainDate;
const old = { validFrom: day('2016-01-01'), validTo: day('2025-07-01') };
const province = { tier: 'province', kind: 'province' } as const;

describe('addressBookOf', () => {
  const database = useTestDatabase();

  it('an address names the units of its day, in a province that is kept here or elsewhere', async () => {
    const identity = aTestIdentity(database);
    const loaded = await identity.loadUnits(
      [
        aUnitRecord({ key: 'old-province', name: 'Tỉnh Tây Ninh', gsoCode: '72', ...province, ...old }),
        aUnitRecord({
          key: 'city',
          name: 'Thành phố Tây Ninh',
          gsoCode: '703',
          parentKey: 'old-province',
          ...old,
          tier: 'district',
          kind: 'district',
        }),
        aUnitRecord({
          key: 'ward-1',
          name: 'UBND Phường 1',
          shortName: 'Phường 1',
          gsoCode: '25456',
          parentKey: 'city',
          ...old,
        }),
        aUnitRecord({ key: 'province', name: 'Tỉnh Tây Ninh', gsoCode: '80', ...province }),
        aUnitRecord({ key: 'tan-ninh', name: 'Phường Tân Ninh', gsoCode: '25459', parentKey: 'province' }),
      ],
      [],
      new Date('2026-11-22T03:00:00Z'),
    );
    expect(loaded.ok).toBe(true);
    const book = addressBookOf(
      [
        { code: '01', name: 'Thành phố Hà Nội', validFrom: day('2016-01-01') },
        { code: '72', name: 'Tỉnh Tây Ninh', ...old },
        { code: '80', name: 'Tỉnh Tây Ninh', validFrom: day('2025-07-01') },
      ],
      identity.units,
    );
    expect(book.provinces(day('2025-06-30')).map((unit) => unit.code)).toEqual(['01', '72']);
    expect(book.provinces(day('2025-07-01')).map((unit) => unit.code)).toEqual(['01', '80']);
    expect(book.communes('72', day('2025-06-30'))).toEqual([
      { code: '25456', name: 'Phường 1, Thành phố Tây Ninh' },
    ]);
    expect(book.communes('80', day('2026-01-01'))).toEqual([{ code: '25459', name: 'Phường Tân Ninh' }]);
    expect(book.communes('01', day('2026-01-01'))).toBeUndefined();
    expect(book.communes('72', day('2026-01-01'))).toBeUndefined();

    const added = await identity.loadUnits(
      [aUnitRecord({ key: 'new-ward', name: 'Phường Mới', gsoCode: '99999', parentKey: 'province' })],
      [],
      new Date('2026-11-22T04:00:00Z'),
    );
    expect(added.ok).toBe(true);
    expect(book.communes('80', day('2026-01-01'))).toContainEqual({ code: '99999', name: 'Phường Mới' });
  });
});
