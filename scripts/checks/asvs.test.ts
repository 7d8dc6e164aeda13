import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkAsvs, sumOf } from './asvs.ts';
import { fixtures } from './fixture.ts';

const fixture = fixtures();
const page = 'docs/security/asvs.md';
const real = readFileSync(page, 'utf8');

/** The page with every evidence taken out but in the row given. */
function withRow(control: string, row: string): string {
  const page = real
    .split('\n')
    .map((line) => (line.startsWith(`| ${control} |`) ? row : line.replace(/[`“”]/g, '')))
    .map((line) => line.replace(/\| operator \|/, '| gap |'))
    .join('\n');
  return page.replace(/^Together: .*$/m, sumOf(page));
}

const aTest = { 'src/a.test.ts': "it('holds', () => {});" };

describe('the page of ASVS', () => {
  it('passes when each control has its row and what it names is there', () => {
    const root = fixture({ ...aTest, [page]: withRow('2.4.1', '| 2.4.1 | met | `src/a.test.ts` “holds” |') });
    expect(checkAsvs(root)).toEqual([]);
  });

  it.each<[string, RegExp]>([
    ['', /2\.4\.1 has no row/],
    ['| 2.4.1 | met | `src/b.test.ts` |', /names src\/b\.test\.ts, which does not exist/],
    ['| 2.4.1 | met | `src/a.test.ts` “falls” |', /names the test “falls”/],
    ['| 2.4.1 | surely | yes |', /“surely”, which says nothing/],
    ['| 2.4.1 | met |  |', /has no words/],
    ['| 2.4.1 | operator | somehow |', /names no page/],
    ['| 2.4.1–2 | met | two |', /2\.4\.2 is told twice or is no control/],
  ])('catches %s', (row, fault) => {
    const text = withRow('2.4.1', 'ROW').replace('ROW', row);
    expect(checkAsvs(fixture({ ...aTest, [page]: text })).join('\n')).toMatch(fault);
  });

  it('is caught when its sum is another', () => {
    const text = withRow('2.4.1', '| 2.4.1 | met | `src/a.test.ts` “holds” |').replace(
      /Together: \d+/,
      'Together: 253',
    );
    expect(checkAsvs(fixture({ ...aTest, [page]: text }))).toEqual([
      expect.stringMatching(/the sum is “Together: /),
    ]);
  });

  it('is caught when it is missing', () => {
    expect(checkAsvs(fixture(aTest))).toEqual([`asvs: ${page} is missing`]);
  });
});
