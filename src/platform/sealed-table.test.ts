import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { renewedWithin } from './sealed-table.ts';
import { createSeal } from './sealed-text.ts';

const blindKey = randomBytes(32);
const old = ['k1', randomBytes(32)] as const;
const before = createSeal({ keys: new Map([old]), currentKeyId: 'k1', blindKey });
const now = createSeal({ keys: new Map([['k2', randomBytes(32)], old]), currentKeyId: 'k2', blindKey });

it('renews sealed texts wherever they stand and leaves every other value as it was', () => {
  const typed = `v1.k1.${'A'.repeat(16)}.${'B'.repeat(30)}`;
  const answers = {
    number: before.seal('072195999001', 'c'),
    rows: [{ number: before.seal('072195999002', 'c'), age: 3, none: null, yes: true }],
    note: 'v1.k1 là phiên bản',
    typed,
  };
  const { value, left } = renewedWithin(now, answers, 'c');
  const renewed = value as typeof answers;
  expect(now.open(renewed.number, 'c')).toBe('072195999001');
  expect(renewed.number).toMatch(/^v1\.k2\./);
  expect(renewed.rows[0]).toMatchObject({ age: 3, none: null, yes: true });
  expect(renewed.rows[0]?.number).toMatch(/^v1\.k2\./);
  expect([renewed.note, renewed.typed, left]).toEqual([answers.note, typed, 1]);
  expect(renewedWithin(now, value, 'c')).toEqual({ value, left: 1 });
});

it('leaves what was sealed for another place', () => {
  expect(renewedWithin(now, [before.seal('1', 'elsewhere')], 'c').left).toBe(1);
});
