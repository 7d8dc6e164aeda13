import { describe, expect, it } from 'vitest';
import { fixtures } from './fixture.ts';
import { importRules } from './import-rules.ts';
import { checkImports } from './imports.ts';

const fixture = fixtures();

const house = {
  'tsconfig.json':
    '{"compilerOptions":{"module":"NodeNext","allowImportingTsExtensions":true,"noEmit":true}}',
  'node_modules/pg/package.json': '{"name":"pg","version":"1.0.0","main":"index.js"}',
  'node_modules/pg/index.js': 'module.exports = {};',
  'src/kernel/result.ts': 'export const ok = 1;',
  'src/platform/database.ts':
    "import pg from 'pg';\nimport { ok } from '../kernel/result.ts';\nexport const db = [pg, ok];",
  'src/modules/identity/public.ts':
    "export { unit } from './core/unit.ts';\nexport interface Unit { id: string }",
  'src/modules/identity/contract.ts': 'export const shape = 1;',
  'src/modules/identity/core/unit.ts':
    "import { ok } from '../../../kernel/result.ts';\nexport const unit = ok;",
  'src/modules/identity/testing/a-unit.ts': 'export const aUnit = 1;',
  'src/modules/process/public.ts':
    "import { unit } from '../identity/public.ts';\nimport { db } from '../../platform/database.ts';\nexport const clock = [unit, db];",
  'src/modules/process/core/clock.test.ts':
    "import { readFileSync } from 'node:fs';\nimport { aUnit } from '../../identity/testing/a-unit.ts';\nexport default [readFileSync, aUnit];",
  'src/modules/process/commands/plan.ts': 'export const plan = 1;',
  'src/modules/process/queries/show.ts': 'export const show = 1;',
  'src/web/root.tsx':
    "import type { Unit } from '../modules/identity/public.ts';\nimport { shape } from '../modules/identity/contract.ts';\nexport const root: [Unit?, number?] = [undefined, shape];",
  'src/main/compose.ts':
    "import { clock } from '../modules/process/public.ts';\nexport const compose = clock;",
  'scripts/tool.ts': 'export const tool = 1;',
};

/** Each rule with one fault, seeded by adding or replacing a file of the small house above. */
const faults: Record<string, Record<string, string>> = {
  'no-cycle': {
    'src/kernel/result.ts':
      "import type { Page } from './page.ts';\nexport const ok = 1;\nexport type R = Page;",
    'src/kernel/page.ts': "import type { R } from './result.ts';\nexport interface Page { r: R }",
  },
  'one-door': {
    'src/modules/process/store/read.ts':
      "import { unit } from '../../identity/core/unit.ts';\nexport default unit;",
  },
  'contracts-among-themselves': {
    'src/modules/process/contract.ts': "import { unit } from '../identity/public.ts';\nexport default unit;",
  },
  'one-door-from-tests': {
    'src/modules/process/store/read.test.ts':
      "import { unit } from '../../identity/core/unit.ts';\nexport default unit;",
  },
  'one-door-from-main': {
    'src/main/seed.ts': "import { unit } from '../modules/identity/core/unit.ts';\nexport default unit;",
  },
  'web-sees-contracts': {
    'src/web/home.tsx':
      "import type { unit } from '../modules/identity/core/unit.ts';\nexport type U = typeof unit;",
  },
  'web-takes-types-only': {
    'src/web/home.tsx': "import { unit } from '../modules/identity/public.ts';\nexport default unit;",
  },
  'pure-core': {
    'src/modules/process/core/read.ts':
      "import { db } from '../../../platform/database.ts';\nexport default db;",
  },
  'pure-core-no-node': {
    'src/modules/process/core/read.ts':
      "import { readFileSync } from 'node:fs';\nexport default readFileSync;",
  },
  'pure-core-packages': { 'src/kernel/client.ts': "import pg from 'pg';\nexport default pg;" },
  'reads-apart-from-writes': {
    'src/modules/process/commands/plan.ts':
      "import { show } from '../queries/show.ts';\nexport default show;",
  },
  'tests-stay-out': {
    'src/modules/identity/store/read.ts':
      "import { aUnit } from '../testing/a-unit.ts';\nexport default aUnit;",
  },
  'src-stands-alone': {
    'src/platform/tool.ts': "import { tool } from '../../scripts/tool.ts';\nexport default tool;",
  },
  'layer-kernel': { 'src/kernel/db.ts': "import { db } from '../platform/database.ts';\nexport default db;" },
  'layer-texts': { 'src/texts/db.ts': "import { db } from '../platform/database.ts';\nexport default db;" },
  'layer-platform': {
    'src/platform/unit.ts': "import { unit } from '../modules/identity/public.ts';\nexport default unit;",
  },
  'layer-modules': {
    'src/modules/identity/module.ts': "import { root } from '../../web/root.tsx';\nexport default root;",
  },
  'layer-web': {
    'src/web/home.tsx': "import { compose } from '../main/compose.ts';\nexport default compose;",
  },
};

/** Rules whose name is made from a module: one stands for all. */
const madeFromTable = importRules
  .filter(({ name }) => name?.startsWith('table-'))
  .map(({ name }) => name ?? '');

describe('import rules', () => {
  it('leave a house in order alone', async () => {
    expect(await checkImports(fixture(house))).toEqual([]);
  });

  it.each(Object.entries(faults))('%s catches its seeded fault', async (rule, files) => {
    const problems = await checkImports(fixture({ ...house, ...files }));
    expect(problems.filter((problem) => problem.startsWith(`${rule}: `))).not.toEqual([]);
  });

  it.each(madeFromTable)('%s catches a module that uses one below it', async (rule) => {
    const name = rule.replace('table-', '');
    const last = name === 'notifications' ? 'payments' : 'notifications';
    const files = {
      [`src/modules/${name}/public.ts`]: `import type { N } from '../${last}/public.ts';\nexport type U = N;`,
      [`src/modules/${last}/public.ts`]: 'export type N = string;',
    };
    const problems = await checkImports(fixture(files));
    expect(problems.filter((problem) => problem.startsWith(`${rule}: `))).not.toEqual([]);
  });

  it('have one seeded fault each', () => {
    const names = importRules.map(({ name }) => name);
    expect(names.sort()).toEqual([...Object.keys(faults), ...madeFromTable].sort());
  });

  it('notice when nothing was read', async () => {
    expect(await checkImports(fixture({ 'src/empty.txt': '' }))).toHaveLength(1);
    const problems = await checkImports(fixture({ ...house, 'src/modules/forms/README.md': '' }));
    expect(problems).toEqual(['imports: no file of the module forms was read']);
  });
});
