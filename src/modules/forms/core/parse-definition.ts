import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { FormDefinition } from './definition.ts';
import { definitionFaults } from './definition-rules.ts';
import { definitionSchema } from './definition-schema.ts';

/**
 * Parses a definition from its YAML or JSON value. Refused with `forms.bad-definition`, one field refusal per
 * fault, `params.message` in English for the author of the file.
 */
export function parseFormDefinition(value: unknown): Result<FormDefinition> {
  const parsed = definitionSchema.safeParse(value);
  if (!parsed.success) {
    return badDefinition(
      parsed.error.issues.map((issue) => ({
        pointer: issue.path.map((part) => `/${String(part)}`).join(''),
        message: issue.message,
      })),
    );
  }
  const faults = definitionFaults(parsed.data);
  return faults.length > 0 ? badDefinition(faults) : ok(parsed.data);
}

function badDefinition(faults: readonly { pointer: string; message: string }[]): Result<FormDefinition> {
  return refuse('invalid', 'forms.bad-definition', {
    fields: faults.map(({ pointer, message }) => ({
      pointer,
      type: 'forms.bad-definition-field',
      params: { message },
    })),
  });
}
