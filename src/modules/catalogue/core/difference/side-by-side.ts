import type { ProcedureText } from '../procedure-text.ts';
import { differences } from './differences.ts';
import { matchEntries } from './match-entries.ts';
import { type Entry, listParts, scalarParts } from './parts.ts';
import { caseNames } from './sentences.ts';
import { type CaseNames, nameEntry, say, sayValue } from './words.ts';

/** One fact of both texts beside each other, in words. */
export interface SideBySideRow {
  readonly part: string;
  /** `thành phần hồ sơ`. */
  readonly title: string;
  readonly before?: string;
  readonly after?: string;
  readonly differs: boolean;
}

/** Both texts fact by fact, equal facts too: what belongs together stands in one row. */
export function sideBySide(before: ProcedureText, after: ProcedureText): readonly SideBySideRow[] {
  const cases = caseNames(before, after);
  const found = differences(before, after);
  const scalars = scalarParts.flatMap(({ part, factOf }): SideBySideRow[] => {
    const [then, now] = [factOf(before), factOf(after)].map((value) => sayPlain(part, value, cases));
    const differs = found.some((difference) => difference.part === part);
    return then === undefined && now === undefined ? [] : [rowOf(part, then, now, differs)];
  });
  const lists = listParts.flatMap(({ part, entriesOf, identityOf, fields }) =>
    matchEntries(entriesOf(before), entriesOf(after), identityOf).map((pair) => {
      const lineOf = (entry: Entry | undefined) => entry && sayWhole(part, entry, fields, cases);
      const differs =
        pair.before === undefined ||
        pair.after === undefined ||
        found.some((difference) => difference.kind === 'changed' && difference.before === pair.before);
      return rowOf(part, lineOf(pair.before), lineOf(pair.after), differs);
    }),
  );
  return [...scalars, ...lists];
}

function rowOf(
  part: string,
  before: string | undefined,
  after: string | undefined,
  differs: boolean,
): SideBySideRow {
  return {
    part,
    title: say(`difference.part.${part}`),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    differs,
  };
}

function sayPlain(part: string, value: unknown, cases: CaseNames): string | undefined {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return undefined;
  return typeof value === 'string' && part !== 'serviceLevel' ? value : sayValue(part, value, cases);
}

function sayWhole(part: string, entry: Entry, fields: readonly string[], cases: CaseNames): string {
  const facts = fields.flatMap((field) => {
    const value = entry[field];
    if (value === undefined || field === 'name' || (Array.isArray(value) && value.length === 0)) return [];
    return [`${say(`difference.field.${field}`)}: ${sayValue(field, value, cases)}`];
  });
  return [nameEntry(part, entry, cases), ...facts].join('; ');
}
