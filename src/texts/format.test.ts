import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../kernel/plain-date.ts';
import { formatDate, formatDateTime, formatMoney, formatTimeLeft, formatWorkingTime } from './format.ts';

describe('numbers and dates as Vietnamese read them', () => {
  it('writes money with dots and đ', () => {
    expect(formatMoney(1_234_567)).toBe('1.234.567\u00a0đ');
    expect(formatMoney(0)).toBe('0\u00a0đ');
    expect(formatMoney(1_234_567, 'en')).toBe('1,234,567\u00a0VND');
  });

  it('writes instants in Vietnam, time first', () => {
    const instant = new Date('2026-11-22T23:30:00Z');
    expect(formatDateTime(instant)).toBe('06:30 ngày 23/11/2026');
    expect(formatDateTime(instant, 'en')).toBe('06:30, 23/11/2026');
    expect(formatDate('2026-02-03' as PlainDate)).toBe('03/02/2026');
  });

  it.each([
    [0, '0 phút'],
    [59, '59 phút'],
    [60, '1 giờ'],
    [480, '1 ngày'],
    [2 * 480 + 3 * 60 + 20, '2 ngày 3 giờ'],
  ])('tells %i working minutes as %s', (minutes, text) => {
    expect(formatWorkingTime(minutes)).toBe(text);
  });

  it('says what is left and what is late', () => {
    expect(formatTimeLeft(2 * 480 + 180)).toBe('còn 2 ngày 3 giờ làm việc');
    expect(formatTimeLeft(-60)).toBe('quá hạn 1 giờ làm việc');
    expect(formatTimeLeft(480, 'en')).toBe('1 day of working time left');
  });
});
