import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type NewestVersion, planPublication } from './plan-publication.ts';

const day = (text: string) => text as PlainDate;
const today = day('2026-11-26');
const record = { contentHash: 'new', validFrom: day('2026-11-22') };
const newest = (more: Partial<NewestVersion>): NewestVersion => ({
  origin: 'imported',
  contentHash: 'old',
  endedByDecision: false,
  ...more,
});

describe('planPublication', () => {
  it('publishes the first version from its own day', () => {
    expect(planPublication(record, 'imported', undefined, today)).toEqual({
      kind: 'publish',
      validFrom: '2026-11-22',
    });
  });

  it('does nothing for the same content', () => {
    expect(planPublication(record, 'imported', newest({ contentHash: 'new' }), today).kind).toBe('unchanged');
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
    expect(planPublication(record, origin, newest({ origin: before }), today).kind).toBe(kind);
  });

  it('puts a later text in force from today on, or from its own day to come', () => {
    expect(planPublication(record, 'imported', newest({}), today)).toEqual({
      kind: 'publish',
      validFrom: '2026-11-26',
    });
    const coming = { contentHash: 'new', validFrom: day('2027-01-01') };
    expect(planPublication(coming, 'shipped', newest({}), today)).toMatchObject({ validFrom: '2027-01-01' });
  });

  it.each(['imported', 'shipped'] as const)('does not bring back by %s what a decision ended', (origin) => {
    expect(planPublication(record, origin, newest({ endedByDecision: true }), today).kind).toBe('differs');
  });
});
