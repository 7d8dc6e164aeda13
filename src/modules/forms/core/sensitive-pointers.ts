import type { Answers } from './answers.ts';
import type { FormDefinition, FormField } from './definition.ts';
import { rowsOf } from './fields.ts';

/** Pointers of the answers of these kinds, at depth one or in rows. */
export function pointersOfKinds(
  definition: FormDefinition,
  answers: Answers,
  kinds: readonly FormField['kind'][],
): readonly string[] {
  return pointersIn(definition.fields, answers, '', kinds);
}

/**
 * JSON Pointers of the identity numbers present in the answers: the values that are stored sealed, never as
 * text. They exist in the answers given, at depth one or in rows.
 */
export function sensitivePointers(definition: FormDefinition, answers: Answers): readonly string[] {
  return pointersIn(definition.fields, answers, '', ['identityNumber']);
}

function pointersIn(
  fields: readonly FormField[],
  answers: Answers,
  base: string,
  kinds: readonly FormField['kind'][],
): readonly string[] {
  return fields.flatMap((field) => {
    const pointer = `${base}/${field.key}`;
    if (kinds.includes(field.kind)) return answers[field.key] === undefined ? [] : [pointer];
    if (field.kind !== 'repeat') return [];
    return rowsOf(answers[field.key]).flatMap((row, index) =>
      pointersIn(field.fields, row, `${pointer}/${index}`, kinds),
    );
  });
}
