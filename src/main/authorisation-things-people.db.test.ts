import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { consentThings } from './testing/matrix/consent-things.ts';
import { privacyThings } from './testing/matrix/privacy-things.ts';
import type { Making } from './testing/matrix/things.ts';
import { useThings } from './testing/matrix/things-world.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

/** As `authorisation-things.db.test.ts`, for what is kept and erased of people, and what they let others do for them. */
describe('acts on what people entrusted', () => {
  const test = useTestDatabase();
  const { wrongCells } = useThings(test, useSeededProduct(test));

  const cells = Object.entries({ ...privacyThings, ...consentThings }).flatMap(([name, thing]) =>
    thing.states.map((state) => [name, state, thing] as const),
  );

  it.each(cells)('%s that is %s', async (_, state, thing) => {
    expect(await wrongCells(thing, state)).toEqual([]);
  });

  it('sees a helper who goes on with what was taken back', async () => {
    const { helperDraft } = consentThings;
    const forgetful = {
      ...helperDraft,
      make: (_: string, making: Making) => helperDraft.make('open', making),
    };
    const found = await wrongCells(forgetful, 'takenBack');
    expect(found).toContain('submitDraft by helper: identity.consent-ended, not may');
  });
});
