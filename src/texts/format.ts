import { type PlainDate, plainDateOf } from '../kernel/plain-date.ts';
import type { Locale } from './locale.ts';
import { translate } from './translate.ts';

const zone = 'Asia/Ho_Chi_Minh';
// Made once: making a formatter costs a hundred times what using it does, and an inbox page shows a hundred times.
const numbers: Record<Locale, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('vi-VN'),
  en: new Intl.NumberFormat('en-GB'),
};
const clockTime = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });

/** Whole numbers grouped as read: 1.234.567. */
export function formatNumber(value: number, locale: Locale = 'vi'): string {
  return numbers[locale].format(value);
}

/** Integer đồng: `1.234.567 đ`, in English `1,234,567 VND`. */
export function formatMoney(dong: number, locale: Locale = 'vi'): string {
  return `${formatNumber(dong, locale)} ${locale === 'en' ? 'VND' : 'đ'}`.replace(' ', '\u00a0');
}

/** Day of an instant in Vietnam, or a calendar day: `22/11/2026`. */
export function formatDate(day: Date | PlainDate): string {
  const [year, month, date] = (day instanceof Date ? plainDateOf(day) : day).split('-');
  return `${date}/${month}/${year}`;
}

/** Time of an instant in Vietnam: `15:30`. */
export function formatTime(at: Date): string {
  return clockTime.format(at);
}

/** `15:30 ngày 22/11/2026`, in English `15:30, 22/11/2026`. */
export function formatDateTime(at: Date, locale: Locale = 'vi'): string {
  return translate(locale, 'common.date-time', { time: formatTime(at), date: formatDate(at) });
}

/** Minutes in a working day, by which days and hours of a promise are told. */
const dayMinutes = 480;

/** Working time in days and hours, minutes only below one hour: `2 ngày 3 giờ`, `45 phút`. */
export function formatWorkingTime(minutes: number, locale: Locale = 'vi'): string {
  const whole = Math.max(0, Math.floor(minutes));
  if (whole < 60) return translate(locale, 'common.minutes', { count: whole });
  const days = Math.floor(whole / dayMinutes);
  const hours = Math.floor((whole % dayMinutes) / 60);
  const parts = [
    days > 0 ? translate(locale, 'common.days', { count: days }) : '',
    hours > 0 ? translate(locale, 'common.hours', { count: hours }) : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** Working time left of a promise, or how late it is when negative: `còn 2 ngày 3 giờ làm việc`. */
export function formatTimeLeft(minutes: number, locale: Locale = 'vi'): string {
  const key = minutes >= 0 ? 'common.working-time-left' : 'common.working-time-late';
  return translate(locale, key, { time: formatWorkingTime(Math.abs(minutes), locale) });
}
