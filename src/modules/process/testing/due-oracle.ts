import type { CalendarDefinition } from '../core/clock/calendar-definition.ts';
import type { Due, DueCase } from '../core/clock/due.ts';
import type { Weekday } from '../core/clock/local-minute.ts';

/**
 * The counting convention told a second time, the slow way: it walks through the minutes one by one and looks each up
 * in the calendar as written. It shares no code with the clock; tests hold the two against each other.
 */
export function walkDue(calendar: CalendarDefinition, dueCase: DueCase): Omit<Due, 'forecast'> {
  const walk = new Walk(calendar, dueCase);
  const { due, first } = walk.findDue();
  const asOf = walk.asOf;
  const left = walk.runningMinutes(Math.min(asOf, due), Math.max(asOf, due));
  return {
    dueAt: new Date(due * 60_000 - 7 * 3_600_000),
    usedMinutes: walk.runningMinutes(first, Math.min(asOf, due)),
    leftMinutes: asOf > due ? 0 - left : left,
  };
}

const localMinute = (instant: Date) => Math.floor(instant.getTime() / 60_000) + 7 * 60;
const dateText = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

interface Day {
  readonly open: Uint8Array;
  readonly opens: number;
  readonly closes: number;
}

class Walk {
  readonly asOf: number;
  private readonly start: number;
  private readonly stops: { from: number; to: number }[] = [];
  private readonly days = new Map<number, Day>();
  private readonly calendar: CalendarDefinition;
  private readonly dueCase: DueCase;

  constructor(calendar: CalendarDefinition, dueCase: DueCase) {
    this.calendar = calendar;
    this.dueCase = dueCase;
    this.asOf = localMinute(dueCase.asOf);
    let start = localMinute(dueCase.receivedAt);
    for (const { from, to, effect } of dueCase.suspensions) {
      const stop = { from: localMinute(from), to: to ? localMinute(to) : this.asOf };
      if (effect === 'none' || stop.to < stop.from) continue;
      this.stops.push(stop);
      if (effect === 'restart') start = Math.max(start, stop.to);
    }
    this.start = start;
  }

  findDue(): { due: number; first: number } {
    switch (this.dueCase.rule.unit) {
      case 'working-hours':
        return this.hours();
      case 'working-days':
        return this.workingDays(this.receiptDay(), this.dueCase.rule.amount);
      case 'same-day':
        return this.sameDay();
      case 'calendar-days':
        return this.calendarDays(this.dueCase.rule.amount);
      case 'calendar-weeks':
        return this.calendarDays(this.dueCase.rule.amount * 7);
      case 'calendar-months':
        return this.months();
    }
  }

  /** Minutes of [from, to) in which the clock runs and, unless the unit is a calendar one, the office is open. */
  runningMinutes(from: number, to: number): number {
    const wall = this.dueCase.rule.unit.startsWith('calendar');
    let count = 0;
    for (let t = from; t < to; t++) if ((wall || this.isOpen(t)) && this.runs(t)) count++;
    return count;
  }

  private hours() {
    let left = this.dueCase.rule.amount * 60;
    let t = this.start;
    for (; left > 0; t++) if (this.isOpen(t) && this.runs(t)) left--;
    return { due: t, first: this.start };
  }

  private receiptDay(): number {
    const day = Math.floor(this.start / 1440);
    const { cutOff } = this.dueCase.rule;
    if (cutOff === null) return day;
    return this.isWorking(day) && this.start % 1440 <= clock(cutOff) ? day : this.workingDayAfter(day);
  }

  private sameDay() {
    const day = Math.floor(this.start / 1440);
    const { cutOff } = this.dueCase.rule;
    const limit = cutOff === null ? this.closing(day) : clock(cutOff);
    if (this.isWorking(day) && this.start % 1440 <= limit)
      return { due: this.workingDays(day - 1, 1).due, first: this.start };
    return this.workingDays(day, 1);
  }

  /** Walks from the end of `receiptDay` and counts the closings at which the clock runs. */
  private workingDays(receiptDay: number, amount: number) {
    const first = (receiptDay + 1) * 1440;
    let left = amount;
    for (let t = first; ; t++) {
      const day = Math.floor((t - 1) / 1440);
      const closes = t > first && this.isWorking(day) && t === day * 1440 + this.closing(day);
      if (!closes || !this.runs(t) || --left > 0) continue;
      const sameClock =
        this.dueCase.rule.unit === 'working-days' && this.dueCase.rule.dueAt === 'same-clock-time';
      return { due: sameClock ? this.sameClockTime(day) : t, first };
    }
  }

  private sameClockTime(day: number): number {
    const { opens, closes } = this.day(day);
    return day * 1440 + Math.min(Math.max(this.start % 1440, opens), closes);
  }

  private calendarDays(amount: number) {
    const first = (Math.floor(this.start / 1440) + 1) * 1440;
    let left = amount;
    let t = first;
    while (left > 0) {
      t++;
      if (t % 1440 === 0 && this.runs(t)) left--;
    }
    return { due: this.rolled(t / 1440 - 1), first };
  }

  private months() {
    const receipt = Math.floor(this.start / 1440);
    const [year = 0, month = 1, day = 1] = dateText(receipt).split('-').map(Number);
    const target = new Date(Date.UTC(year, month - 1 + this.dueCase.rule.amount, 1));
    const lastOfMonth = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
    target.setUTCDate(Math.min(day, lastOfMonth));
    let last = target.getTime() / 86_400_000;
    for (let t = (receipt + 1) * 1440; t <= (last + 1) * 1440; t++)
      if (t % 1440 === 0 && !this.runs(t)) last++;
    return { due: this.rolled(last), first: (receipt + 1) * 1440 };
  }

  private rolled(last: number): number {
    const { roll } = this.dueCase.rule;
    if (roll === 'none') return (last + 1) * 1440;
    let day = last;
    while (!this.isWorking(day)) day += roll === 'next' ? 1 : -1;
    return day * 1440 + this.closing(day);
  }

  private runs(t: number): boolean {
    for (const { from, to } of this.stops) if (from <= t && t < to) return false;
    return true;
  }

  private workingDayAfter(day: number): number {
    let next = day + 1;
    while (!this.isWorking(next)) next++;
    return next;
  }

  private isOpen(t: number): boolean {
    return this.day(Math.floor(t / 1440)).open[t % 1440] === 1;
  }

  private isWorking(day: number): boolean {
    return this.day(day).closes > 0;
  }

  private closing(day: number): number {
    return this.day(day).closes;
  }

  /** Which minutes of a day are office minutes, read from the calendar as written. */
  private day(day: number): Day {
    const known = this.days.get(day);
    if (known) return known;
    const open = new Uint8Array(1440);
    for (const [from, to] of this.hoursOn(day)) open.fill(1, clock(from), clock(to));
    const looked = { open, opens: open.indexOf(1), closes: open.lastIndexOf(1) + 1 };
    this.days.set(day, looked);
    return looked;
  }

  private hoursOn(day: number) {
    const { off, makeUp, laterHours = [] } = this.calendar;
    const date = dateText(day);
    let { hours } = this.calendar;
    for (const later of laterHours) if (date >= later.from) hours = later.hours;
    if (off.some((one) => one.date === date)) return [];
    const made = makeUp.find((one) => one.date === date);
    if (made) return made.hours ?? hours[1] ?? [];
    return hours[(((new Date(day * 86_400_000).getUTCDay() + 6) % 7) + 1) as Weekday] ?? [];
  }
}

function clock(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
}
