import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { one } from '../platform/database.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { searchText } from './search-text.ts';

const cases = [
  ['Đăng ký khai sinh', 'dang ky khai sinh'],
  ['  GIẤY   khai-sinh (bản sao) ', 'giay khai sinh ban sao'],
  ['Đặng Thị Ửng'.normalize('NFD'), 'dang thi ung'],
  ['1.001193', '1 001193'],
  ['', ''],
  ['…', ''],
] as const;

describe('search text', () => {
  const test = useTestDatabase();

  it.each(cases)('%j becomes %j in TypeScript and in SQL', async (text, expected) => {
    const row = await one(test.db, sql<{ value: string }>`select platform.search_text(${text}) as value`);
    expect(searchText(text)).toBe(expected);
    expect(row.value).toBe(expected);
  });
});
