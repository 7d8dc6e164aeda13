import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '../../../kernel/plain-date.ts';
import { planChange, type Span } from './plan-change.ts';

const start = '2026-07-01' as PlainDate;
const horizon = 60;
const days = Array.from({ length: horizon }, (_, index) => addDays(start, index));

/** Something decided after some days have passed, for a day from then on. */
const act = fc.record({
  passes: fc.nat(4),
  ahead: fc.nat(20),
  change: fc.constantFrom<'publish' | 'end'>('publish', 'publish', 'publish', 'end'),
});

/** Applies a plan as the store does. */
function apply(
  spans: readonly Span[],
  from: PlainDate,
  change: 'publish' | 'end',
  number: number,
): readonly Span[] {
  const plan = planChange(spans, from, change);
  if (!plan) return spans;
  const kept = spans
    .filter((span) => !plan.withdraws.includes(span))
    .map((span): Span => {
      if (span !== plan.closes) return span;
      const { ended: _ended, ...open } = span;
      return { ...open, to: from, ...(change === 'end' ? { ended: 'abolished' } : {}) };
    });
  return change === 'end' ? kept : [...kept, { versionId: `v${number}`, number, from }];
}

function readOn(spans: readonly Span[], on: PlainDate): readonly number[] {
  return spans
    .filter(({ from, to }) => from <= on && (to === undefined || on < to))
    .map(({ number }) => number);
}

describe('the days of a procedure under any sequence of changes', () => {
  it('reads as if each change had simply overwritten all days from its own on', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        let spans: readonly Span[] = [];
        let model: readonly (number | undefined)[] = days.map(() => undefined);
        let today = start;
        acts.forEach(({ passes, ahead, change }, index) => {
          today = addDays(today, passes);
          const from = addDays(today, ahead);
          const before = spans;
          spans = apply(spans, from, change, index + 1);
          model = days.map((on, at) =>
            on < from ? model[at] : change === 'publish' ? index + 1 : undefined,
          );
          days.forEach((on, at) => {
            expect(readOn(spans, on)).toEqual(model[at] === undefined ? [] : [model[at]]);
            if (on < today) expect(readOn(spans, on)).toEqual(readOn(before, on));
          });
          spans.forEach((span, at) => {
            const next = spans[at + 1];
            expect(span.to !== undefined && span.to !== next?.from).toBe(span.ended !== undefined);
          });
        });
      }),
      { numRuns: 200 },
    );
  });

  it('ends nothing where nothing is in force', () => {
    expect(planChange([], start, 'end')).toBeUndefined();
    const over: Span = { versionId: 'v1', number: 1, from: start, to: addDays(start, 3), ended: 'abolished' };
    expect(planChange([over], addDays(start, 5), 'end')).toBeUndefined();
  });
});
