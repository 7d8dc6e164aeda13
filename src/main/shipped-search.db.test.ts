import { describe, expect, it } from 'vitest';
import { searchText } from '../kernel/search-text.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { loadReferenceData } from './reference-data/load-reference-data.ts';

import { useSeededProduct } from './testing/seeded-product.ts';

const { procedures, searchSynonyms } = await loadReferenceData('data');

describe('the search among the procedures shipped', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);

  async function found(q: string, limit: number): Promise<readonly string[]> {
    const anonymous = world.as({ kind: 'anonymous' });
    const page = must(await world.product.modules.catalogue.findProcedures(anonymous, { q, limit }));
    return page.items.map((item) => item.code);
  }

  it.each(procedures)(
    'finds $code first by its everyday name, typed without marks',
    async ({ code, name, shortName }) => {
      expect((await found(searchText(shortName ?? name), 1))[0]).toBe(code);
    },
  );

  it.each(procedures)(
    'finds $code by each of its other words among the first five',
    async ({ code, keywords }) => {
      for (const word of keywords)
        expect([word, await found(word, 5)]).toEqual([word, expect.arrayContaining([code])]);
    },
  );

  it.each(searchSynonyms)('knows what is meant by "$phrase"', async ({ phrase }) => {
    expect(await found(phrase, 5)).not.toEqual([]);
  });
});
