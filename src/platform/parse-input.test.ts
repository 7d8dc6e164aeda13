import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ok } from '../kernel/result.ts';
import { parseInput } from './parse-input.ts';

const schema = z.strictObject({
  name: z.string().trim().min(1).max(5),
  size: z.int().min(1).max(9),
  kind: z.enum(['a', 'b']),
  reason: z.string().trim().min(5).optional(),
  login: z
    .string()
    .regex(/^[a-z]+$/)
    .optional(),
  on: z.iso.date(),
  rows: z.array(z.strictObject({ 'a/b': z.string() })).max(2),
  day: z
    .string()
    .refine((text) => text === '2026-11-22')
    .optional(),
});
const good = { name: 'x', size: 1, kind: 'a', on: '2026-11-22', rows: [{ 'a/b': '1' }] };

describe('parsing input', () => {
  it('gives back what fits', () => {
    expect(parseInput(schema, good)).toEqual(ok(good));
  });

  it.each([
    ['a missing field', { ...good, name: undefined }, '/name', 'input.required'],
    ['an empty field', { ...good, name: ' ' }, '/name', 'input.required'],
    ['an empty field that wants several letters', { ...good, reason: ' ' }, '/reason', 'input.required'],
    ['a text that is too short', { ...good, reason: 'x' }, '/reason', 'input.too-short'],
    ['an empty field of a certain form', { ...good, login: '' }, '/login', 'input.required'],
    ['an empty day', { ...good, day: '' }, '/day', 'input.required'],
    ['a day out of bounds', { ...good, day: '2026-11-23' }, '/day', 'input.wrong'],
    ['another form', { ...good, login: '1' }, '/login', 'input.wrong-format'],
    ['a long text', { ...good, name: 'xxxxxx' }, '/name', 'input.too-long'],
    ['a number too big', { ...good, size: 10 }, '/size', 'input.too-big'],
    ['a number too small', { ...good, size: 0 }, '/size', 'input.too-small'],
    ['a text for a number', { ...good, size: '1' }, '/size', 'input.wrong-type'],
    ['a value outside the list', { ...good, kind: 'c' }, '/kind', 'input.not-listed'],
    ['a day that is none', { ...good, on: '2026-02-30' }, '/on', 'input.wrong-format'],
    ['a field nobody asked for', { ...good, more: 1 }, '/more', 'input.unknown-field'],
    ['a fault inside a row', { ...good, rows: [{ 'a/b': 1 }] }, '/rows/0/a~1b', 'input.wrong-type'],
    ['too many rows', { ...good, rows: Array(3).fill({ 'a/b': '1' }) }, '/rows', 'input.too-big'],
    ['nothing at all', null, '', 'input.wrong-type'],
  ])('names %s', (_, input, pointer, type) => {
    expect(parseInput(schema, input)).toMatchObject({
      refusal: {
        type: 'input.invalid',
        fields: expect.arrayContaining([expect.objectContaining({ pointer, type })]),
      },
    });
  });
});
