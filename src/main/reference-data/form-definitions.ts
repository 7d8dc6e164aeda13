import { z } from 'zod';
import { type FormDefinition, parseFormDefinition } from '../../modules/forms/public.ts';
import { ReferenceDataError, type TextFile } from './data-fault.ts';
import { readYaml } from './read-yaml.ts';
import { certainty, certaintyInModules } from './vocabulary.ts';

/** One file of `data/forms`, checked by the forms module. Throws `ReferenceDataError` naming the line of every fault. */
export function parseForm(file: TextFile): FormDefinition {
  const yaml = readYaml(file);
  const definition = parseFormDefinition(inWordsOfForms(yaml.value));
  if (definition.ok) return definition.value;
  throw new ReferenceDataError(
    (definition.refusal.fields ?? []).map(({ pointer, params }) => ({
      path: file.path,
      line: yaml.lineOf(stepsOf(pointer)),
      message: `${pointer}: ${params?.message ?? definition.refusal.type}`,
    })),
  );
}

const withCertainty = z.looseObject({ certainty });

/** `data/` and the modules grade certainty in words of their own. */
function inWordsOfForms(value: unknown): unknown {
  const parsed = withCertainty.safeParse(value);
  return parsed.success ? { ...parsed.data, certainty: certaintyInModules[parsed.data.certainty] } : value;
}

/** A JSON Pointer as the keys and indexes it walks. */
function stepsOf(pointer: string): readonly (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
