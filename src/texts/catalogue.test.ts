import { globSync, readFileSync } from 'node:fs';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { enAreas, vi, viAreas } from './catalogue.ts';

const keys = new Set(Object.keys(vi));

describe('the catalogue of texts', () => {
  it('has every file of texts/vi and texts/en', () => {
    expect(globSync('src/texts/vi/*.json').length).toBe(Object.keys(viAreas).length);
    expect(globSync('src/texts/en/*.json').length).toBe(Object.keys(enAreas).length);
  });

  it('defines each key once', () => {
    const all = Object.values(viAreas).flatMap((area) => Object.keys(area));
    expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([]);
  });

  it('has Vietnamese for every English key', () => {
    const english = Object.values(enAreas).flatMap((area) => Object.keys(area));
    expect(english.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('parses as ICU messages, in composed Unicode', () => {
    for (const area of [...Object.values(viAreas), ...Object.values(enAreas)]) {
      for (const [key, message] of Object.entries(area)) {
        expect(() => compileMessageOrThrow(message), key).not.toThrow();
        expect(message, key).toBe(message.normalize('NFC'));
      }
    }
  });

  it('has a sentence for every key used in the source', () => {
    const missing = sources().flatMap(({ file, text }) =>
      usedKeys(text)
        .filter((key) => !keys.has(key))
        .map((key) => `${file}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  it('has a sentence for every refusal and every wrong field', () => {
    const missing = sources().flatMap(({ file, text }) =>
      refusalTypes(text)
        .filter((key) => !keys.has(key))
        .map((key) => `${file}: ${key}`),
    );
    expect(missing).toEqual([]);
  });
});

function sources(): { file: string; text: string }[] {
  return globSync('src/**/*.{ts,tsx}')
    .filter((file) => !file.includes('.test.') && !file.includes('/testing/'))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}

/** Keys written as literals: `t('a.b')`, `translate(locale, 'a.b')`. */
function usedKeys(text: string): string[] {
  const literals = [...text.matchAll(/(?:\bt\(|\btranslate\([a-zA-Z.]+,)\s*'([^']+)'/g)];
  return literals.map((match) => match[1] ?? '');
}

/** Types written as literals: `refuse('invalid', 'a.b')`, `{ pointer, type: 'a.b' }`. */
function refusalTypes(text: string): string[] {
  const refusals = [...text.matchAll(/\brefuse\(\s*'[a-z-]+',\s*'([a-z0-9.-]+)'/g)];
  const fields = [...text.matchAll(/\bpointer\b[^{}]{0,120}?\btype:\s*'([a-z0-9.-]+)'/g)];
  return [...refusals, ...fields].map((match) => match[1] ?? '');
}
