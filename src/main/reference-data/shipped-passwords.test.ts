import { describe, expect, it } from 'vitest';
import { foldPassword } from '../../modules/identity/public.ts';
import { loadGuessedPasswords } from './load-reference-data.ts';

const known = await loadGuessedPasswords('data');

describe('the passwords everybody tries first', () => {
  it('are more than the three thousand that ASVS 6.2.4 asks for, all as long as ours must be or nearly', () => {
    expect(known.breached.size).toBeGreaterThan(40_000);
    expect([...known.breached].filter((each) => each.length >= 12).length).toBeGreaterThan(30_000);
    for (const each of ['qwerty123456', '1q2w3e4r5t6y', 'administrator', 'anhyeuemnhieulam'])
      expect(known.breached, each).toContain(each);
  });

  it('know Vietnamese words too', () => {
    for (const each of ['matkhau', 'anhyeuem', 'khongbiet', 'toiyeuvietnam'])
      expect(known.words, each).toContain(each);
  });

  it('are written as they are compared', () => {
    const all = [...known.breached, ...known.words];
    expect(all.filter((each) => each !== foldPassword(each))).toEqual([]);
    expect(known.context.every((each) => foldPassword(each).length > 2)).toBe(true);
  });
});
