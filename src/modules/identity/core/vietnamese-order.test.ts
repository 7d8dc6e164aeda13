import { expect, test } from 'vitest';
import { personNameOrder, vietnameseOrder } from './vietnamese-order.ts';

const sorted = (texts: string[], key: (text: string) => string) =>
  texts.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));

test('letters come before tones, đ after d, ă and â after a', () => {
  expect(sorted(['Đức', 'Dũng', 'Ân', 'Ánh', 'An', 'Ăn', 'Dung'], vietnameseOrder)).toEqual([
    'An',
    'Ánh',
    'Ăn',
    'Ân',
    'Dung',
    'Dũng',
    'Đức',
  ]);
});

test('tones follow the dictionary: ma mà mả mã má mạ', () => {
  expect(sorted(['mạ', 'má', 'mã', 'mả', 'mà', 'ma'], vietnameseOrder)).toEqual([
    'ma',
    'mà',
    'mả',
    'mã',
    'má',
    'mạ',
  ]);
});

test('people sort by given name, then family name', () => {
  expect(sorted(['Trần Văn Bình', 'Lê Thị An', 'Đỗ Văn An', 'Nguyễn An'], personNameOrder)).toEqual([
    'Đỗ Văn An',
    'Lê Thị An',
    'Nguyễn An',
    'Trần Văn Bình',
  ]);
});

test('the same name typed in composed and decomposed letters has one order', () => {
  expect(personNameOrder('Hoàng Thị Hường'.normalize('NFD'))).toBe(personNameOrder('Hoàng Thị Hường'));
});

test('numbered units sort after nothing and do not break', () => {
  expect(sorted(['Phường 2', 'Phường 1'], vietnameseOrder)).toEqual(['Phường 1', 'Phường 2']);
});
