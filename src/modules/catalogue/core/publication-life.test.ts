import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '../../../kernel/plain-date.ts';
import { type NewestVersion, planPublication } from './plan-publication.ts';
import type { VersionOrigin } from './procedure-version.ts';

const start = '2025-07-01' as PlainDate;
const horizon = 60;
const arrival = fc.record({
  contentHash: fc.constantFrom('a', 'b', 'c', 'd'),
  validFrom: fc.nat(30).map((days) => addDays(start, days)),
  origin: fc.constantFrom<VersionOrigin>('shipped', 'imported', 'edited'),
});

/** Applies a plan as the store does: the newest is closed, the next appended. */
function apply(versions: NewestVersion[], next: NewestVersion & { closes?: PlainDate }): void {
  const { closes, ...version } = next;
  const newest = versions.at(-1);
  if (newest && closes) versions[versions.length - 1] = { ...newest, validTo: closes };
  versions.push(version);
}

function inForce(versions: readonly NewestVersion[], on: PlainDate): readonly NewestVersion[] {
  return versions.filter(
    ({ validFrom, validTo }) => validFrom <= on && (validTo === undefined || on < validTo),
  );
}

describe('the life of a procedure under any sequence of texts', () => {
  it('has at most one version a day and never changes a day before the newest began', () => {
    fc.assert(
      fc.property(fc.array(arrival, { maxLength: 25 }), (arrivals) => {
        const versions: NewestVersion[] = [];
        for (const { origin, ...record } of arrivals) {
          const newest = versions.at(-1);
          const before = days().map((on) => inForce(versions, on)[0]?.number);
          const plan = planPublication(record, origin, newest);
          if (plan.kind === 'publish')
            apply(versions, {
              number: plan.number,
              origin,
              contentHash: record.contentHash,
              validFrom: plan.validFrom,
              ...(plan.closePreviousOn ? { closes: plan.closePreviousOn } : {}),
            });
          days().forEach((on, index) => {
            const now = inForce(versions, on);
            expect(now.length).toBeLessThanOrEqual(1);
            if (plan.kind !== 'publish' || on < plan.validFrom) expect(now[0]?.number).toBe(before[index]);
          });
        }
        expect(versions.map((version) => version.number)).toEqual(versions.map((_, index) => index + 1));
      }),
      { numRuns: 60 },
    );
  });
});

function days(): readonly PlainDate[] {
  return Array.from({ length: horizon }, (_, index) => addDays(start, index));
}
