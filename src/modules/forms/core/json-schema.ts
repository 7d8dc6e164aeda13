import type { AnswerField, FormDefinition, FormField } from './definition.ts';
import { isAnswerField } from './fields.ts';

/** A JSON Schema as a plain value. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/**
 * JSON Schema 2020-12 of a form's answers, for integrators: every valid set of answers satisfies it. It says less
 * than the form: what depends on a condition is optional there, with the condition in `x-visibleWhen` and
 * `x-requiredWhen`; unit codes and days relative to today are checked by the server only.
 */
export function jsonSchemaOf(definition: FormDefinition): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:motcua:form:${definition.code}:${definition.validFrom}`,
    title: definition.name,
    ...level(definition.fields),
  };
}

function level(fields: readonly FormField[]): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  let conditional = false;
  for (const field of fields) {
    if (field.kind === 'section') conditional = field.visibleWhen !== undefined;
    if (!isAnswerField(field)) continue;
    properties[field.key] = property(field);
    if (!conditional && field.visibleWhen === undefined && alwaysRequired(field)) required.push(field.key);
  }
  return { type: 'object', properties, required, additionalProperties: false };
}

function alwaysRequired(field: AnswerField): boolean {
  return field.kind === 'repeat' ? field.min > 0 : field.requiredWhen === true;
}

function property(field: AnswerField): JsonSchema {
  return {
    title: field.label,
    ...(field.help === undefined ? {} : { description: field.help }),
    ...(field.visibleWhen === undefined ? {} : { 'x-visibleWhen': field.visibleWhen }),
    ...('requiredWhen' in field && field.requiredWhen !== undefined
      ? { 'x-requiredWhen': field.requiredWhen }
      : {}),
    ...shape(field),
  };
}

const day = '(?:1[89]|2[01])\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const text = { type: 'string', minLength: 1 };

function shape(field: AnswerField): JsonSchema {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return { ...text, maxLength: field.maxLength ?? (field.kind === 'longText' ? 2000 : 200) };
    case 'personName':
      return { ...text, maxLength: 100 };
    case 'identityNumber':
      return { type: 'string', pattern: '^\\d{12}$' };
    case 'phone':
      return { type: 'string', pattern: '^0\\d{9,10}$' };
    case 'email':
      return { ...text, maxLength: 254, pattern: '^[^\\s@]+@[^\\s@]+$' };
    case 'yesNo':
      return { type: 'boolean' };
    case 'date':
      return { type: 'string', pattern: `^${day}$` };
    case 'partialDate':
      return { type: 'string', pattern: `^(?:(?:1[89]|2[01])\\d\\d(?:-(?:0[1-9]|1[0-2]))?|${day})$` };
    case 'number':
    case 'money':
      return {
        type: field.kind === 'money' || field.integer === true ? 'integer' : 'number',
        minimum: field.min ?? (field.kind === 'money' ? 0 : Number.MIN_SAFE_INTEGER),
        maximum: field.max ?? Number.MAX_SAFE_INTEGER,
      };
    case 'choice':
      return { enum: field.options.map((option) => option.value) };
    case 'multiChoice':
      return {
        type: 'array',
        items: { enum: field.options.map((option) => option.value) },
        minItems: 1,
        uniqueItems: true,
      };
    case 'address':
      return address;
    case 'repeat':
      return { type: 'array', minItems: field.min, maxItems: field.max, items: level(field.fields) };
  }
}

const address: JsonSchema = {
  type: 'object',
  properties: {
    on: { type: 'string', pattern: `^${day}$` },
    province: text,
    commune: text,
    communeText: { ...text, maxLength: 200 },
    detail: { ...text, maxLength: 200 },
  },
  required: ['on', 'province'],
  additionalProperties: false,
};
