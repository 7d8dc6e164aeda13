import { expect, it } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { isInForce, isLawfulEnd } from './consent.ts';

const day = (text: string) => text as PlainDate;
const period = {
  scope: 'period',
  untilOn: day('2026-12-31'),
  isRedeemed: true,
  isUsed: true,
  isRevoked: false,
} as const;

it.each([
  ['all until a day, used before', period, '2026-12-31', true],
  ['the day after', period, '2027-01-01', false],
  ['revoked', { ...period, isRevoked: true }, '2026-12-01', false],
  ['its code not used yet', { ...period, isRedeemed: false }, '2026-12-01', false],
  ['one dossier, not handed in', { ...period, scope: 'dossier', isUsed: false }, '2026-12-01', true],
  ['one dossier, handed in', { ...period, scope: 'dossier' }, '2026-12-01', false],
] as const)('is in force or not: %s', (_, consent, today, expected) => {
  expect(isInForce(consent, day(today))).toBe(expected);
});

it.each([
  ['2026-11-25', false],
  ['2026-11-26', true],
  ['2027-11-26', true],
  ['2027-11-27', false],
])('may last until %s: %s', (untilOn, expected) => {
  expect(isLawfulEnd(day(untilOn), day('2026-11-26'))).toBe(expected);
});
