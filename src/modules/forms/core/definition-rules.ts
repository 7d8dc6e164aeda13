import { operators } from './conditions.ts';
import type { Condition, FormDefinition, FormField, Operand, RowField } from './definition.ts';

/** One thing wrong with a definition; `pointer` leads to the field in the YAML, `message` is for its author. */
export interface DefinitionFault {
  readonly pointer: string;
  readonly message: string;
}

const deepest = 8;

/** What every form is given besides its own answers. */
const given = /^\$(?:case|today|question\.[a-z0-9-]{1,60})$/;

/** Names a condition may use: a set or map of the fields seen so far. */
type Names = { has(name: string): boolean };

/**
 * What the shape cannot say: keys are unique, the list begins with a section, bounds are in order, and every
 * condition uses allowed operators on fields that stand earlier (so evaluation is one pass without cycles).
 */
export function definitionFaults(definition: FormDefinition): readonly DefinitionFault[] {
  const faults: DefinitionFault[] = [];
  if (definition.fields[0]?.kind !== 'section') {
    faults.push({ pointer: '/fields/0', message: 'the list begins with a section' });
  }
  if (definition.validTo !== undefined && definition.validTo <= definition.validFrom) {
    faults.push({
      pointer: '/validTo',
      message: 'validTo is the first day after validity: later than validFrom',
    });
  }
  const known = new Map<string, FormField['kind']>();
  for (const [index, field] of definition.fields.entries()) {
    checkField(field, `/fields/${index}`, known, '', faults);
    if (field.kind === 'repeat') checkRows(field.fields, `/fields/${index}/fields`, known, faults);
  }
  return faults;
}

function checkRows(
  fields: readonly RowField[],
  pointer: string,
  outer: ReadonlyMap<string, FormField['kind']>,
  faults: DefinitionFault[],
): void {
  const known = new Map(outer);
  for (const [index, field] of fields.entries())
    checkField(field, `${pointer}/${index}`, known, 'row.', faults);
}

function checkField(
  field: FormField,
  pointer: string,
  known: Map<string, FormField['kind']>,
  prefix: string,
  faults: DefinitionFault[],
): void {
  const fault = (path: string, message: string) => faults.push({ pointer: pointer + path, message });
  const name = prefix + field.key;
  if (known.has(name) || field.key in Object.prototype) fault('/key', `the key ${name} is taken`);
  if (field.kind === 'address' && field.at !== undefined && known.get(prefix + field.at) !== 'date') {
    fault('/at', `${field.at} is not an earlier date field`);
  }
  if (boundsCross(field)) fault('/max', 'max is below min');
  if (optionsRepeat(field)) fault('/options', 'two options have one value');
  const earlier = new Set(known.keys());
  known.set(name, field.kind);
  for (const [path, condition] of conditionsOf(field)) {
    const message = operandFault(condition, path === '/visibleWhen' ? earlier : known, 0);
    if (message !== undefined) fault(path, message);
  }
}

function boundsCross(field: FormField): boolean {
  return 'min' in field && 'max' in field && (field.min ?? -Infinity) > (field.max ?? Infinity);
}

function optionsRepeat(field: FormField): boolean {
  if (!('options' in field)) return false;
  return new Set(field.options.map((option) => option.value)).size < field.options.length;
}

/** Every condition of a field with its place; only `visibleWhen` may not look at the field itself. */
function conditionsOf(field: FormField): readonly (readonly [path: string, condition: Condition])[] {
  const found: [string, Condition | undefined][] = [['/visibleWhen', field.visibleWhen]];
  if ('requiredWhen' in field) found.push(['/requiredWhen', field.requiredWhen]);
  if ('refuseWhen' in field) {
    field.refuseWhen?.forEach((rule, index) => {
      found.push([`/refuseWhen/${index}/when`, rule.when]);
    });
  }
  if ('prefill' in field) {
    field.prefill?.forEach((source, index) => {
      found.push([`/prefill/${index}/when`, source.when]);
    });
  }
  return found.flatMap(([path, condition]) => (condition === undefined ? [] : [[path, condition] as const]));
}

/** What is wrong with a condition or a part of it, undefined when nothing is. */
function operandFault(operand: Operand, known: Names, depth: number): string | undefined {
  if (depth > deepest) return 'nested too deeply';
  if (operand === null || typeof operand !== 'object') return undefined;
  if (isList(operand)) return firstFault(operand, known, depth);
  const [[operator, input] = ['', null], ...more] = Object.entries(operand);
  if (more.length > 0) return 'one operator per object';
  if (!operators.some((allowed) => allowed === operator)) return `the operator ${operator} is not allowed`;
  return operator === 'var' ? referenceFault(input, known) : operandFault(input, known, depth + 1);
}

function firstFault(list: readonly Operand[], known: Names, depth: number): string | undefined {
  for (const item of list) {
    const message = operandFault(item, known, depth + 1);
    if (message !== undefined) return message;
  }
  return undefined;
}

function referenceFault(name: Operand, known: Names): string | undefined {
  if (typeof name === 'string' && (given.test(name) || known.has(name))) return undefined;
  return `var ${JSON.stringify(name)} is not an earlier field`;
}

function isList(operand: Operand): operand is readonly Operand[] {
  return Array.isArray(operand);
}
