import type { ChoiceField } from '../definition.ts';
import { empty, kept, type Reading, unusable } from './reading.ts';

/** Reads one listed value (`choice`) or several (`multiChoice`, kept once each in the listed order). */
export function readChoice(field: ChoiceField, raw: unknown): Reading {
  return field.kind === 'choice' ? readOne(field, raw) : readSeveral(field, raw);
}

function readOne(field: ChoiceField, raw: unknown): Reading {
  if (raw === '') return empty;
  if (typeof raw !== 'string') return unusable;
  return field.options.some((option) => option.value === raw)
    ? kept(raw)
    : { problems: [{ type: 'forms.choice-not-listed' }] };
}

function readSeveral(field: ChoiceField, raw: unknown): Reading {
  const given: readonly unknown[] | undefined =
    typeof raw === 'string' ? [raw] : isList(raw) ? raw : undefined;
  if (given === undefined) return unusable;
  const chosen = field.options.map((option) => option.value).filter((value) => given.includes(value));
  const listed = new Set<unknown>([...chosen, '']);
  const problems = given.every((value) => listed.has(value)) ? [] : [{ type: 'forms.choice-not-listed' }];
  return chosen.length === 0 ? { problems } : { value: chosen, problems };
}

function isList(raw: unknown): raw is readonly unknown[] {
  return Array.isArray(raw);
}
