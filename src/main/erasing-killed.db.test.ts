import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { many, one } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { later, useEndedDossiers } from './testing/ended-dossiers.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

const script = fileURLToPath(new URL('./testing/erase-list.ts', import.meta.url));

describe('the job that erases a list', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const all = useEndedDossiers(test, world);

  it('killed in the middle of a list goes on with what is left, each dossier once and whole', async () => {
    const now = later(20);
    for (let count = 0; count < 6; count++) await all.anEnded();
    await all.nightly(now);
    const { retention } = await all.under(now);
    const { erasureId, items } = must(await retention.fixErasure(world.as(all.clerk, now), {}));
    expect(items).toBeGreaterThanOrEqual(6);
    const confirm = { erasureId, decisionNumber: '07/QĐ-UBND', decidedOn: '2046-11-20' };
    must(await retention.confirmErasure(world.as(all.administrator, now), confirm));
    const args = [script, test.url, world.product.config.dataFolder, erasureId, now.toISOString()];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let erased = 0;
    for await (const _ of createInterface({ input: child.stdout })) {
      erased += 1;
      if (erased === 3) child.kill('SIGKILL');
    }
    const before = await one(
      test.owner,
      sql<{ n: number }>`
      select count(*)::int as n from privacy.erasure_item where erasure_id = ${erasureId} and erased_at is not null`,
    );
    expect(before.n).toBeGreaterThanOrEqual(2);
    expect(before.n).toBeLessThan(items);
    // Half of one is nowhere: the row, its trace and its event come together.
    const halves = await many(
      test.owner,
      sql`
      select i.dossier_id from privacy.erasure_item i join dossiers.dossier d on d.dossier_id = i.dossier_id
      where i.erasure_id = ${erasureId} and (i.erased_at is null) <> (d.erased_at is null)`,
    );
    expect(halves).toEqual([]);
    await (await all.under(now)).tasks['privacy.erase-list']?.({ jurisdiction: 1, erasureId });
    const list = must(await retention.erasure(world.as(all.clerk, now), erasureId));
    expect(list.state).toBe('finished');
    const events = await many(
      test.owner,
      sql<{ n: number }>`
      select count(*)::int as n from platform.event e
      join privacy.erasure_item i on i.dossier_id = e.stream_id and i.erasure_id = ${erasureId} and i.erased_at is not null
      where e.type = 'dossiers.erased' group by e.stream_id`,
    );
    expect(new Set(events.map(({ n }) => n))).toEqual(new Set([1]));
  }, 60_000);
});
