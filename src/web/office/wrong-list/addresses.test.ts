import { expect, it } from 'vitest';
import { reportFilterOf, reportListAddress } from './addresses.ts';

it.each([
  { state: 'open' },
  { state: 'late', unit: 'citizens' },
  { state: 'all', unit: '019ac000-0000-7000-8000-000000000001', code: '1.001193' },
] as const)('a filter comes back from its address: %j', (filter) => {
  const { searchParams } = new URL(reportListAddress(filter), 'http://here');
  expect(reportFilterOf(searchParams)).toEqual(filter);
});

it('an address nobody wrote asks for what is open', () => {
  expect(reportFilterOf(new URLSearchParams('tinh-trang=x'))).toEqual({ state: 'open' });
});
