import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isInstalled } from './install.mjs';
import { installAdvice } from './install-advice.mjs';
import { isNewEnough } from './node-binary.mjs';

const folder = mkdtempSync(join(tmpdir(), 'motcua-install-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lock = (packages: object) => JSON.stringify({ packages });
const wanted = {
  '': { name: 'motcua' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/b-darwin': { version: '1.0.0', integrity: 'sha512-b', optional: true },
};

function checkoutWith(present: object | undefined): string {
  const checkout = mkdtempSync(join(folder, 'checkout-'));
  writeFileSync(join(checkout, 'package-lock.json'), lock(wanted));
  mkdirSync(join(checkout, 'node_modules'));
  if (present) writeFileSync(join(checkout, 'node_modules/.package-lock.json'), lock(present));
  return checkout;
}

describe('isInstalled', () => {
  it.each<[string, object | undefined, boolean]>([
    ['all that this machine needs', { 'node_modules/a': wanted['node_modules/a'] }, true],
    ['an interrupted installation', undefined, false],
    ['a missing package', {}, false],
    ['another version', { 'node_modules/a': { version: '0.9.0', integrity: 'sha512-a' } }, false],
    ['another content', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } }, false],
  ])('judges %s', (_, present, installed) => {
    expect(isInstalled(checkoutWith(present))).toBe(installed);
  });
});

describe('advice', () => {
  it.each([
    ['npm error code ENOTFOUND', 'npm config get registry'],
    ['npm error code ENOSPC', '1 GB'],
    ['npm error code EACCES', 'node_modules'],
    ['npm error code EINTEGRITY', 'npm cache clean'],
    ['npm error something else', 'rm -rf node_modules'],
  ])('for "%s" says what to do', (output, fix) => {
    expect(installAdvice(output)).toContain(fix);
  });

  it('knows which Node strips types', () => {
    expect(['20.20.2', '24.6.9', '24.7.0', '25.0.0'].map(isNewEnough)).toEqual([false, false, true, true]);
  });
});
