import { type PlainDate, parsePlainDate } from '../../../../kernel/plain-date.ts';
import type { DateField } from '../definition.ts';
import { cleanText } from './clean-text.ts';
import { empty, kept, type Problem, type Reading, unusable, when } from './reading.ts';

/** Reads `YYYY-MM-DD`, and for a partial date also `YYYY` and `YYYY-MM`. Years 1800 to 2199. */
export function readDate(field: DateField, raw: unknown, today: PlainDate): Reading {
  if (typeof raw !== 'string') return unusable;
  const text = cleanText(raw, 20);
  if (/^-*$/.test(text)) return empty;
  const partial = field.kind === 'partialDate';
  if (partial ? isPartialDate(text) : isDay(text)) return kept(text, outside(field, text, today));
  return kept(text, {
    type: isIncomplete(text, partial) ? 'forms.date-incomplete' : 'forms.not-a-real-date',
  });
}

const century = /^(?:1[89]|2[01])\d\d/;

function isDay(text: string): boolean {
  return century.test(text) && parsePlainDate(text) !== undefined;
}

function isPartialDate(text: string): boolean {
  return (century.test(text) && /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(text)) || isDay(text);
}

/** Digits, with a part left out: `2026--05`, `-02-05`, or for a full date `2026-02`. */
function isIncomplete(text: string, partial: boolean): boolean {
  const parts = text.split('-');
  if (parts.length > 3 || !parts.every((part) => /^\d*$/.test(part))) return false;
  return parts.includes('') || (!partial && parts.length < 3);
}

function outside(field: DateField, text: string, today: PlainDate): Problem | undefined {
  const now = today.slice(0, text.length);
  return (
    when(field.within === 'past' && text > now, 'forms.date-in-future') ??
    when(field.within === 'future' && text < now, 'forms.date-in-past')
  );
}
