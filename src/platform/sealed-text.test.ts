import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSeal, type SealedText } from './sealed-text.ts';

const blindKey = randomBytes(32);
const old = randomBytes(32);

describe('sealed text', () => {
  const seal = createSeal({
    keys: new Map([
      ['k1', old],
      ['k2', randomBytes(32)],
    ]),
    currentKeyId: 'k2',
    blindKey,
  });

  it('opens what it sealed and never shows the number', () => {
    const sealed = seal.seal('072099001234', 'person.identity');
    expect(sealed).not.toContain('072099001234');
    expect(seal.open(sealed, 'person.identity')).toBe('072099001234');
    expect(seal.seal('072099001234', 'person.identity')).not.toBe(sealed);
  });

  it('does not open in another column, when changed, or under an unknown key', () => {
    const sealed = seal.seal('072099001234', 'person.identity');
    expect(() => seal.open(sealed, 'party.identity')).toThrow();
    expect(() => seal.open(`${sealed.slice(0, -2)}AA` as SealedText, 'person.identity')).toThrow();
    expect(() => seal.open(sealed.replace('.k2.', '.k9.') as SealedText, 'person.identity')).toThrow(/k9/);
  });

  it('opens what an older key sealed', () => {
    const before = createSeal({ keys: new Map([['k1', old]]), currentKeyId: 'k1', blindKey });
    expect(seal.open(before.seal('080', 'c'), 'c')).toBe('080');
  });

  it('renews what an older key sealed, and nothing else', () => {
    const before = createSeal({ keys: new Map([['k1', old]]), currentKeyId: 'k1', blindKey });
    const renewed = seal.renew(before.seal('080', 'c'), 'c');
    expect(renewed).toMatch(/^v1\.k2\./);
    expect(seal.open(renewed, 'c')).toBe('080');
    expect(seal.renew(renewed, 'c')).toBe(renewed);
    expect(() => seal.renew(before.seal('080', 'c'), 'd')).toThrow();
  });

  it('finds what older keys indexed, the current one first', () => {
    const key = randomBytes(32);
    const keys = new Map([['k1', old]]);
    const after = createSeal({ keys, currentKeyId: 'k1', blindKey: key, oldBlindKeys: [blindKey] });
    expect(after.blindIndexes('080', 'c')).toEqual([
      after.blindIndex('080', 'c'),
      seal.blindIndex('080', 'c'),
    ]);
    expect(after.blindIndex('080', 'c')).not.toBe(seal.blindIndex('080', 'c'));
  });

  it('indexes equal numbers equally, whatever their spacing', () => {
    expect(seal.blindIndex('0720 9900 1234', 'c')).toBe(seal.blindIndex('072099001234', 'c'));
    expect(seal.blindIndex('072099001234', 'd')).not.toBe(seal.blindIndex('072099001234', 'c'));
  });
});
