import { describe, expect, it } from 'vitest';
import { type DateFacts, decideApology, decideExtension } from './new-date.ts';

const at = (text: string) => new Date(`${text}:00+07:00`);
const due = at('2026-11-27T17:00');
const facts: DateFacts = {
  forecastAt: due,
  remaining: null,
  promises: [{ kind: 'receipt', dueAt: due }],
};
const to = (text: string) => ({ dueAt: at(text), forecast: false, explanation: [] });
const type = (outcome: ReturnType<typeof decideApology> | ReturnType<typeof decideExtension>) =>
  outcome.ok ? 'ok' : outcome.refusal.type;

describe('an apology with a new date', () => {
  const apologise = (with_: Partial<DateFacts>, date: string, now: string) =>
    decideApology({ ...facts, ...with_ }, to(date), at(now));

  it('comes in time until the due time itself, and late afterwards', () => {
    expect(apologise({}, '2026-12-02T17:00', '2026-11-27T17:00')).toEqual({
      ok: true,
      value: { late: false },
    });
    expect(apologise({}, '2026-12-02T17:00', '2026-11-27T17:01')).toEqual({
      ok: true,
      value: { late: true },
    });
  });

  it('is judged by the time the law gives: what a suspension left out is not late', () => {
    const suspended = { forecastAt: null, remaining: 2 };
    expect(apologise(suspended, '2026-12-09T17:00', '2026-12-01T09:00')).toMatchObject({
      value: { late: false },
    });
    const usedUp = { forecastAt: null, remaining: 0 };
    expect(apologise(usedUp, '2026-12-09T17:00', '2026-12-01T09:00')).toMatchObject({
      value: { late: true },
    });
  });

  it('is made once while its date is to come, and again, late, when that has passed too', () => {
    const promises = [...facts.promises, { kind: 'apology' as const, dueAt: at('2026-12-02T17:00') }];
    expect(type(apologise({ promises }, '2026-12-09T17:00', '2026-12-02T09:00'))).toBe(
      'dossiers.apology-once',
    );
    expect(apologise({ promises }, '2026-12-09T17:00', '2026-12-03T09:00')).toMatchObject({
      value: { late: true },
    });
  });

  it('names a later day than any promised, and is owed only where something was promised', () => {
    expect(type(apologise({}, '2026-11-27T17:00', '2026-11-26T09:00'))).toBe('dossiers.new-date-not-later');
    expect(type(apologise({}, '2026-12-02T17:00', '2026-12-03T09:00'))).toBe('dossiers.new-date-not-later');
    expect(type(apologise({ promises: [] }, '2026-12-02T17:00', '2026-11-26T09:00'))).toBe(
      'dossiers.no-promise',
    );
  });
});

describe('further time by reasoned notice', () => {
  const allowed = { most: 10, times: 1, source: 'NĐ thử, Điều 1' };
  const extend = (with_: Partial<DateFacts>, amount: number, now: string) =>
    decideExtension({ ...facts, ...with_ }, allowed, amount, at(now));

  it('counts from the due time, up to what the law allows', () => {
    expect(extend({}, 10, '2026-11-27T17:00')).toEqual({ ok: true, value: { from: due } });
    expect(type(extend({}, 11, '2026-11-27T09:00'))).toBe('dossiers.extension-too-long');
  });

  it('is refused where no law allows it, once used, after the time has run out, and while the clock stands still', () => {
    expect(type(decideExtension(facts, undefined, 5, at('2026-11-26T09:00')))).toBe(
      'dossiers.extension-not-lawful',
    );
    const promises = [...facts.promises, { kind: 'extension' as const, dueAt: at('2026-12-07T17:00') }];
    expect(type(extend({ promises }, 5, '2026-11-26T09:00'))).toBe('dossiers.extension-used');
    expect(type(extend({}, 5, '2026-11-27T17:01'))).toBe('dossiers.extension-too-late');
    expect(type(extend({ forecastAt: null, remaining: 3 }, 5, '2026-11-26T09:00'))).toBe(
      'dossiers.clock-not-running',
    );
  });
});
