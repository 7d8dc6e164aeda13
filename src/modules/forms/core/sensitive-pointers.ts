import type { Answers } from './answers.ts';
import type { FormDefinition, FormField } from './definition.ts';
import { rowsOf } from './fields.ts';

/**
 * JSON Pointers of the identity numbers present in the answers: the values that are stored sealed, never as
 * text. They exist in the answers given, at depth one or in rows.
 */
export function sensitivePointers(definition: FormDefinition, answers: Answers): readonly string[] {
  return pointersIn(definition.fields, answers, '');
}

function pointersIn(fields: readonly FormField[], answers: Answers, base: string): readonly string[] {
  return fields.flatMap((field) => {
    const pointer = `${base}/${field.key}`;
    if (field.kind === 'identityNumber') return answers[field.key] === undefined ? [] : [pointer];
    if (field.kind !== 'repeat') return [];
    return rowsOf(answers[field.key]).flatMap((row, index) =>
      pointersIn(field.fields, row, `${pointer}/${index}`),
    );
  });
}
