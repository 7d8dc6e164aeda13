import { expect, test } from 'vitest';
import { barringStep, type DoneStep } from './separation.ts';

const step = (step_key: string, closed_by_person: string | null, outcome = 'forward'): DoneStep => ({
  step_key,
  step_name: step_key,
  closed_by_person,
  outcome,
});

test.each([
  ['did it', [step('tham-dinh', 'lan')], true],
  ['did it, and it was done anew by another', [step('tham-dinh', 'lan'), step('tham-dinh', 'minh')], true],
  ['did another step', [step('tiep-nhan', 'lan')], false],
  ['sent it back', [step('tham-dinh', 'lan', 'back')], false],
  ['had it taken away when it was withdrawn', [step('tham-dinh', 'lan', 'withdrawn')], false],
  ['had it, and another did it', [step('tham-dinh', 'minh')], false],
  ['saw silence do it', [step('tham-dinh', null, 'silence')], false],
])('whoever %s is barred: %s', (_, done, isBarred) => {
  expect(barringStep(['tham-dinh'], done, 'lan') !== undefined).toBe(isBarred);
});

test('nothing bars where the process keeps nothing apart', () => {
  expect(barringStep([], [step('tham-dinh', 'lan')], 'lan')).toBeUndefined();
});
