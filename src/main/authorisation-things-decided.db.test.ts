import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { decidedThings } from './testing/matrix/decided-things.ts';
import { useThings } from './testing/matrix/things-world.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

/** As `authorisation-things.db.test.ts`, for what is decided, carried out and taken back. */
describe('acts on what is decided', () => {
  const test = useTestDatabase();
  const { wrongCells } = useThings(test, useSeededProduct(test));

  const cells = Object.entries(decidedThings).flatMap(([name, thing]) =>
    thing.states.map((state) => [name, state, thing] as const),
  );

  it.each(cells)('%s that is %s', async (_, state, thing) => {
    expect(await wrongCells(thing, state)).toEqual([]);
  });

  it('sees who takes back a decision without the permission', async () => {
    const leaky = { ...decidedThings.decision, as: { specialist: 'author', second: 'specialist' } } as const;
    const found = await wrongCells(leaky, 'published');
    expect(found.filter((each) => each.startsWith('undoDecision'))).toEqual([
      'undoDecision by second: may, not catalogue.not-allowed',
      'undoDecision by specialist: catalogue.not-allowed, not may',
    ]);
  });
});
