import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { loadWhenChanged } from './load-when-changed.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

describe('loading facts only when they changed', () => {
  const world = useSeededProduct(useTestDatabase());

  it('loads once per hash and again after a failure', async () => {
    let loads = 0;
    const load = async () => {
      loads += 1;
      if (loads === 1) throw new Error('broken off');
    };
    await expect(loadWhenChanged(world.product, 'facts', load, 'a')).rejects.toThrow('broken off');
    expect(await loadWhenChanged(world.product, 'facts', load, 'a')).toBe('loaded');
    expect(await loadWhenChanged(world.product, 'facts', load, 'a')).toBe('unchanged');
    expect(await loadWhenChanged(world.product, 'facts', load, 'b')).toBe('loaded');
    expect(loads).toBe(3);
  });
});
