import { describe, expect, test } from 'vitest';
import { aStep } from '../../testing/builders.ts';
import { compile } from './compile.ts';
import type { Step } from './step.ts';

const fieldsOf = (...steps: Step[]) => {
  const compiled = compile({ steps });
  return compiled.ok ? [] : (compiled.refusal.fields?.map(({ pointer, type }) => `${pointer} ${type}`) ?? []);
};

describe('compiling a table of steps', () => {
  test('an empty table is refused', () => {
    expect(compile({ steps: [] })).toMatchObject({ refusal: { type: 'process.no-steps' } });
  });

  test.each([
    ['/steps/0/key process.step-key-invalid', [aStep({ key: 'Tiếp nhận' })]],
    ['/steps/0/key process.step-key-invalid', [aStep({ key: 'end' })]],
    ['/steps/1/key process.step-key-repeated', [aStep({ key: 'a' }), aStep({ key: 'a' })]],
    ['/steps/0/name process.step-name-missing', [aStep({ key: 'a', name: ' ' })]],
    ['/steps/0/hours process.step-hours-invalid', [aStep({ key: 'a', hours: -1 })]],
    ['/steps/0/hours process.step-hours-invalid', [aStep({ key: 'a', hours: 0.001 })]],
    ['/steps/0/hours process.step-hours-invalid', [aStep({ key: 'a', hours: Number.NaN })]],
    ['/steps/0/outcomes process.step-without-way-forward', [aStep({ key: 'a', outcomes: ['stop'] })]],
    ['/steps/0/together process.parallel-part-broken', [aStep({ key: 'a', together: 'x' })]],
  ])('refuses %s', (expected, steps) => {
    expect(fieldsOf(...steps)).toEqual([expected]);
  });

  test('a parallel part that is torn apart is refused at each of its rows', () => {
    const torn = [
      aStep({ key: 'a', together: 'x' }),
      aStep({ key: 'b' }),
      aStep({ key: 'c', together: 'x' }),
    ];
    expect(fieldsOf(...torn)).toEqual([
      '/steps/0/together process.parallel-part-broken',
      '/steps/2/together process.parallel-part-broken',
    ]);
  });

  test('half an hour is a time a step may have', () => {
    expect(fieldsOf(aStep({ key: 'a', hours: 0.5 }))).toEqual([]);
  });
});
