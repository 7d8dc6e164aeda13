import { describe, expect, it } from 'vitest';
import { checkExport } from '../modules/audit/public.ts';
import { runScript } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

describe('a journal begun before the moment of sealing was part of the hash', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);

  it('goes on with blocks that hash it, stands whole, and is exported and proved across both', async () => {
    const { audit } = world.product.modules;
    const administrator = world.as(await world.officer('quantri'));
    await audit.commands.seal(morning);
    await runScript(
      test.owner,
      'update platform.journal_block set format = 1, hash = platform.block_hash(previous, first_position, root)',
    );
    must(await audit.queries.search(administrator, {}));
    await audit.commands.seal(new Date(morning.getTime() + 1000));
    expect(await audit.queries.verify(morning)).toMatchObject({ findings: [], notices: [] });

    const lines: string[] = [];
    for await (const line of must(await audit.queries.export(administrator, {})))
      lines.push(JSON.stringify(line));
    const blocks = lines.map((line) => JSON.parse(line)).filter(({ kind }) => kind === 'block');
    expect(blocks.map(({ format }) => format)).toEqual([undefined, 2]);
    expect(await checkExport(each(lines), [])).toMatchObject({ fault: undefined, rows: expect.any(Number) });
    const changed = lines.map((line) => line.replace(/("sealedAt":)1/, '$12'));
    expect(await checkExport(each(changed), [])).toMatchObject({ fault: { kind: 'block' } });
  });
});

async function* each(lines: readonly string[]) {
  yield* lines;
}
