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

/** Pointers of the answers of these names that were given: `key`, or `repeat.key` for one in every row. */
export function pointersOfNames(
  definition: FormDefinition,
  answers: Answers,
  names: readonly string[],
): readonly string[] {
  return definition.fields.flatMap((field) => {
    const given = answers[field.key];
    if (given === undefined) return [];
    if (names.includes(field.key)) return [`/${field.key}`];
    if (field.kind !== 'repeat') return [];
    return rowsOf(given).flatMap((row, index) =>
      field.fields
        .filter(({ key }) => row[key] !== undefined && names.includes(`${field.key}.${key}`))
        .map(({ key }) => `/${field.key}/${index}/${key}`),
    );
  });
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
