import type { TextKey } from '../../../texts/catalogue.ts';
import type { Translate } from '../../../texts/translate.ts';

const fields = ['versionId', 'part', 'componentKey', 'text', 'dossierId'] as const;

/** What a report's form was filled with; empty fields are absent. */
export function reportIn(form: FormData): Partial<Record<(typeof fields)[number], string>> {
  const said = fields.flatMap((name) => {
    const value = form.get(name);
    return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [];
  });
  return Object.fromEntries(said);
}

const labels: Readonly<Record<string, TextKey>> = {
  '/part': 'wrong-list.part',
  '/componentKey': 'wrong-list.component',
  '/text': 'wrong-list.text',
};

/** What the forms call a field, for the summary of errors. */
export function reportLabel(pointer: string, t: Translate): string | undefined {
  const label = labels[pointer];
  return label && t(label);
}
