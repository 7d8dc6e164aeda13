import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import { aCalendar } from '../../testing/builders.ts';
import { clockStanding, explainStanding } from './clock-standing.ts';
import type { DueCase } from './due.ts';
import { type Extension, promiseDay, promiseExtension } from './extension.ts';
import { renderExplanation } from './render-explanation.ts';
import { compileCalendar } from './working-calendar.ts';

const calendar = compileCalendar(aCalendar());
const at = (text: string) => new Date(`${text}:00+07:00`);

/** Fifteen days from Monday 02/03/2026: they end on Tuesday 17/03. */
const building: DueCase = {
  rule: { unit: 'calendar-days', amount: 15, cutOff: null, dueAt: 'end-of-day', roll: 'next' },
  receivedAt: at('2026-03-02T09:00'),
  asOf: at('2026-03-10T09:00'),
  suspensions: [],
};
const tenDays: Extension = { unit: 'calendar-days', amount: 10, moves: true };

function standing(with_: Partial<DueCase>, extensions: readonly Extension[] = []) {
  const outcome = clockStanding(calendar, { ...building, ...with_ }, extensions);
  if (!outcome.ok) throw new Error(outcome.refusal.type);
  return outcome.value;
}

describe('how a clock stands', () => {
  test('runs towards its forecast', () => {
    expect(standing({})).toMatchObject({ kind: 'running', dueAt: at('2026-03-17T17:00') });
  });

  test('stands still with what is left, since the open line of the log', () => {
    const suspensions = [{ from: at('2026-03-06T10:00'), to: null, effect: 'continue' as const }];
    expect(standing({ suspensions })).toEqual({
      kind: 'suspended',
      since: at('2026-03-06T10:00'),
      left: { unit: 'calendar-days', amount: 12 },
    });
  });

  test('has the whole time left where it will begin anew', () => {
    const suspensions = [{ from: at('2026-03-06T10:00'), to: null, effect: 'restart' as const }];
    expect(standing({ suspensions })).toMatchObject({ left: { amount: 15 } });
  });

  test('runs on through what is only logged', () => {
    const suspensions = [{ from: at('2026-03-06T10:00'), to: null, effect: 'none' as const }];
    expect(standing({ suspensions })).toMatchObject({ kind: 'running', dueAt: at('2026-03-17T17:00') });
  });

  test('further time is counted from the due time, and told line by line', () => {
    expect(standing({}, [tenDays])).toMatchObject({ kind: 'running', dueAt: at('2026-03-27T17:00') });
    const lines = explainStanding(calendar, building, [tenDays]);
    expect(renderExplanation(lines.ok ? lines.value : []).slice(-3)).toEqual([
      'Được gia hạn thêm 10 ngày (kể cả ngày nghỉ) kể từ ngày hết hạn.',
      'Thứ Sáu 27/03/2026: ngày cuối cùng của thời hạn.',
      'Hạn: 17:00, thứ Sáu 27/03/2026.',
    ]);
  });

  test('further time that a law does not count moves nothing', () => {
    expect(standing({}, [{ ...tenDays, moves: false }])).toMatchObject({ dueAt: at('2026-03-17T17:00') });
  });

  test('what is left while stopped includes the further time', () => {
    const suspensions = [{ from: at('2026-03-06T10:00'), to: null, effect: 'continue' as const }];
    expect(standing({ suspensions }, [tenDays])).toMatchObject({ left: { amount: 22 } });
  });
});

describe('a new date', () => {
  test('of an extension names the date before and the new one', () => {
    const promise = promiseExtension(calendar, tenDays, at('2026-03-17T17:00'));
    expect(promise).toMatchObject({ value: { dueAt: at('2026-03-27T17:00') } });
    expect(promise.ok && promise.value.explanation[0]).toBe('Hạn trước đó: 17:00, thứ Ba 17/03/2026.');
  });

  test('of an apology is the end of hours of a working day, and no other', () => {
    expect(promiseDay(calendar, '2026-03-20' as PlainDate)).toMatchObject({
      value: { dueAt: at('2026-03-20T17:00') },
    });
    expect(promiseDay(calendar, '2026-03-21' as PlainDate)).toMatchObject({
      refusal: { type: 'process.day-without-hours', fields: [{ pointer: '/newDueOn' }] },
    });
  });
});
