import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkExport } from '../modules/audit/public.ts';
import { runScript } from '../platform/database.ts';
import { checkout } from '../platform/embedded/data-home.ts';
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

    // Whoever was given the file proves it with the roots alone: no configuration, no database.
    const folder = await mkdtemp(join(tmpdir(), 'motcua-export-'));
    const file = (name: string) => join(folder, name);
    await writeFile(file('goc.pem'), audit.queries.anchors());
    await writeFile(file('dung.jsonl'), lines.join('\n'));
    await writeFile(file('sai.jsonl'), changed.join('\n'));
    const prove = (name: string) => motcua(folder, ['audit', 'verify-export', file(name), file('goc.pem')]);
    expect(await prove('dung.jsonl')).toMatchObject({
      code: 3,
      said: expect.stringContaining('khớp với chuỗi'),
    });
    expect(await prove('sai.jsonl')).toMatchObject({ code: 1, said: expect.stringContaining('LỖI') });
    await rm(folder, { recursive: true });
  }, 240_000);
});

/** The command in an empty folder, with nothing of this environment but where programs are. */
function motcua(cwd: string, args: readonly string[]) {
  const command = [join(checkout, 'scripts/motcua.mjs'), ...args];
  const env = { PATH: process.env.PATH, HOME: cwd, NODE_ENV: undefined };
  return new Promise<{ readonly code: number; readonly said: string }>((resolve) => {
    execFile(process.execPath, command, { cwd, env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    );
  });
}

async function* each(lines: readonly string[]) {
  yield* lines;
}
