import { describe, expect, it } from 'vitest';
import { ok } from '../kernel/result.ts';
import { cleanInput } from './clean-input.ts';

describe('cleaning input', () => {
  it('makes equal names equal, at any depth and in keys', () => {
    const typed = { ['hồ'.normalize('NFD')]: [{ name: 'Nguyễn\u200b Thị\u202e Lụa'.normalize('NFD') }] };
    expect(cleanInput(typed)).toEqual(ok({ hồ: [{ name: 'Nguyễn Thị Lụa' }] }));
  });

  it('leaves numbers, files and what has a class of its own alone', () => {
    const when = new Date(0);
    expect(cleanInput({ when, size: 1, none: null })).toEqual(ok({ when, size: 1, none: null }));
  });

  it('never writes to a prototype', () => {
    const cleaned = cleanInput(JSON.parse('{"__proto__": {"kind": "officer"}}'));
    expect(cleaned.ok && Object.getPrototypeOf(cleaned.value)).toBe(Object.prototype);
  });

  it.each([
    ['a text PostgreSQL cannot hold', { a: ['x\0'] }, '/a/0', 'input.wrong-characters'],
    ['half a character', { a: '\ud83d' }, '/a', 'input.wrong-characters'],
    ['such a key', { 'x\0': 1 }, '/x\0', 'input.wrong-characters'],
    [
      'nesting without end',
      JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`),
      '/0'.repeat(32),
      'input.too-deep',
    ],
  ])('refuses %s and says where', (_, input, pointer, type) => {
    expect(cleanInput(input)).toMatchObject({ ok: false, refusal: { fields: [{ pointer, type }] } });
  });
});
