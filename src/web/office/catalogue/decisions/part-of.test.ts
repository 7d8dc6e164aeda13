import { describe, expect, it } from 'vitest';
import { obstructedFirst, type Part, partOf } from './part-of.ts';

const rows = Array.from({ length: 120 }, (_, index) => `1.${String(index).padStart(6, '0')}`);
const own = (row: string) => row;

describe('a part of many rows', () => {
  it('walks all of them once', () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const part: Part<string> = partOf(rows, own, after);
      expect(part.isFirst).toBe(page === 0);
      seen.push(...part.rows);
      after = part.next ?? null;
    }
    expect(after).toBeNull();
    expect(seen).toEqual(rows);
  });

  it('goes on behind a row that was taken out, and begins anew behind the last', () => {
    expect(partOf(rows, own, '1.0000495').rows[0]).toBe('1.000050');
    expect(partOf(rows, own, '9')).toMatchObject({ isFirst: true, next: '1.000049' });
    expect(partOf([], own, '1')).toEqual({ rows: [], isFirst: true });
  });

  it('tells what is in the way first, wherever it stands', () => {
    const all = rows.map((code, index) => ({ code, obstacles: index === 100 ? ['x'] : [] }));
    const told = obstructedFirst(all, ({ code }) => code < '1.000002');
    expect(told.map(({ code }) => code)).toEqual(['1.000100', '1.000000', '1.000001']);
  });
});
