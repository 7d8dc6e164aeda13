import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ok } from '../kernel/result.ts';
import { readCursor, writeCursor } from './cursor.ts';

const shape = z.tuple([z.iso.datetime(), z.uuid()]);
const key = ['2026-02-13T09:20:00.123456Z', '0197c0de-0000-7000-8000-000000000000'] as const;

describe('cursor', () => {
  it('comes back as it was written, microseconds and all', () => {
    expect(readCursor(shape, writeCursor(key))).toEqual(ok(key));
    expect(readCursor(shape, undefined)).toEqual(ok(undefined));
  });

  it.each(['', 'nonsense', writeCursor(['x', 'y']), writeCursor([1])])('refuses %j', (cursor) => {
    expect(readCursor(shape, cursor)).toMatchObject({ refusal: { type: 'input.wrong-cursor' } });
  });
});
