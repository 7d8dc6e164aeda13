import { expect, it } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type RetentionRule, retentionOf } from './retention.ts';

const day = (text: string) => text as PlainDate;
const rule = (rest: Partial<RetentionRule>): RetentionRule => ({
  basis: 'thử',
  certainty: 'unchecked',
  validFrom: day('2026-01-01'),
  ...rest,
});

it('is the procedure’s own rule before the general one, as it stands on the day', () => {
  const rules = [
    rule({ years: 20 }),
    rule({ procedureCode: '1.001193', validTo: day('2027-01-01') }),
    rule({ procedureCode: '1.001193', years: 70, validFrom: day('2027-01-01') }),
  ];
  expect(retentionOf(rules, '1.001193', day('2026-12-31'))?.years).toBeUndefined();
  expect(retentionOf(rules, '1.001193', day('2027-01-01'))?.years).toBe(70);
  expect(retentionOf(rules, '2.000815', day('2026-12-31'))?.years).toBe(20);
  expect(retentionOf(rules, '1.001193', day('2025-12-31'))).toBeUndefined();
});
