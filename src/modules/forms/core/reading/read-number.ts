import type { NumberField } from '../definition.ts';
import { cleanText } from './clean-text.ts';
import { empty, kept, type Reading, unusable, when } from './reading.ts';

/** Reads a number or an amount of money (whole đồng), also as Vietnamese write them: `1.234.567`, `2,5`. */
export function readNumber(field: NumberField, raw: unknown): Reading {
  if (typeof raw === 'number') return Number.isFinite(raw) ? bounded(field, raw) : unusable;
  if (typeof raw !== 'string') return unusable;
  const text = cleanText(raw, 40);
  if (text === '') return empty;
  const value = parseVietnameseNumber(text);
  return value === undefined ? kept(text, { type: 'forms.not-a-number' }) : bounded(field, value);
}

function bounded(field: NumberField, value: number): Reading {
  const min = field.min ?? (field.kind === 'money' ? 0 : -Number.MAX_SAFE_INTEGER);
  const max = field.max ?? Number.MAX_SAFE_INTEGER;
  const whole = field.kind === 'money' || field.integer === true;
  return kept(
    value,
    when(whole && !Number.isInteger(value), 'forms.not-an-integer'),
    when(value < min, 'forms.below-min', { min }),
    when(value > max, 'forms.above-max', { max }),
  );
}

function parseVietnameseNumber(text: string): number | undefined {
  const tight = text.replace(/[\s_]|(?:đ|₫|đồng)$/gu, '');
  const plain = /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(tight) ? tight.replaceAll('.', '') : tight;
  const decimal = plain.replace(',', '.');
  return /^-?\d{1,15}(?:\.\d{1,6})?$/.test(decimal) ? Number(decimal) : undefined;
}
