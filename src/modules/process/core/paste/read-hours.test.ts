import { expect, test } from 'vitest';
import { readHours } from './read-hours.ts';

test.each([
  ['0,5 giờ', 0.5],
  ['04 giờ', 4],
  ['04', 4],
  ['02 ngày làm việc', 16],
  ['½ ngày', 4],
  ['1/2 ngày', 4],
  ['1½ ngày', 12],
  ['01 ngày 4 giờ', 12],
  ['30 phút', 0.5],
  ['16 giờ (02 ngày)', 16],
  ['(08 giờ)', 8],
  ['01 buổi', 4],
  ['1,5 Ngày', 12],
  ['04 giờ làm việc.', 4],
  ['0', 0],
  ['-', 0],
  ['Không tính thời gian', 0],
])('%s is %d hours', (cell, hours) => {
  expect(readHours(cell)).toEqual({ hours, isSure: true });
});

test('a bare number is in the unit of the heading', () => {
  expect(readHours('03', 'days')).toEqual({ hours: 24, isSure: true });
  expect(readHours('03 giờ', 'days')).toEqual({ hours: 3, isSure: true });
});

test.each(['', 'trong ngày', '2-3 ngày', '01 tháng', 'theo quy định', '3 ngày 2'])(
  '“%s” is left to a person',
  (cell) => {
    expect(readHours(cell).isSure).toBe(false);
  },
);

test('words around a number are shown as a guess', () => {
  expect(readHours('không quá 3')).toEqual({ hours: 3, isSure: false });
});
