import { expect, test } from 'vitest';
import { hashPassword, isOutdated, verifyPassword } from './password-hash.ts';

const cheap = { memory: 8, passes: 1, parallelism: 1 };

test('the right password opens, a wrong one does not, and no two hashes are alike', async () => {
  const stored = await hashPassword('Một Cửa 2026', cheap);
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=8,t=1,p=1\$/);
  expect(await verifyPassword('Một Cửa 2026', stored)).toBe(true);
  expect(await verifyPassword('Một Cửa 2025', stored)).toBe(false);
  expect(await hashPassword('Một Cửa 2026', cheap)).not.toBe(stored);
});

test('an accent typed in two code points is the same password', async () => {
  const stored = await hashPassword('cửa'.normalize('NFC'), cheap);
  expect(await verifyPassword('cửa'.normalize('NFD'), stored)).toBe(true);
});

test('a hash of another kind is a fault, not a wrong password', async () => {
  await expect(verifyPassword('x', 'md5:abc')).rejects.toThrow(/unknown format/);
});

test('a hash of another cost still opens and is told to be made anew', async () => {
  const stored = await hashPassword('x', cheap);
  expect(isOutdated(stored, cheap)).toBe(false);
  expect(isOutdated(stored, { ...cheap, memory: 80 })).toBe(true);
});

test('the default cost works on this machine', async () => {
  const stored = await hashPassword('x');
  expect(stored).toContain('m=19456,t=2,p=1');
  expect(await verifyPassword('x', stored)).toBe(true);
});

/** RFC 9106 has no vector without secret and data; this one is of the reference implementation (`argon2 somesalt -id -t 2 -k 256 -p 1`). */
test('hashes as the reference implementation does', async () => {
  const reference = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4';
  expect(await verifyPassword('password', reference)).toBe(true);
});
