import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import { anyCases } from '../../testing/arbitrary-case.ts';
import { aCalendar } from '../../testing/builders.ts';
import { computeDue } from './compute-due.ts';
import type { DueCase, ExplanationLine } from './due.ts';
import type { DueRule } from './due-rule.ts';
import { explainDue } from './explain-due.ts';
import { formatInstant } from './local-minute.ts';
import { renderExplanation } from './render-explanation.ts';
import { compileCalendar, type WorkingCalendar } from './working-calendar.ts';

const at = (text: string) => new Date(`${text}:00+07:00`);
const calendar = compileCalendar(
  aCalendar({
    off: [{ date: '2026-03-05' as PlainDate, name: 'Ngày hội' }, { date: '2026-03-06' as PlainDate }],
    makeUp: [{ date: '2026-03-07' as PlainDate }],
    knownUntil: '2026-03-31' as PlainDate,
  }),
);

function explained(more: Partial<Omit<DueCase, 'rule'>> & { rule?: Partial<DueRule> }): string[] {
  const rule: DueRule = {
    unit: 'working-days',
    amount: 3,
    cutOff: null,
    dueAt: 'end-of-day',
    roll: 'next',
    ...more.rule,
  };
  const receivedAt = at('2026-03-03T15:30');
  const lines = explainDue(calendar, { receivedAt, asOf: receivedAt, suspensions: [], ...more, rule });
  if (!lines.ok) throw new Error(lines.refusal.type);
  return renderExplanation(lines.value).slice(2);
}

describe('the explanation', () => {
  test('names holidays, made-up days and the count', () => {
    expect(explained({ rule: { cutOff: '15:00' } })).toEqual([
      'Nhận sau 15:00 hoặc vào ngày nghỉ: coi như nhận vào thứ Tư 04/03/2026.',
      'Thứ Năm 05/03/2026: ngày nghỉ, không tính – Ngày hội.',
      'Thứ Sáu 06/03/2026: ngày nghỉ, không tính.',
      'Thứ Bảy 07/03/2026: ngày làm bù, là ngày làm việc thứ 1.',
      'Thứ Hai 09/03/2026 – thứ Ba 10/03/2026: ngày làm việc thứ 2 đến thứ 3.',
      'Hạn: 17:00, thứ Ba 10/03/2026.',
    ]);
  });

  test('tells hours day by day, with what a suspension took', () => {
    const suspensions = [
      { from: at('2026-03-04T08:00'), to: at('2026-03-04T09:30'), effect: 'continue' } as const,
    ];
    expect(explained({ rule: { unit: 'working-hours', amount: 8 }, suspensions })).toEqual([
      'Thứ Ba 03/03/2026: tính 1 giờ 30 phút.',
      'Thứ Tư 04/03/2026: tính 6 giờ 30 phút.',
      'Thứ Tư 04/03/2026, 08:00 – thứ Tư 04/03/2026, 09:30: tạm dừng, không tính 1 giờ 30 phút.',
      'Hạn: 17:00, thứ Tư 04/03/2026.',
    ]);
  });

  test('tells a restart, a log entry that stops nothing, an open suspension', () => {
    const asOf = at('2026-03-10T08:00');
    const suspensions = [
      { from: at('2026-03-04T08:00'), to: at('2026-03-09T10:00'), effect: 'restart' },
      { from: at('2026-03-09T14:00'), to: at('2026-03-09T15:00'), effect: 'none' },
      { from: at('2026-03-09T16:00'), to: null, effect: 'continue' },
    ] as const;
    expect(explained({ suspensions, asOf, rule: { amount: 1 } })).toEqual([
      'Thứ Tư 04/03/2026, 08:00 – thứ Hai 09/03/2026, 10:00: tạm dừng.',
      'Thứ Hai 09/03/2026, 10:00: hết tạm dừng, thời hạn được tính lại từ đầu.',
      'Thứ Hai 09/03/2026, 14:00 – thứ Hai 09/03/2026, 15:00: có ghi sự cố hoặc chờ kỹ thuật; thời hạn vẫn chạy.',
      'Thứ Hai 09/03/2026, 16:00: tạm dừng và chưa kết thúc; tính đến thứ Ba 10/03/2026, 08:00 là 0 ngày không tính. Hạn là dự kiến.',
      'Thứ Ba 10/03/2026: ngày làm việc thứ 1.',
      'Hạn: 17:00, thứ Ba 10/03/2026.',
    ]);
  });

  test('tells the roll, and a year that is not decided', () => {
    expect(explained({ rule: { unit: 'calendar-months', amount: 1, roll: 'none' } })).toEqual([
      'Thứ Sáu 03/04/2026: ngày cuối cùng của thời hạn.',
      'Hạn: 24:00, thứ Sáu 03/04/2026.',
      'Lịch nghỉ năm 2026 chưa có quyết định chính thức: hạn này là dự kiến.',
    ]);
    expect(explained({ rule: { unit: 'calendar-days', amount: 2, roll: 'previous' } })).toEqual([
      'Thứ Năm 05/03/2026: ngày cuối cùng của thời hạn.',
      'Thứ Năm 05/03/2026 là ngày nghỉ: hạn lùi về ngày làm việc liền trước, thứ Tư 04/03/2026.',
      'Hạn: 17:00, thứ Tư 04/03/2026.',
    ]);
  });
});

describe('over random cases', () => {
  test('it ends with the due time, counts up to the amount, and fills every sentence', () => {
    const holds = fc.property(anyCases(4), ({ calendar: any, dueCases }) => {
      const compiled = compileCalendar(any);
      for (const dueCase of dueCases) check(compiled, dueCase);
    });
    fc.assert(holds, { numRuns: 400, seed: 11 });
  });

  function check(compiled: WorkingCalendar, dueCase: DueCase): void {
    const [due, lines] = [computeDue(compiled, dueCase), explainDue(compiled, dueCase)];
    if (!due.ok || !lines.ok) throw new Error('a random case was refused');
    const end = lines.value.find(({ key }) => key === 'process.due.due')?.params;
    const [on, clock] = formatInstant(due.value.dueAt).split('T');
    if (end?.at !== '24:00') expect(`${end?.on} ${end?.at}`).toBe(`${on} ${clock?.slice(0, 5)}`);
    const { unit, amount } = dueCase.rule;
    if (unit === 'working-days') expect(countedDays(lines.value)).toBe(amount);
    if (unit === 'working-hours') expect(countedMinutes(lines.value)).toBe(amount * 60);
    for (const sentence of renderExplanation(lines.value)) expect(sentence).not.toMatch(/[{}]|undefined|NaN/);
  }

  const countedDays = (lines: readonly ExplanationLine[]) =>
    Math.max(...lines.map(({ params }) => Number(params.last ?? 0)));
  const countedMinutes = (lines: readonly ExplanationLine[]) =>
    lines
      .filter(({ key }) => key.startsWith('process.due.hours-counted'))
      .reduce((sum, { params }) => sum + Number(params.minutes) * Number(params.days), 0);
});
