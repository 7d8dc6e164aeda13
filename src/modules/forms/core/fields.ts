import type { Answers } from './answers.ts';
import type { AnswerField, FormDefinition, FormField, SectionField } from './definition.ts';

/** A page of a form: its section and the fields up to the next one. */
export interface FormPage {
  readonly section: SectionField;
  readonly fields: readonly FormField[];
}

/** The pages in order. With `visible` (of an evaluation) only those with something to see or fill in. */
export function pagesOf(definition: FormDefinition, visible?: ReadonlySet<string>): readonly FormPage[] {
  const pages: { section: SectionField; fields: FormField[] }[] = [];
  for (const field of definition.fields) {
    if (field.kind === 'section') pages.push({ section: field, fields: [] });
    else pages.at(-1)?.fields.push(field);
  }
  if (visible === undefined) return pages;
  return pages.filter(({ fields }) =>
    fields.some((field) => field.kind !== 'attachment' && visible.has(`/${field.key}`)),
  );
}

export function isAnswerField(field: FormField): field is AnswerField {
  return field.kind !== 'section' && field.kind !== 'heading' && field.kind !== 'attachment';
}

/** The rows of a repeat's answer. */
export function rowsOf(answer: unknown): readonly Answers[] {
  return Array.isArray(answer) ? answer.filter(isAnswers) : [];
}

function isAnswers(row: unknown): row is Answers {
  return isRecord(row);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
