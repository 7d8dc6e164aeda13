import type { Answer, Answers } from './answers.ts';
import { holds, type Scope } from './conditions.ts';
import type { FormField, Prefill, PrefillSource, RepeatField } from './definition.ts';
import { isAnswerField } from './fields.ts';
import { givenScope } from './given-scope.ts';
import type { FormContext } from './reading/reading.ts';

/** What the identity provider vouches for about the signed-in person; gender is `male` or `female`. */
export type PersonClaims = Readonly<Partial<Record<PrefillSource, string>>>;

/** Answers with what could be filled in, and the pointers whose present answer is the person's own claim. */
export interface Prefilled {
  readonly answers: Answers;
  /** Shown with their source. */
  readonly marked: readonly string[];
}

/**
 * Fills the empty ones among `fields` that name a source which applies; a repeat that must have rows gets them.
 * `answers` are those of the whole form: what was written is never replaced.
 */
export function prefilled(
  fields: readonly FormField[],
  answers: Answers,
  claims: PersonClaims,
  context: FormContext,
): Prefilled {
  const filled: Record<string, Answer> = { ...answers };
  const marked: string[] = [];
  for (const field of fields.filter(isAnswerField)) {
    const scope = { ...filled, ...givenScope(context) };
    if (field.kind === 'repeat') {
      if (filled[field.key] === undefined && field.min > 0) {
        filled[field.key] = Array.from({ length: field.min }, () => filledRow(field, scope, claims));
      }
      continue;
    }
    const value = filled[field.key] ?? sourceValue(field.prefill, scope, claims);
    if (value === undefined) continue;
    filled[field.key] = value;
    if (isClaim(field.prefill, scope, claims, value)) marked.push(`/${field.key}`);
  }
  return { answers: filled, marked };
}

/** A new row of a repeat with what may be filled in. */
export function newRow(
  repeat: RepeatField,
  answers: Answers,
  claims: PersonClaims,
  context: FormContext,
): Answers {
  return filledRow(repeat, { ...answers, ...givenScope(context) }, claims);
}

function filledRow(repeat: RepeatField, scope: Scope, claims: PersonClaims): Answers {
  const row: Record<string, Answer> = {};
  for (const field of repeat.fields) {
    if (field.kind === 'heading') continue;
    const value = sourceValue(field.prefill, { ...scope, row }, claims);
    if (value !== undefined) row[field.key] = value;
  }
  return row;
}

function sourceValue(
  sources: readonly Prefill[] | undefined,
  scope: Scope,
  claims: PersonClaims,
): string | undefined {
  const source = sources?.find((each) => holds(each.when, scope, true));
  if (source === undefined) return undefined;
  return 'value' in source ? source.value : claims[source.from];
}

function isClaim(
  sources: readonly Prefill[] | undefined,
  scope: Scope,
  claims: PersonClaims,
  value: Answer,
): boolean {
  const source = sources?.find((each) => holds(each.when, scope, true));
  return source !== undefined && 'from' in source && claims[source.from] === value;
}
