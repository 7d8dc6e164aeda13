import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modules } from '../../architecture.mjs';
import type { Problem } from './problem.ts';

/**
 * Holds the table of modules in ARCHITECTURE.md (`| name | … | what it may use |`) against architecture.mjs:
 * the same rows in the same order with the same uses.
 */
export function checkArchitecturePage(root: string): Problem[] {
  const page = join(root, 'ARCHITECTURE.md');
  if (!existsSync(page)) return ['architecture: ARCHITECTURE.md is missing'];
  const rows = tableRows(readFileSync(page, 'utf8'));
  const shown = rows.map(({ name }) => name).join(', ');
  const wanted = modules.map(({ name }) => name).join(', ');
  if (shown !== wanted)
    return [`architecture: ARCHITECTURE.md lists "${shown}", architecture.mjs "${wanted}"`];
  return modules.flatMap(({ name, uses }) => {
    const row = rows.find((candidate) => candidate.name === name);
    const told = row?.uses.join(', ') ?? '';
    return told === uses.join(', ')
      ? []
      : [`architecture: ARCHITECTURE.md lets ${name} use "${told}", architecture.mjs "${uses.join(', ')}"`];
  });
}

function tableRows(page: string): { name: string; uses: string[] }[] {
  const known = new Set(modules.map(({ name }) => name));
  return page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.replaceAll(/[*`]/g, '').trim()),
    )
    .flatMap((cells) => {
      const [name = ''] = cells;
      const uses =
        cells
          .at(-1)
          ?.split(/[\s,]+/)
          .filter((word) => /^[a-z]+$/.test(word)) ?? [];
      return known.has(name) ? [{ name, uses }] : [];
    });
}
