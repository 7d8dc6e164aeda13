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

  it('indexes equal numbers equally, whatever their spacing', () => {
    expect(seal.blindIndex('0720 9900 1234', 'c')).toBe(seal.blindIndex('072099001234', 'c'));
    expect(seal.blindIndex('072099001234', 'd')).not.toBe(seal.blindIndex('072099001234', 'c'));
  });
});
