import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { startTestSimulator } from './identity-simulator/testing.ts';
import { importThings } from './testing/matrix/import-things.ts';
import { mergeThings, olderAccounts } from './testing/matrix/merge-things.ts';
import { peopleThings } from './testing/matrix/people-things.ts';
import { provinceThings } from './testing/matrix/province-things.ts';
import { signInThings } from './testing/matrix/sign-in-things.ts';
import { useThings } from './testing/matrix/things-world.ts';
import { workThings } from './testing/matrix/work-things.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

/** As `authorisation-things.db.test.ts`, for accounts of people and officers, files of them, and work given out anew. */
describe('acts on accounts, and on work that changes hands', () => {
  const test = useTestDatabase();
  let issuer: Awaited<ReturnType<typeof startTestSimulator>>;
  beforeAll(async () => {
    issuer = await startTestSimulator(olderAccounts);
  });
  afterAll(() => issuer.stop());
  const { wrongCells } = useThings(
    test,
    useSeededProduct(test, () => ({ oidc: { ...issuer.client, leastAssurance: 2 } })),
  );

  const cells = Object.entries({
    ...provinceThings,
    ...mergeThings,
    ...peopleThings,
    ...importThings,
    ...workThings,
    ...signInThings,
  }).flatMap(([name, thing]) => thing.states.map((state) => [name, state, thing] as const));

  it.each(cells)('%s that is %s', async (_, state, thing) => {
    expect(await wrongCells(thing, state)).toEqual([]);
  });

  it('sees half a sign-in that is taken for a whole one', async () => {
    const eager = { ...signInThings.session, as: { clerk: 'author' } } as const;
    expect(await wrongCells(eager, 'bare')).toEqual([
      'resolveSession by clerk: identity.second-factor-needed, not may',
    ]);
  });
});
