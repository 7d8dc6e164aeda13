import { expect, test } from 'vitest';
import { blockedUntil, forgottenBefore, guardedUntil, type ThrottleState } from './sign-in-throttle.ts';

const now = new Date('2026-11-22T08:00:00+07:00');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

const failed = (failures: number): ThrottleState => ({ failures, lastFailureAt: now });

test('five mistypings cost nothing', () => {
  expect(blockedUntil(undefined, now)).toBeUndefined();
  expect(blockedUntil(failed(5), now)).toBeUndefined();
});

test('from the sixth the wait doubles, up to a quarter of an hour, and passes by itself', () => {
  expect(blockedUntil(failed(6), now)).toEqual(later(30));
  expect(blockedUntil(failed(8), now)).toEqual(later(120));
  expect(blockedUntil(failed(40), now)).toEqual(later(900));
  expect(blockedUntil(failed(6), later(30))).toBeUndefined();
});

test('an hour without a failure forgets', () => {
  expect(blockedUntil(failed(40), later(3601))).toBeUndefined();
  expect(forgottenBefore(later(3600))).toEqual(now);
});

test('sixty wrong ones from many addresses within an hour close a login to strange ones for a quarter of an hour', () => {
  const many = (count: number, each: number) => Array.from({ length: count }, () => failed(each));
  expect(guardedUntil(many(20, 2), now)).toBeUndefined();
  expect(guardedUntil(many(20, 3), now)).toEqual(later(900));
  expect(guardedUntil([...many(20, 3), { failures: 1, lastFailureAt: later(60) }], later(61))).toEqual(
    later(960),
  );
  expect(guardedUntil(many(20, 3), later(900))).toBeUndefined();
  expect(guardedUntil(many(20, 3), later(3601))).toBeUndefined();
});
