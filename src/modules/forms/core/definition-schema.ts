import { z } from 'zod';
import { parsePlainDate } from '../../../kernel/plain-date.ts';
import type { Condition, FormDefinition, FormField, Operand, RowField } from './definition.ts';

const key = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'a key is camelCase, at most 40 characters');
const line = z.string().trim().min(1).max(500);
const day = z.string().transform((text, context) => {
  const date = parsePlainDate(text);
  if (date !== undefined) return date;
  context.addIssue('not a day, YYYY-MM-DD');
  return z.NEVER;
});

const operand: z.ZodType<Operand> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(operand), z.record(z.string(), operand)]),
);
const condition: z.ZodType<Condition> = z.union([z.boolean(), z.record(z.string(), operand)]);

const entry = {
  key,
  label: line,
  labelEn: line.exactOptional(),
  help: z.string().trim().max(2000).exactOptional(),
  visibleWhen: condition.exactOptional(),
};
const prefill = z.union([
  z.strictObject({
    from: z.enum([
      'person.fullName',
      'person.identityNumber',
      'person.birthDate',
      'person.gender',
      'person.phone',
      'person.email',
    ]),
    when: condition.exactOptional(),
  }),
  z.strictObject({ value: z.string(), when: condition.exactOptional() }),
]);
const answerEntry = {
  ...entry,
  requiredWhen: condition.exactOptional(),
  refuseWhen: z.array(z.strictObject({ when: condition, message: line })).exactOptional(),
  prefill: z.array(prefill).exactOptional(),
};
const option = z.strictObject({
  value: z.string().min(1).max(60),
  label: line,
  labelEn: line.exactOptional(),
});

const rowKinds = [
  z.strictObject({ kind: z.literal('heading'), ...entry }),
  z.strictObject({
    kind: z.enum(['text', 'longText']),
    ...answerEntry,
    maxLength: z.int().min(1).max(10_000).exactOptional(),
  }),
  z.strictObject({ kind: z.enum(['personName', 'identityNumber', 'phone', 'email']), ...answerEntry }),
  z.strictObject({ kind: z.literal('yesNo'), ...answerEntry }),
  z.strictObject({
    kind: z.enum(['number', 'money']),
    ...answerEntry,
    integer: z.boolean().exactOptional(),
    min: z.number().exactOptional(),
    max: z.number().exactOptional(),
    unit: z.string().exactOptional(),
  }),
  z.strictObject({
    kind: z.enum(['date', 'partialDate']),
    ...answerEntry,
    within: z.enum(['past', 'future']).exactOptional(),
  }),
  z.strictObject({
    kind: z.enum(['choice', 'multiChoice']),
    ...answerEntry,
    options: z.array(option).min(2).max(300),
  }),
  z.strictObject({ kind: z.literal('address'), ...answerEntry, at: key.exactOptional() }),
] as const;

const rowField: z.ZodType<RowField> = z.discriminatedUnion('kind', rowKinds);
const field: z.ZodType<FormField> = z.discriminatedUnion('kind', [
  ...rowKinds,
  z.strictObject({ kind: z.literal('section'), ...entry }),
  z.strictObject({
    kind: z.literal('attachment'),
    ...entry,
    component: z.string().min(1),
    requiredWhen: condition.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('repeat'),
    ...entry,
    itemLabel: line,
    min: z.int().min(0).max(50),
    max: z.int().min(1).max(50),
    fields: z.array(rowField).min(1).max(60),
  }),
]);

/** Shape of a definition as written in `data/forms/*.yaml`; what the shape cannot say is in `definition-rules.ts`. */
export const definitionSchema: z.ZodType<FormDefinition> = z.strictObject({
  code: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'a form code is kebab-case'),
  procedureCode: z.string().min(1),
  name: line,
  nameEn: line.exactOptional(),
  validFrom: day,
  validTo: day.exactOptional(),
  source: line,
  certainty: z.enum(['official', 'reported', 'unchecked']),
  fields: z.array(field).min(2).max(300),
});
