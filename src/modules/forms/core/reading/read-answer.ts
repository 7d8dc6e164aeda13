import type { AnswerField, RepeatField } from '../definition.ts';
import { readAddress } from './read-address.ts';
import { readChoice } from './read-choice.ts';
import { readDate } from './read-date.ts';
import { readNumber } from './read-number.ts';
import { readPlain, readText, readYesNo } from './read-text.ts';
import { empty, type FormContext, type Reading } from './reading.ts';

/** Reads one raw value by the field's kind; `seen` holds the answers of its level read so far. */
export function readAnswer(
  field: Exclude<AnswerField, RepeatField>,
  raw: unknown,
  context: FormContext,
  seen: Readonly<Record<string, unknown>>,
): Reading {
  if (raw === undefined || raw === null) return empty;
  switch (field.kind) {
    case 'text':
    case 'longText':
      return readText(field, raw);
    case 'number':
    case 'money':
      return readNumber(field, raw);
    case 'date':
    case 'partialDate':
      return readDate(field, raw, context.today);
    case 'choice':
    case 'multiChoice':
      return readChoice(field, raw);
    case 'address':
      return readAddress(field, raw, context, field.at === undefined ? undefined : seen[field.at]);
    case 'yesNo':
      return readYesNo(raw);
    default:
      return readPlain(field.kind, raw);
  }
}
