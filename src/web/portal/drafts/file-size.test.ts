import { expect, it } from 'vitest';
import { fileSize } from './file-size.ts';

it.each([
  [820_400, '820 KB'],
  [14_940_000, '14,9 MB'],
  [2_000_000, '2 MB'],
])('%i bytes are %s', (bytes, text) => {
  expect(fileSize(bytes)).toBe(text);
});
