import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type NewestVersion, planPublication } from './plan-publication.ts';

const day = (text: string) => text as PlainDate;
const record = { contentHash: 'new', validFrom: day('2026-11-22') };
const newest = (more: Partial<NewestVersion>): NewestVersion => ({
  number: 3,
  origin: 'imported',
  contentHash: 'old',
  validFrom: day('2026-01-01'),
  ...more,
});

describe('planPublication', () => {
  it('publishes the first version from its own day', () => {
    expect(planPublication(record, 'imported', undefined)).toEqual({
      kind: 'publish',
      number: 1,
      validFrom: '2026-11-22',
    });
  });

  it('does nothing for the same content', () => {
    expect(planPublication(record, 'imported', newest({ contentHash: 'new' })).kind).toBe('unchanged');
  });

  it.each([
    ['imported', 'imported', 'publish'],
    ['imported', 'shipped', 'differs'],
    ['imported', 'edited', 'differs'],
    ['shipped', 'imported', 'publish'],
    ['shipped', 'shipped', 'publish'],
    ['shipped', 'edited', 'differs'],
    ['edited', 'edited', 'publish'],
  ] as const)('lets %s follow %s: %s', (origin, before, kind) => {
    expect(planPublication(record, origin, newest({ origin: before })).kind).toBe(kind);
  });

  it('closes the newest on the first day of the next', () => {
    expect(planPublication(record, 'imported', newest({}))).toEqual({
      kind: 'publish',
      number: 4,
      validFrom: '2026-11-22',
      closePreviousOn: '2026-11-22',
    });
  });

  it('never takes a day from a version that begins today or later', () => {
    const plan = planPublication(record, 'imported', newest({ validFrom: day('2026-11-22') }));
    expect(plan).toMatchObject({ validFrom: '2026-11-23', closePreviousOn: '2026-11-23' });
  });

  it('leaves an abolished version closed', () => {
    const plan = planPublication(record, 'shipped', newest({ validTo: day('2026-03-01') }));
    expect(plan).toEqual({ kind: 'publish', number: 4, validFrom: '2026-11-22' });
  });
});
