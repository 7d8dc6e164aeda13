import { describe, expect, test } from 'vitest';
import { aStep, aWait } from '../../testing/builders.ts';
import { compile } from './compile.ts';
import type { Step } from './step.ts';

const yes = { key: 'dat', label: 'Đạt' };
const no = { key: 'khong-dat', label: 'Không đạt' };

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
    [
      '/steps/0/timers process.step-timers-invalid',
      [aStep({ key: 'a', timers: [{ key: 'x', kind: 'warn', at: { hours: 0 } }] })],
    ],
    [
      '/steps/1/branch process.branch-without-choice',
      [aStep({ key: 'a' }), aStep({ key: 'b', branch: 'dat' })],
    ],
    ['/steps/0/choices process.choices-invalid', [aStep({ key: 'a', choices: [yes] })]],
    [
      '/steps/0/choices process.choice-leads-nowhere',
      [aStep({ key: 'a', choices: [yes, { ...no, to: 'khong-co' }] })],
    ],
    [
      '/steps/0/choices process.choice-rule-invalid',
      [aStep({ key: 'a', choices: [yes, { ...no, when: { '==': [{ var: 'process.env' }, 1] } }] })],
    ],
    [
      '/steps/1/branch process.flow-unreachable',
      [
        aStep({
          key: 'a',
          choices: [
            { ...yes, to: 'end' },
            { ...no, to: 'c' },
          ],
        }),
        aStep({ key: 'b' }),
        aStep({ key: 'c' }),
      ],
    ],
    [
      '/steps/1/choices process.choice-nobody-makes',
      [
        aWait({ key: 'w' }),
        aStep({ key: 'a', choices: [yes, no], timers: [{ key: 'x', kind: 'proceed', at: { hours: 1 } }] }),
        aStep({ key: 'b' }),
      ],
    ],
    [
      '/steps/1/choices process.flow-crosses-branches',
      [
        aStep({ key: 'a', together: 'x', choices: [yes, { ...no, to: 'b' }] }),
        aStep({ key: 'b', together: 'x' }),
      ],
    ],
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
