import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandContext } from '../../../kernel/context.ts';
import { must } from '../../../platform/testing/must.ts';
import type { Catalogue } from '../module.ts';

/** Imports these lines as a file of the national database. */
export async function importLines(catalogue: Catalogue, ctx: CommandContext, lines: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-lines-'));
  try {
    await writeFile(join(folder, 'lines.jsonl'), lines.join('\n'));
    return must(await catalogue.importProcedures(ctx, join(folder, 'lines.jsonl')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
