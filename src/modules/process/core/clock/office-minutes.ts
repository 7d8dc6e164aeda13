import { minuteOf } from './local-minute.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Office minutes from one instant to another; negative when `to` lies before `from`. */
export function officeMinutesBetween(calendar: WorkingCalendar, from: Date, to: Date): number {
  return calendar.minutesBefore(minuteOf(to)) - calendar.minutesBefore(minuteOf(from));
}
