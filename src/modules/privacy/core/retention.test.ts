import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { KeptKind } from '../contract.ts';
import { firstDue, latestEndDue, type RetentionRule, retentionOf } from './retention.ts';

const day = (text: string) => text as PlainDate;
const rule = (rest: Partial<RetentionRule>): RetentionRule => ({
  basis: 'thử',
  source: 'thử',
  certainty: 'official',
  countedFrom: 'end',
  validFrom: day('2026-01-01'),
  ...rest,
});

describe('the rule of a day', () => {
  it('is the procedure’s own before the general one, as it stands on the day', () => {
    const rules = [
      rule({ years: 20 }),
      rule({ procedureCode: '1.001193', validTo: day('2027-01-01') }),
      rule({ procedureCode: '1.001193', years: 70, validFrom: day('2027-01-01') }),
    ];
    expect(retentionOf(rules, '1.001193', day('2026-12-31'))?.years).toBeUndefined();
    expect(retentionOf(rules, '1.001193', day('2027-01-01'))?.years).toBe(70);
    expect(retentionOf(rules, '2.000815', day('2026-12-31'))?.years).toBe(20);
    expect(retentionOf(rules, '1.001193', day('2025-12-31'))).toBeUndefined();
  });

  it('is that of the kind before that of the whole dossier, and the procedure’s before any general one', () => {
    const rules = [
      rule({ years: 20 }),
      rule({ kind: 'results', years: 50 }),
      rule({ procedureCode: '1.001193', years: 30 }),
      rule({ procedureCode: '1.001193', kind: 'papers', years: 5 }),
    ];
    const years = (code: string, kind: KeptKind) => retentionOf(rules, code, day('2026-06-01'), kind)?.years;
    expect([years('1.001193', 'papers'), years('1.001193', 'results')]).toEqual([5, 30]);
    expect([years('2.000815', 'results'), years('2.000815', 'facts')]).toEqual([50, 20]);
  });
});

describe('what falls due first', () => {
  const ended = (endedOn: string, erased: readonly KeptKind[] = []) => ({
    procedureCode: '1.001193',
    alsoFor: [] as readonly string[],
    endedOn: day(endedOn),
    erased,
  });
  const due = (
    rules: readonly RetentionRule[],
    dossier: ReturnType<typeof ended>,
    today: string,
    by = today,
  ) => firstDue(rules, dossier, day(today), day(by));

  it.each([
    ['end', '2026-05-10', 5, '2031-05-11'],
    ['end', '2028-02-29', 5, '2033-03-01'],
    ['end', '2028-02-29', 4, '2032-03-01'],
    ['nextYear', '2026-05-10', 5, '2032-01-01'],
    ['nextYear', '2026-12-31', 1, '2028-01-01'],
  ] as const)('counted from %s, %s and %i years give %s', (countedFrom, endedOn, years, on) => {
    expect(due([rule({ years, countedFrom })], ended(endedOn), '2040-01-01')?.on).toBe(on);
  });

  it('comes neither before its day nor for what is kept for ever', () => {
    expect(due([rule({ years: 5 })], ended('2026-05-10'), '2031-05-10')).toBeUndefined();
    expect(due([rule({ years: 5 })], ended('2026-05-10'), '2031-05-10', '2031-05-11')?.on).toBe('2031-05-11');
    expect(due([rule({})], ended('2026-05-10'), '2999-01-01')).toBeUndefined();
    expect(due([], ended('2026-05-10'), '2999-01-01')).toBeUndefined();
  });

  it('is never earlier than the law of its end allowed, nor than that of today', () => {
    const changed = (then: number | undefined, now: number | undefined) => [
      rule({ years: then, validTo: day('2030-01-01') }),
      rule({ years: now, validFrom: day('2030-01-01') }),
    ];
    const on = (then?: number, now?: number) =>
      due(changed(then, now), ended('2026-05-10'), '2090-01-01')?.on;
    expect([on(5, 10), on(10, 5)]).toEqual(['2036-05-11', '2036-05-11']);
    expect([on(undefined, 5), on(5, undefined)]).toEqual([undefined, undefined]);
    // Before there was any rule the law of today decides alone.
    expect(due([rule({ years: 5 })], ended('2020-05-10'), '2090-01-01')?.on).toBe('2025-05-11');
  });

  it('waits for every procedure that a dossier carries, and trusts none whose rule is not checked or not there', () => {
    const both = { ...ended('2026-05-10'), alsoFor: ['1.004222'] };
    const rules = (other: Partial<RetentionRule>) => [
      rule({ procedureCode: '1.001193', years: 5 }),
      rule({ procedureCode: '1.004222', ...other }),
    ];
    expect(due(rules({ years: 10 }), both, '2031-06-01')).toBeUndefined();
    expect(due(rules({ years: 10 }), both, '2036-05-11')).toMatchObject({ on: '2036-05-11', certain: true });
    expect(due(rules({ years: 2 }), both, '2040-01-01')?.on).toBe('2031-05-11');
    expect(due(rules({}), both, '2999-01-01')).toBeUndefined();
    expect(due(rules({ years: 5, certainty: 'unchecked' }), both, '2040-01-01')?.certain).toBe(false);
    expect(due([rule({ procedureCode: '1.001193', years: 5 })], both, '2040-01-01')).toBeUndefined();
  });

  it('is certain only where every rule it rests on is', () => {
    const unsure = [rule({ years: 5, certainty: 'reported', validTo: day('2030-01-01') })];
    const both = [...unsure, rule({ years: 5, validFrom: day('2030-01-01') })];
    expect(due(both, ended('2026-05-10'), '2040-01-01')?.certain).toBe(false);
    expect(due(both, ended('2031-05-10'), '2040-01-01')?.certain).toBe(true);
  });

  it('takes together what is due by today, and leaves kinds whose day is only near or that are gone already', () => {
    const rules = [
      rule({ years: 20 }),
      rule({ kind: 'papers', years: 5 }),
      rule({ kind: 'letters', years: 6 }),
    ];
    expect(due(rules, ended('2026-05-10'), '2032-03-01', '2032-06-01')?.kinds).toEqual(['papers']);
    expect(due(rules, ended('2026-05-10'), '2032-05-11')?.kinds).toEqual(['papers', 'letters']);
    expect(due(rules, ended('2026-05-10', ['papers', 'letters']), '2032-05-11')).toBeUndefined();
    // A certain kind goes without waiting for one that nobody has checked.
    const mixed = [rule({ years: 5, certainty: 'unchecked' }), rule({ kind: 'papers', years: 6 })];
    expect(due(mixed, ended('2026-05-10'), '2040-01-01')).toMatchObject({ kinds: ['papers'], certain: true });
  });
});

describe('the last day something due can have ended on', () => {
  const today = day('2026-11-26');
  const by = day('2027-02-24');
  const latest = (rules: readonly RetentionRule[], code = '2.000815') => latestEndDue(rules, code, today, by);

  it('is told by the shortest time of any kind, to the end of its year', () => {
    expect(latest([rule({ years: 20 }), rule({ kind: 'papers', years: 5 })])).toBe('2022-12-31');
    expect(latest([rule({ years: 20 }), rule({ procedureCode: '2.000815', years: 10 })])).toBe('2017-12-31');
  });

  it('is no day where all of it is kept for ever, or nothing is said', () => {
    expect(latest([rule({ years: 5 }), rule({ procedureCode: '2.000815' })])).toBeUndefined();
    expect(latest([rule({ years: 5, validFrom: day('2027-01-01') })])).toBeUndefined();
    const facts = rule({ procedureCode: '2.000815', kind: 'facts' });
    expect(latest([rule({ years: 5 }), facts])).toBe('2022-12-31');
  });

  it('comes behind everything that is due', () => {
    const rules = [rule({ years: 5, countedFrom: 'nextYear' }), rule({ kind: 'results', years: 3 })];
    for (const endedOn of [
      '2020-12-31',
      '2021-01-01',
      '2024-01-01',
      '2024-02-23',
      '2024-12-31',
      '2025-01-01',
    ].map(day)) {
      const dossier = { procedureCode: '2.000815', alsoFor: [], endedOn, erased: [] };
      const isDue = firstDue(rules, dossier, today, by) !== undefined;
      expect(isDue && endedOn > (latest(rules) ?? '')).toBe(false);
    }
  });
});
