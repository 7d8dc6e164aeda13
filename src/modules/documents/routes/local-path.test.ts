import { describe, expect, it } from 'vitest';
import { localPath } from './local-path.ts';

describe('localPath', () => {
  it.each([
    ['/ban-khai/1/giay-to?x=1#a', '/ban-khai/1/giay-to?x=1#a'],
    ['//example.vn/x', '/'],
    ['/\\example.vn', '/'],
    ['https://example.vn', '/'],
    ['javascript:alert(1)', '/'],
    ['/\t/example.vn', '/'],
    ['', '/'],
    [undefined, '/'],
  ])('comes back from %j to %s', (given, expected) => {
    expect(localPath(given)).toBe(expected);
  });
});
