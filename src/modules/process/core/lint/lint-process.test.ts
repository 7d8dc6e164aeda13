import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasText } from '../../../../texts/translate.ts';
import { arbitraryTable } from '../../testing/arbitrary-table.ts';
import { aStep, aWait } from '../../testing/builders.ts';
import type { DueRule } from '../clock/due-rule.ts';
import type { Step } from '../flow/step.ts';
import { tableFlow } from '../flow/table-flow.ts';
import type { LintContext } from './finding.ts';
import { lintProcess } from './lint-process.ts';

const clerk = { unit: 'competent', role: 'recordsClerk' } as const;
const intake = aStep({ key: 'nhan', kind: 'intake' });
const issue = aStep({ key: 'dau', kind: 'issue', performer: clerk });
const giveBack = aStep({ key: 'tra', kind: 'return', hours: 0 });
const good = [intake, aStep({ key: 'ky', kind: 'sign', hours: 4 }), issue, giveBack];
type Limit = Pick<DueRule, 'unit' | 'amount'>;
const days = (amount: number): Limit => ({ unit: 'working-days', amount });
const limit = (rule: Limit, verified = true): LintContext => ({ limit: { rule, verified } });

const found = (steps: readonly Step[], context: LintContext = {}) =>
  lintProcess(tableFlow({ steps }), context).map(({ at, type, severity }) => {
    expect(hasText(type), type).toBe(true);
    return `${severity} ${at} ${type.slice('process.'.length)}`;
  });

describe('what stands out in a process', () => {
  test('nothing, in one as the law and practice want it', () => {
    expect(found(good, { ...limit(days(1)), canPerform: () => true, keysBefore: ['nhan', 'ky'] })).toEqual(
      [],
    );
  });

  test.each<[string, readonly Step[], LintContext, string[]]>([
    [
      'more hours than the limit',
      good,
      limit({ unit: 'working-hours', amount: 7 }),
      ['warning  lint-limit-exceeded'],
    ],
    ['fewer hours than the limit', good, limit(days(2)), ['warning  lint-limit-not-used']],
    ['same-day is eight hours', good, limit({ unit: 'same-day', amount: 1 }), []],
    ['a limit nobody has compared', good, limit(days(1), false), ['warning  lint-limit-unverified']],
    [
      'a limit in days off too',
      good,
      limit({ unit: 'calendar-days', amount: 15 }),
      ['warning  lint-limit-in-calendar-time'],
    ],
    ['no limit', good, { limit: null }, ['warning  lint-limit-absent']],
    [
      'nobody can do it',
      good,
      { canPerform: ({ role }) => role !== 'recordsClerk' },
      ['error dau lint-nobody-performs'],
    ],
    [
      'a key of the version before is gone',
      good,
      { keysBefore: ['nhan', 'tham-dinh'] },
      ['warning tham-dinh lint-key-gone'],
    ],
    [
      'returning takes hours',
      [intake, issue, { ...giveBack, hours: 2 }],
      {},
      ['warning tra lint-return-takes-time'],
    ],
    [
      'a step takes none',
      [{ ...intake, hours: 0 }, issue, giveBack],
      {},
      ['warning nhan lint-step-without-time'],
    ],
    [
      'nothing is numbered before it is returned',
      [intake, giveBack],
      {},
      ['warning tra lint-return-without-issue'],
    ],
    [
      'somebody else than the clerk issues',
      [intake, aStep({ key: 'dau', kind: 'issue' }), giveBack],
      {},
      ['warning dau lint-issue-not-by-clerk'],
    ],
    [
      'a way past the clerk',
      [
        aStep({
          key: 'nhan',
          kind: 'intake',
          choices: [
            { key: 'a', label: 'A' },
            { key: 'b', label: 'B', to: 'tra' },
          ],
        }),
        issue,
        giveBack,
      ],
      {},
      ['warning tra lint-return-without-issue'],
    ],
    [
      'rules without a way for the rest',
      [
        aStep({
          key: 'nhan',
          kind: 'intake',
          choices: ['a', 'b'].map((key) => ({
            key,
            label: key,
            when: { '==': [{ var: 'case' }, key] } as const,
          })),
        }),
        issue,
        giveBack,
      ],
      {},
      ['warning choice:nhan lint-choice-without-default'],
    ],
    ['no intake', [issue, giveBack], {}, ['warning dau lint-starts-without-intake']],
    ['a wait first', [aWait({ key: 'cho' }), issue, giveBack], {}, ['error cho lint-starts-without-intake']],
    ['never returned', [intake, issue], {}, ['warning  lint-never-returned']],
    [
      'a wait without ground',
      [intake, aWait({ key: 'cho', wait: { message: 'x' } }), issue, giveBack],
      {},
      ['warning cho lint-wait-without-ground'],
    ],
    [
      'a ground nobody knows',
      [intake, aWait({ key: 'cho' }), issue, giveBack],
      { grounds: new Set(['khac']) },
      ['error cho lint-ground-unknown'],
    ],
    [
      'silence goes on',
      [
        aStep({ key: 'nhan', kind: 'intake', timers: [{ key: 'x', kind: 'proceed', at: { share: 1 } }] }),
        issue,
        giveBack,
      ],
      {},
      ['warning nhan lint-silence'],
    ],
    [
      'a guess of the reader',
      good,
      { guesses: [{ at: 'ky', what: 'hours' }] },
      ['warning ky bpmn-guessed-hours'],
    ],
  ])('%s', (_name, steps, context, expected) => {
    expect(found(steps, context)).toEqual(expected);
  });

  test('side by side the longest branch counts, of alternatives the longest, a loop once, a wait not', () => {
    const steps = [
      aStep({
        key: 'nhan',
        kind: 'intake',
        hours: 1,
        choices: [
          { key: 'a', label: 'A' },
          { key: 'lai', label: 'Lại', to: 'nhan' },
        ],
      }),
      aStep({ key: 'a', together: 'g', hours: 4 }),
      aStep({ key: 'b', together: 'g', branch: 'b', hours: 2 }),
      aStep({ key: 'c', together: 'g', branch: 'b', hours: 3 }),
      aWait({ key: 'cho', hours: 40 }),
      { ...issue, hours: 1 },
      giveBack,
    ];
    const [finding] = lintProcess(tableFlow({ steps }), { limit: null });
    expect(finding?.params).toEqual({ hours: 7 });
  });

  test('no table that compiles is called an error for its structure', () => {
    const holds = fc.property(arbitraryTable, (table) => {
      const errors = lintProcess(tableFlow(table)).filter(({ severity }) => severity === 'error');
      expect(errors).toEqual([]);
    });
    fc.assert(holds, { numRuns: 300, seed: 31 });
  });
});
