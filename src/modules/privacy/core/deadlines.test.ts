import { expect, it } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { dueOn } from './deadlines.ts';

const day = (text: string) => text as PlainDate;
const rules = [
  { right: 'correction', days: 10, source: 'cũ', validFrom: day('2026-01-01'), validTo: day('2026-12-01') },
  { right: 'correction', days: 5, source: 'mới', validFrom: day('2026-12-01') },
] as const;

it('counts by the rule of the day on which it was asked', () => {
  expect(dueOn(rules, 'correction', day('2026-11-30'))).toEqual({ on: '2026-12-10', source: 'cũ' });
  expect(dueOn(rules, 'correction', day('2026-12-01'))).toEqual({ on: '2026-12-06', source: 'mới' });
  expect(() => dueOn(rules, 'correction', day('2025-12-31'))).toThrow('no deadline');
});
