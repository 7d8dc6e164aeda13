import type { PlainDate } from '../../../../kernel/plain-date.ts';

/** The same day of the month `months` later, or that month's last day where it is shorter (Civil Code 2015, Art. 148). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const target = new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
  return target.toISOString().slice(0, 10) as PlainDate;
}
