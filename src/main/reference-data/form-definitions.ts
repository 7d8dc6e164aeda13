import { z } from 'zod';
import { type FormDefinition, parseFormDefinition } from '../../modules/forms/public.ts';
import { ReferenceDataError, type TextFile } from './data-fault.ts';
import { readYaml } from './read-yaml.ts';
import { certainty } from './vocabulary.ts';

/** What this folder must know of a form; everything else is the forms module's to check. */
const formFile = z.looseObject({ certainty });

const asForms = {
  certain: 'official',
  practice: 'reported',
  forecast: 'unchecked',
  unverified: 'unchecked',
} as const;

/** One file of `data/forms`, checked by the forms module. Throws `ReferenceDataError` naming the line of every fault. */
export function parseForm(file: TextFile): FormDefinition {
  const yaml = readYaml(file);
  const facts = formFile.safeParse(yaml.value);
  if (!facts.success) {
    throw new ReferenceDataError([
      { path: file.path, line: yaml.lineOf(['certainty']), message: 'certainty is missing' },
    ]);
  }
  const definition = parseFormDefinition({ ...facts.data, certainty: asForms[facts.data.certainty] });
  if (definition.ok) return definition.value;
  throw new ReferenceDataError(
    (definition.refusal.fields ?? []).map(({ pointer, params }) => ({
      path: file.path,
      line: yaml.lineOf(stepsOf(pointer)),
      message: `${pointer}: ${params?.message ?? definition.refusal.type}`,
    })),
  );
}

/** A JSON Pointer as the keys and indexes it walks. */
function stepsOf(pointer: string): readonly (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
