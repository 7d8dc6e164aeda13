import { expect, test } from 'vitest';
import { safeReturnPath } from './return-path.ts';

test.each(['/', '/ho-so', '/ban-khai/0198?buoc=2#giay-to', '/tra-cuu?q=khai%20sinh'])(
  '%s is kept',
  (path) => {
    expect(safeReturnPath(path, '/x')).toBe(path);
  },
);

test.each([
  undefined,
  null,
  '',
  'ho-so',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  'javascript:alert(1)',
  '/dang-nhap?ve=/dang-nhap',
  '/can-bo/dang-nhap',
  '/dang-xuat',
  `/${'a'.repeat(1001)}`,
])('%j is not followed', (path) => {
  expect(safeReturnPath(path, '/x')).toBe('/x');
});
