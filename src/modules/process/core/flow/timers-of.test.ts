import { expect, test } from 'vitest';
import { timersOf } from './timers-of.ts';

const warning = { share: 0.75 };

test('a step is warned about at the share of the day unless it says when itself', () => {
  expect(timersOf({ hours: 8 }, warning)).toEqual([{ key: 'canh-bao', kind: 'warn', afterHours: 6 }]);
  expect(timersOf({ hours: 8 }, { share: 0.5 })).toEqual([{ key: 'canh-bao', kind: 'warn', afterHours: 4 }]);
  expect(timersOf({ hours: 8 }, undefined)).toEqual([]);
  expect(timersOf({ hours: 8, timers: [{ key: 'som', kind: 'warn', at: { share: 0.5 } }] }, warning)).toEqual(
    [{ key: 'som', kind: 'warn', afterHours: 4 }],
  );
});

test('timers count from the opening of the step, whatever they are written in', () => {
  const timers = [
    { key: 'a', kind: 'escalate', at: { beforeDue: 2 } },
    { key: 'b', kind: 'proceed', at: { hours: 40 } },
    { key: 'c', kind: 'escalate', at: { beforeDue: 20 } },
  ] as const;
  expect(timersOf({ hours: 8, timers }, warning).map(({ afterHours }) => afterHours)).toEqual([6, 40, 0, 6]);
});

test('a step without hours has only what it names in hours', () => {
  expect(timersOf({ hours: 0 }, warning)).toEqual([]);
  expect(timersOf({ hours: 0, timers: [{ key: 'a', kind: 'escalate', at: { share: 1 } }] }, warning)).toEqual(
    [],
  );
});
