import type { Doubt, TimeLimit, TimeRule } from '../content.ts';
import { cleanText } from './clean-text.ts';
import type { SourceChannel } from './source-record.ts';

const units: Readonly<Record<string, TimeRule['unit']>> = {
  'Ngày làm việc': 'working-days',
  'Trong ngày': 'same-day',
  Ngày: 'calendar-days',
  Tuần: 'calendar-weeks',
  Giờ: 'working-hours',
  'Giờ làm việc': 'working-hours',
  Tháng: 'calendar-months',
};

/** The time limit of one channel; a bare number, none, or several that differ give words without a rule. */
export function readTimeLimit(entries: readonly SourceChannel[]): TimeLimit {
  const texts = [...new Set(entries.map((entry) => cleanText(entry.timeText)))].filter((text) => text !== '');
  const asPublished = texts.length > 0 ? { asPublished: texts.join('; ') } : {};
  const [entry] = entries;
  if (!entry) return { certainty: 'unverified', doubts: ['no-time'] };
  const doubt = texts.length > 1 ? 'several-times' : doubtOf(entry);
  const unit = units[entry.timeUnit.trim()];
  if (doubt || unit === undefined || entry.timeValue === null)
    return { ...asPublished, certainty: 'unverified', doubts: [doubt ?? 'time-without-unit'] };
  const rule: TimeRule = { unit, amount: entry.timeValue, cutOff: null, dueAt: 'end-of-day', roll: 'next' };
  return { rule, ...asPublished, certainty: 'verified', doubts: [] };
}

function doubtOf({ timeValue, timeUnit }: SourceChannel): Doubt | undefined {
  if (timeValue === null) return 'no-time';
  if (timeUnit.trim() === '') return 'time-without-unit';
  if (!Number.isInteger(timeValue) || timeValue < 1 || timeValue > 3660) return 'implausible-time';
  return undefined;
}
