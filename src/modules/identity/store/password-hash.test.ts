import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password-hash.ts';

const cheap = { logCost: 4, blockSize: 1, parallelism: 1 };

test('the right password opens, a wrong one does not, and no two hashes are alike', async () => {
  const stored = await hashPassword('Một Cửa 2026', cheap);
  expect(stored).toMatch(/^\$scrypt\$ln=4,r=1,p=1\$/);
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

test('the default cost works on this machine', async () => {
  const stored = await hashPassword('x');
  expect(stored).toContain('ln=15,r=8,p=3');
  expect(await verifyPassword('x', stored)).toBe(true);
});
