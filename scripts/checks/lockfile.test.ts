import { describe, expect, it } from 'vitest';
import { fixtures } from './fixture.ts';
import { checkLockfile } from './lockfile.ts';

const fixture = fixtures();

const good = { version: '1.0.0', integrity: 'sha512-abc', license: 'MIT' };

function checkout(options: { pin?: string; locked?: string; entry?: object; npmrc?: string } = {}): string {
  const pin = options.pin ?? '1.0.0';
  const packages = {
    '': { dependencies: { a: options.locked ?? pin } },
    'node_modules/a': { ...good, ...options.entry },
  };
  return fixture({
    'package.json': JSON.stringify({ dependencies: { a: pin } }),
    'package-lock.json': JSON.stringify({ lockfileVersion: 3, packages }),
    '.npmrc': options.npmrc ?? 'ignore-scripts=true\n',
  });
}

describe('the lockfile', () => {
  it('passes when everything is pinned, sealed and allowed', () => {
    expect(checkLockfile(checkout())).toEqual([]);
    expect(checkLockfile(checkout({ entry: { license: '(GPL-3.0 OR MIT)' } }))).toEqual([]);
  });

  it.each<[string, Parameters<typeof checkout>[0], RegExp]>([
    ['a range', { pin: '^1.0.0' }, /not pinned/],
    ['a tag', { pin: 'latest' }, /not pinned/],
    ['disagreement', { locked: '1.0.1' }, /disagree about a/],
    ['a missing hash', { entry: { integrity: undefined } }, /no sha512/],
    ['a weak hash', { entry: { integrity: 'sha1-abc' } }, /no sha512/],
    [
      'a package from elsewhere',
      { entry: { resolved: 'git+ssh://git@example.com/a.git' } },
      /comes from git/,
    ],
    ['a link', { entry: { link: true } }, /is a link/],
    ['a licence', { entry: { license: 'AGPL-3.0-only' } }, /not allowed/],
    ['half a licence', { entry: { license: 'MIT AND SSPL-1.0' } }, /not allowed/],
    ['terms of its own', { entry: { license: 'SEE LICENSE IN LICENSE' } }, /not allowed/],
    ['no licence', { entry: { license: undefined } }, /licence "none"/],
    ['an install script', { entry: { hasInstallScript: true } }, /not on the list/],
    ['a package given up', { entry: { deprecated: 'use b' } }, /given up by its makers: use b/],
    ['scripts let loose', { npmrc: '' }, /ignore-scripts/],
  ])('catches %s', (_, options, complaint) => {
    const problems = checkLockfile(checkout(options));
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(problem).toMatch(complaint);
  });
});
