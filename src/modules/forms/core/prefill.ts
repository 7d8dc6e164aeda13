import type { FieldRefusal } from '../../../kernel/refusal.ts';
import type { Answers } from './answers.ts';
import { holds } from './conditions.ts';
import type { AnswerField, FormDefinition, Prefill, PrefillSource } from './definition.ts';
import { isAnswerField } from './fields.ts';
import { givenScope } from './given-scope.ts';
import type { FormContext } from './reading/reading.ts';

/** What the identity provider vouches for about the signed-in person; gender is `male` or `female`. */
export type PersonClaims = Readonly<Partial<Record<PrefillSource, string>>>;

/**
 * Fills the empty top-level answers that name a source which applies. `marked` are the pointers whose present
 * answer equals the person's claim, whether just filled or kept: they are shown with their source.
 */
export function prefilled(
  definition: FormDefinition,
  answers: Answers,
  claims: PersonClaims,
  context: FormContext,
): { readonly answers: Answers; readonly marked: readonly FieldRefusal['pointer'][] } {
  const filled = { ...answers };
  const marked: string[] = [];
  for (const field of definition.fields.filter(isAnswerField)) {
    const source = applicable(field, filled, context);
    if (source === undefined) continue;
    const claim = 'from' in source ? claims[source.from] : undefined;
    const value = 'value' in source ? source.value : claim;
    if (value !== undefined && filled[field.key] === undefined) filled[field.key] = value;
    if (claim !== undefined && filled[field.key] === claim) marked.push(`/${field.key}`);
  }
  return { answers: filled, marked };
}

function applicable(field: AnswerField, answers: Answers, context: FormContext): Prefill | undefined {
  if (!('prefill' in field)) return undefined;
  const scope = { ...answers, ...givenScope(context) };
  return field.prefill?.find((source) => holds(source.when, scope, true));
}
