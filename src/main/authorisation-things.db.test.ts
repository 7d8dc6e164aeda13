import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { draftThings } from './testing/matrix/draft-things.ts';
import { kept } from './testing/matrix/kept-things.ts';
import { useThings } from './testing/matrix/things-world.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

/**
 * What stands in a state in the other modules, and drafts of dossiers: every command about it × everybody × every state. Each is
 * brought to its state once, each answer undone; what is expected follows from the permission file and whose the thing is.
 */
describe('acts on what is kept in states', () => {
  const test = useTestDatabase();
  const { wrongCells } = useThings(test, useSeededProduct(test));

  const cells = Object.entries({ ...kept, ...draftThings }).flatMap(([name, thing]) =>
    thing.states.map((state) => [name, state, thing] as const),
  );

  it.each(cells)('%s that is %s', async (_, state, thing) => {
    expect(await wrongCells(thing, state)).toEqual([]);
  });

  it('sees somebody who is let in, and somebody who is kept out', async () => {
    const leaky = { ...kept.delegation, as: { stranger: 'chair', chair: 'stranger' } } as const;
    expect(await wrongCells(leaky, 'running')).toEqual([
      'end by chair: may, not not-found identity.delegation-not-found',
      'end by stranger: no, not may',
    ]);
  });
});
