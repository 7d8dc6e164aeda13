import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtures } from './fixture.ts';
import { checkFormat, checkLint, checkSecrets, checkTypes, checkUnused } from './tools.ts';

const fixture = fixtures();
const checkout = resolve(import.meta.dirname, '../..');

/** A small checkout under our own configuration of the tool. */
function checkoutWith(config: string, files: Record<string, string>): string {
  const root = fixture({ '.gitignore': 'node_modules\n', ...files });
  cpSync(join(checkout, config), join(root, config));
  return root;
}

const biome = {
  'biome.json': readFileSync(join(checkout, 'biome.json'), 'utf8').replace(
    '"enabled": true',
    '"enabled": false',
  ),
};

describe('the tools, each with a seeded fault', () => {
  it('format', async () => {
    const clean = fixture({ ...biome, 'src/a.ts': 'export const a = 1;\n' });
    expect(await checkFormat(clean)).toEqual([]);
    expect(await checkFormat(fixture({ ...biome, 'src/a.ts': 'export const a   = 1\n' }))).toHaveLength(1);
  });

  it('lint', async () => {
    const faulty = fixture({ ...biome, 'src/a.ts': 'export const a = (x: any) => x;\n' });
    expect(await checkLint(faulty)).toEqual([expect.stringContaining('noExplicitAny')]);
  });

  it('types', async () => {
    const root = checkoutWith('tsconfig.json', { 'src/a.ts': 'export const a: number = "one";\n' });
    symlinkSync(join(checkout, 'node_modules'), join(root, 'node_modules'));
    expect(await checkTypes(root)).toEqual([expect.stringContaining('TS2322')]);
  });

  it('unused code', async () => {
    const root = checkoutWith('knip.json', {
      'package.json': '{"name":"motcua","type":"module","dependencies":{"pg":"8.23.1"}}',
      'src/main/cli.ts': "import { used } from './a.ts';\nused();\n",
      'src/main/a.ts': 'export const used = () => 1;\nexport const unusedExport = 2;\n',
      'src/main/nobody.ts': 'export const x = 1;\n',
    });
    const [report = ''] = await checkUnused(root);
    for (const fault of ['unusedExport', 'nobody.ts', 'pg']) expect(report).toContain(fault);
  });

  it('secrets', async () => {
    const key = ['ghp', '_wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('');
    const files = { 'src/a.ts': `export const a = '${key}';\n` };
    const [report = ''] = await checkSecrets(checkoutWith('.secretlintrc.json', files));
    expect(report).toContain('src/a.ts');
    expect(report).not.toContain(key);
    const clean = checkoutWith('.secretlintrc.json', { 'src/a.ts': 'export const a = 1;\n' });
    expect(await checkSecrets(clean)).toEqual([]);
  });
});
