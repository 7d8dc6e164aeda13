import { type FormDefinition, parseFormDefinition } from '../../modules/forms/public.ts';
import { ReferenceDataError, type TextFile } from './data-fault.ts';
import { readYaml } from './read-yaml.ts';

/** One file of `data/forms`, checked by the forms module. Throws `ReferenceDataError` naming the line of every fault. */
export function parseForm(file: TextFile): FormDefinition {
  const yaml = readYaml(file);
  const definition = parseFormDefinition(yaml.value);
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
