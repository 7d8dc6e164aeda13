import { describe, expect, it } from 'vitest';
import { modules } from '../../architecture.mjs';
import { checkArchitecturePage } from './architecture-page.ts';
import { fixtures } from './fixture.ts';
import { checkModuleShape } from './module-shape.ts';

const fixture = fixtures();

describe('module shape', () => {
  const house = { 'src/modules/identity/README.md': '', 'src/modules/identity/public.ts': '' };

  it('leaves a module in order alone', () => {
    expect(
      checkModuleShape(
        fixture({
          ...house,
          'src/modules/identity/core/unit.ts': '',
          'src/modules/identity/module.db.test.ts': '',
        }),
      ),
    ).toEqual([]);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['an unknown layer', { 'src/services/x.ts': '' }, /src\/services is not a layer/],
    ['an unknown module', { 'src/modules/chat/public.ts': '' }, /chat is not in the table/],
    ['an invented folder', { 'src/modules/identity/helpers/x.ts': '' }, /helpers is not a part/],
    ['a module without a door', { 'src/modules/forms/README.md': '' }, /forms has no public\.ts/],
    ['a module without its page', { 'src/modules/forms/public.ts': '' }, /forms has no README\.md/],
    ['a long file', { 'src/kernel/long.ts': 'x;\n'.repeat(301) }, /301 lines/],
    ['a vague name', { 'src/kernel/date-utils.ts': '' }, /says nothing/],
    ['a barrel', { 'src/kernel/index.ts': '' }, /says nothing/],
  ])('catches %s', (_, files, complaint) => {
    expect(checkModuleShape(fixture({ ...house, ...files }))).toEqual([expect.stringMatching(complaint)]);
  });
});

describe('the table in ARCHITECTURE.md', () => {
  const rows = modules.map(({ name, uses }) => `| **${name}** | words | ${uses.join(', ') || '–'} |`);
  const page = (lines: string[]) =>
    fixture({ 'ARCHITECTURE.md': ['# A', '| Module | Holds | May use |', ...lines].join('\n') });

  it('agrees when it has the same rows', () => {
    expect(checkArchitecturePage(page(rows))).toEqual([]);
  });

  it('is caught when missing, short, out of order or with other uses', () => {
    expect(checkArchitecturePage(fixture({}))).toHaveLength(1);
    expect(checkArchitecturePage(page(rows.slice(1)))).toHaveLength(1);
    expect(checkArchitecturePage(page(rows.toReversed()))).toHaveLength(1);
    expect(checkArchitecturePage(page(rows.with(0, '| identity | words | dossiers |')))).toEqual([
      expect.stringContaining('lets identity use "dossiers"'),
    ]);
  });
});
