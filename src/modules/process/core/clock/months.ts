/**
 * The same day of the month `months` later, or that month's last day where it is shorter (Civil Code 2015, Art. 148).
 * Days since 1970-01-01 in and out; arithmetic on the Gregorian calendar whose year begins in March.
 */
export function addMonths(day: number, months: number): number {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - firstOfMonth(monthFromMarch);
  const target = (era * 400 + yearOfEra) * 12 + monthFromMarch + months;
  return Math.min(firstDayOf(target) + dayOfMonth, firstDayOf(target + 1) - 1);
}

/** Day on which the month begins that is `index` months after March of the year 0. */
function firstDayOf(index: number): number {
  const year = Math.floor(index / 12);
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leaps + firstOfMonth(index - year * 12) - 719_468;
}

function firstOfMonth(monthFromMarch: number): number {
  return Math.floor((153 * monthFromMarch + 2) / 5);
}
