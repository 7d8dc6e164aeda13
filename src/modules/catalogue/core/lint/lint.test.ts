import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import { hasText } from '../../../../texts/translate.ts';
import { aWholeText as text } from '../../testing/a-whole-text.ts';
import type { ProcedureText } from '../procedure-text.ts';
import type { Surroundings } from './finding.ts';
import { lint } from './lint.ts';
import { sayFinding } from './say-finding.ts';

const verified = { certainty: 'verified' as const };

const ready: Surroundings = {
  on: '2026-12-01' as PlainDate,
  hasForm: true,
  processHours: new Map([
    ['chung', 16],
    ['a', 16],
    ['b', 16],
  ]),
  hasUnit: () => true,
};
const rules = { requiredParts: [], warnOnly: [] };
const run = (one: ProcedureText, around: Partial<Surroundings> = {}) =>
  lint(one, { ...ready, ...around }, rules);
const told = (one: ProcedureText, around: Partial<Surroundings> = {}) =>
  run(one, around).map(({ type, severity, pointer }) => `${severity} ${type} ${pointer}`);

const question = (key: string, ...options: string[]) => ({
  key,
  text: `${key}?`,
  options: options.map((option) => ({ key: option, text: option })),
});
const aCase = (key: string, question?: string, ...options: string[]) => ({
  key,
  name: key,
  ...verified,
  ...(question ? { when: [{ question, in: options }] } : {}),
});

describe('the linter', () => {
  it('finds nothing in a text that is whole', () => {
    expect(told(text())).toEqual([]);
  });

  const faulty: [string, ProcedureText, Partial<Surroundings>, string[]][] = [
    [
      'a process for no case',
      text(),
      { processHours: new Map() },
      ['error process-missing /content/cases/0'],
    ],
    [
      'a process longer than the law',
      text(),
      { processHours: new Map([['chung', 16.5]]) },
      ['error process-too-long /content/timeLimits/0'],
    ],
    [
      'no e-form for an online service',
      text(),
      { hasForm: false },
      ['error online-without-form /content/channels'],
    ],
    [
      'an e-form named by a paper',
      text(
        {
          channels: ['counter'],
          components: [
            {
              key: 'a',
              name: 'Tờ khai',
              mode: 'submit',
              form: { name: 'Mẫu 01', electronic: true },
              ...verified,
            },
          ],
        },
        { serviceLevel: 'unknown' },
      ),
      { hasForm: false },
      ['error component-form-unknown /content/components/0/form'],
    ],
    [
      'papers of a case nobody has',
      text({ components: [{ key: 'a', name: 'Đơn', mode: 'submit', cases: ['x'], ...verified }] }),
      {},
      ['error unknown-case /content/components/0/cases/0', 'error case-without-components /content/cases/0'],
    ],
    [
      'a condition on an answer nobody can give',
      text({
        questions: [question('q', 'co', 'khong')],
        components: [
          { key: 'a', name: 'Đơn', mode: 'submit', ...verified },
          {
            key: 'b',
            name: 'Ủy quyền',
            mode: 'submit',
            condition: { text: 'x', when: [{ question: 'q', in: ['la'] }] },
            ...verified,
          },
        ],
      }),
      {},
      ['error unknown-answer /content/components/1/condition/when/0'],
    ],
    [
      'two papers of one key',
      text({
        components: ['Đơn', 'Bản đồ'].map((name) => ({
          key: 'a',
          name,
          mode: 'submit' as const,
          ...verified,
        })),
      }),
      {},
      ['error key-repeated /content/components/1/key'],
    ],
    [
      'a paper that sounds conditional',
      text({ components: [{ key: 'a', name: 'Văn bản ủy quyền (nếu có)', mode: 'submit', ...verified }] }),
      {},
      ['warning conditional-without-condition /content/components/0'],
    ],
    [
      'a case without papers',
      text({
        cases: [aCase('a'), aCase('b')],
        components: [{ key: 'a', name: 'Đơn', mode: 'submit', cases: ['a'], ...verified }],
      }),
      {},
      ['error case-without-components /content/cases/1'],
    ],
    [
      'cases that leave a hole',
      text({
        questions: [question('q', 'mot', 'hai', 'ba')],
        cases: [aCase('a', 'q', 'mot'), aCase('b', 'q', 'hai')],
      }),
      {},
      ['error cases-leave-hole /content/cases'],
    ],
    [
      'cases that overlap',
      text({
        questions: [question('q', 'mot', 'hai')],
        cases: [aCase('a', 'q', 'mot', 'hai'), aCase('b', 'q', 'hai')],
      }),
      {},
      ['error cases-overlap /content/cases/1/when'],
    ],
    [
      'a channel without a time limit',
      text({
        timeLimits: [{ rule: { unit: 'working-days', amount: 2 }, channels: ['counter'], ...verified }],
      }),
      {},
      ['error time-limit-missing /content/timeLimits'],
    ],
    [
      'two limits for one matter',
      text({
        timeLimits: [2, 3].map((amount) => ({
          rule: { unit: 'working-days' as const, amount },
          ...verified,
        })),
      }),
      {},
      ['error time-limits-overlap /content/timeLimits/1'],
    ],
    [
      'a limit of which only words are known',
      text({ timeLimits: [{ asPublished: '5', ...verified }] }),
      {},
      ['warning time-limit-unknown /content/timeLimits/0'],
    ],
    [
      'a fee taken twice',
      text({
        fees: [0, 1].map((n) => ({
          key: `a${n}`,
          name: 'Lệ phí',
          type: 'charge' as const,
          rule: { kind: 'free' as const },
          ...verified,
        })),
      }),
      {},
      ['error fees-overlap /content/fees/1'],
    ],
    [
      'a fee of the Council without its resolution',
      text({
        fees: [
          {
            key: 'a',
            name: 'Phí',
            type: 'fee',
            rule: { kind: 'fixed', amount: 1000 },
            doubts: ['decided-by-council'],
            ...verified,
          },
        ],
      }),
      {},
      ['error fee-without-resolution /content/fees/0'],
    ],
    [
      'a channel of which no fee is told',
      text({
        fees: [
          { key: 'a', name: 'Phí', type: 'fee', channels: ['online'], rule: { kind: 'free' }, ...verified },
        ],
      }),
      {},
      ['error fee-missing /content/fees'],
    ],
    [
      'an agency that does not exist',
      text({ competentAgency: { rule: { kind: 'unit', unitKey: 'so-x' }, ...verified } }),
      { hasUnit: () => false },
      ['error agency-unknown /content/competentAgency/rule'],
    ],
    [
      'an agency only in words',
      text({ competentAgency: { rule: { kind: 'named' }, name: 'Sở Xây dựng', ...verified } }),
      {},
      ['error agency-only-named /content/competentAgency/rule'],
    ],
    [
      'a commune at another level',
      text({}, { levels: ['province'] }),
      {},
      ['error agency-level /content/competentAgency/rule'],
    ],
    [
      'a level without the channel',
      text({ channels: ['counter'] }),
      {},
      ['error level-without-online /serviceLevel'],
    ],
    [
      'a channel without the level',
      text({}, { serviceLevel: 'information' }),
      {},
      ['error online-without-level /content/channels'],
    ],
    [
      'a fact not checked',
      text({ results: [{ name: 'Giấy khai sinh' }] }),
      {},
      ['warning not-checked /content/results/0'],
    ],
  ];

  it.each(faulty)('names %s, with its place', (_, one, around, expected) => {
    expect(told(one, around)).toEqual(expected);
  });

  it('has a sentence for everything it says, filled in', () => {
    for (const [, one, around] of faulty)
      for (const finding of run(one, around)) {
        expect(hasText(`catalogue.lint.${finding.type}`), finding.type).toBe(true);
        expect(sayFinding(finding).sentence).not.toMatch(/[{}]/);
      }
    const [hole] = run(faulty.find(([name]) => name === 'cases that leave a hole')?.[1] ?? text());
    expect(hole && sayFinding(hole).sentence).toBe(
      'Không trường hợp nào đúng khi trả lời: q? ba. Thêm trường hợp hoặc sửa điều kiện.',
    );
  });

  it('only warns where the rules here say so', () => {
    const around = { ...ready, processHours: new Map<string, number>() };
    const [finding] = lint(text(), around, { ...rules, warnOnly: ['process-missing'] });
    expect(finding).toMatchObject({ type: 'process-missing', severity: 'warning' });
  });

  it('asks nothing of form and process where another system works', () => {
    const elsewhere = text({}, { routing: { kind: 'ministry', system: 'Hộ tịch' } });
    expect(told(elsewhere, { hasForm: false, processHours: new Map() })).toEqual([]);
  });
});
