import { ok, type Result } from '../../../../kernel/result.ts';
import { type Counted, countDue, midnightsBefore } from './count-due.ts';
import type { DueCase, ExplanationLine } from './due.ts';
import { type Dated, explainDays } from './explain-days.ts';
import { dateOfDay, dayMinutes, dayOf, formatClock, minuteOf, parseClock } from './local-minute.ts';
import { countRunning } from './running.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Why a case is due when it is: dated lines a citizen can follow. Computed apart from the due time, which is fast. */
export function explainDue(calendar: WorkingCalendar, dueCase: DueCase): Result<readonly ExplanationLine[]> {
  const counted = countDue(calendar, dueCase);
  if (!counted.ok) return counted;
  const what = counted.value;
  const middle = [
    ...explainSuspensions(calendar, dueCase, what),
    ...explainReceipt(dueCase, what),
    ...explainDays(calendar, dueCase.rule, what),
  ].sort((a, b) => a.minute - b.minute);
  return ok([
    { key: 'process.due.received', params: momentOf(minuteOf(dueCase.receivedAt)) },
    { key: `process.due.rule-${dueCase.rule.unit}`, params: { amount: dueCase.rule.amount } },
    ...middle.map(({ line }) => line),
    ...explainEnd(calendar, dueCase, what),
  ]);
}

/** Day and time of a minute; the end of a day is written 24:00 of that day. */
export function momentOf(minute: number, endOfDay = false): { on: string; at: string } {
  if (endOfDay && minute % dayMinutes === 0) return { on: dateOfDay(dayOf(minute) - 1), at: '24:00' };
  return { on: dateOfDay(dayOf(minute)), at: formatClock(minute) };
}

/** From which day the count starts: after a restart, after a cut-off, on the same day or the next. */
function explainReceipt({ rule }: DueCase, counted: Counted): Dated[] {
  const { start, restarted, receiptDay, firstMinute } = counted;
  const lines: ExplanationLine[] = [];
  if (restarted) lines.push({ key: 'process.due.restarted', params: momentOf(start) });
  if (rule.unit === 'working-days' && receiptDay !== dayOf(start))
    lines.push({
      key: 'process.due.received-late',
      params: { cutOff: rule.cutOff ?? '', on: dateOfDay(receiptDay) },
    });
  if (rule.unit === 'same-day') lines.push(sameDayLine(rule.cutOff, start, firstMinute === start));
  return lines.map((line) => ({ minute: start, line }));
}

function sameDayLine(cutOff: string | null, start: number, inTime: boolean): ExplanationLine {
  if (inTime) return { key: 'process.due.same-day-in-time', params: {} };
  const late = cutOff !== null && start % dayMinutes > (parseClock(cutOff) ?? 0);
  return late
    ? { key: 'process.due.same-day-late', params: { cutOff } }
    : { key: 'process.due.same-day-closed', params: {} };
}

/** What stopped the clock, how much it left out; what is in the log and stopped nothing. */
function explainSuspensions(calendar: WorkingCalendar, dueCase: DueCase, counted: Counted): Dated[] {
  const asOf = minuteOf(dueCase.asOf);
  return dueCase.suspensions.flatMap((suspension): Dated[] => {
    const minute = minuteOf(suspension.from);
    const to = suspension.to === null ? asOf : minuteOf(suspension.to);
    if (to < minute || minute > counted.due || to <= minuteOf(dueCase.receivedAt)) return [];
    const from = momentOf(minute);
    const until = momentOf(to);
    const params = { on: from.on, at: from.at, toOn: until.on, toAt: until.at };
    if (suspension.effect === 'none') return [{ minute, line: { key: 'process.due.logged', params } }];
    const kind = suspension.to === null ? 'open' : 'suspended';
    if (to <= counted.start) return [{ minute, line: { key: `process.due.${kind}-before`, params } }];
    const left = leftOut(calendar, dueCase, minute, to, counted);
    return [
      { minute, line: { key: `process.due.${kind}-${left.measure}`, params: { ...params, ...left.params } } },
    ];
  });
}

/** Closings, office minutes or midnights that fall into an interval, as far as the count reaches. */
function leftOut(calendar: WorkingCalendar, { rule }: DueCase, from: number, to: number, counted: Counted) {
  const { firstMinute } = counted;
  if (rule.unit === 'working-hours') {
    const minutes = countRunning(Math.max(from, firstMinute), to, [], calendar.minutesBefore);
    return { measure: 'minutes', params: { minutes } } as const;
  }
  const byMidnight = rule.unit.startsWith('calendar');
  const first = byMidnight && rule.unit !== 'calendar-months' ? firstMinute + 1 : firstMinute;
  const before = byMidnight ? midnightsBefore : calendar.closingsBefore;
  return { measure: 'days', params: { days: countRunning(Math.max(from, first), to, [], before) } } as const;
}

function explainEnd(calendar: WorkingCalendar, { rule }: DueCase, counted: Counted): ExplanationLine[] {
  const { lastDay, dueDay, due } = counted;
  const lines: ExplanationLine[] = [];
  if (rule.unit.startsWith('calendar'))
    lines.push({ key: 'process.due.calendar-ends', params: { on: dateOfDay(lastDay) } });
  if (dueDay !== lastDay)
    lines.push({
      key: dueDay > lastDay ? 'process.due.rolled-next' : 'process.due.rolled-previous',
      params: { on: dateOfDay(lastDay), toOn: dateOfDay(dueDay) },
    });
  lines.push({ key: 'process.due.due', params: momentOf(due, rule.roll === 'none') });
  const startDay = dayOf(counted.start);
  const undecided =
    dueDay > calendar.knownUntilDay ? dueDay : startDay < calendar.knownFromDay ? startDay : undefined;
  if (undecided !== undefined)
    lines.push({ key: 'process.due.forecast', params: { year: dateOfDay(undecided).slice(0, 4) } });
  return lines;
}
