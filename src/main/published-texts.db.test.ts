import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';

import { useSeededProduct } from './testing/seeded-product.ts';

/** The texts that ship, judged as the office's own would be: by the linter with the rules of `data/`. */
describe('the shipped procedures that can be submitted', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  let control: OfficerActor;

  beforeAll(async () => {
    control = await world.officer('kiemsoat.tthc');
  }, 60_000);

  const queries = () => world.product.modules.catalogue.queries;

  it('contradict neither themselves nor their form, process and agency', async () => {
    const ctx = world.as(control);
    const { catalogue } = world.product.modules;
    const errors: string[] = [];
    let open = 0;
    for (const { code } of must(await catalogue.findProcedures(ctx, { limit: 100 })).items) {
      const page = must(await catalogue.getProcedurePage(ctx, { code }));
      if (page.online.state !== 'open') continue;
      open += 1;
      const said = must(await queries().lint(ctx, { of: { versionId: page.version.id } }));
      // A case without a process is told as such to whoever chooses it; nothing else may stand in the way.
      const faults = said.filter(({ type, severity }) => severity === 'error' && type !== 'process-missing');
      errors.push(...faults.map(({ sentence }) => `${code}: ${sentence}`));
    }
    expect(open).toBeGreaterThanOrEqual(15);
    expect(errors).toEqual([]);
  });

  it('are in the lists of what is missing, page by page, by sector', async () => {
    const ctx = world.as(control);
    for (const gap of ['process', 'fee', 'unchecked'] as const) {
      const whole = must(await queries().listGaps(ctx, { gap, limit: 200 })).items.map(({ code }) => code);
      const paged: string[] = [];
      for (let after: string | undefined; ; ) {
        const page = must(await queries().listGaps(ctx, { gap, limit: 7, after }));
        paged.push(...page.items.map(({ code }) => code));
        after = page.next;
        if (after === undefined) break;
      }
      expect(whole.length, gap).toBeGreaterThan(7);
      expect(paged).toEqual(whole);
      const land = must(await queries().listGaps(ctx, { gap, sector: 'Đất đai', limit: 200 })).items;
      expect(new Set(land.map(({ sector }) => sector))).toEqual(new Set(land.length > 0 ? ['Đất đai'] : []));
    }
  });
});
