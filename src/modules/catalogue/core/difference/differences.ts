import { canonicalJson } from '../differing-parts.ts';
import type { ProcedureText } from '../procedure-text.ts';
import { matchEntries, type Pair } from './match-entries.ts';
import { type Entry, type ListPart, listParts, scalarParts } from './parts.ts';

/** One thing that differs between two texts. */
export type TextDifference =
  /** A single fact; absent where nothing is or was said. */
  | { readonly kind: 'value'; readonly part: string; readonly before?: unknown; readonly after?: unknown }
  | { readonly kind: 'added'; readonly part: string; readonly entry: Entry }
  | { readonly kind: 'removed'; readonly part: string; readonly entry: Entry }
  /** Fields of one entry of a list that is in both. */
  | {
      readonly kind: 'changed';
      readonly part: string;
      readonly before: Entry;
      readonly after: Entry;
      readonly fields: readonly string[];
    };

/** Everything in which two texts differ, part by part in the order of a decision's annex; the order of lists is no difference. */
export function differences(before: ProcedureText, after: ProcedureText): readonly TextDifference[] {
  return [
    ...scalarParts.flatMap(({ part, factOf }) => valueDifference(part, factOf(before), factOf(after))),
    ...listParts.flatMap((list) =>
      matchEntries(list.entriesOf(before), list.entriesOf(after), list.identityOf).flatMap((pair) =>
        pairDifference(list, pair),
      ),
    ),
  ];
}

function pairDifference({ part, fields }: ListPart, { before, after }: Pair): readonly TextDifference[] {
  if (!before) return after ? [{ kind: 'added', part, entry: after }] : [];
  if (!after) return [{ kind: 'removed', part, entry: before }];
  const changed = fields.filter((field) => !sameValue(before[field], after[field]));
  return changed.length === 0 ? [] : [{ kind: 'changed', part, before, after, fields: changed }];
}

function valueDifference(part: string, before: unknown, after: unknown): readonly TextDifference[] {
  if (sameValue(before, after)) return [];
  return [
    {
      kind: 'value',
      part,
      ...(isSaid(before) ? { before } : {}),
      ...(isSaid(after) ? { after } : {}),
    },
  ];
}

/** Nothing said is nothing said, whether the list is empty or absent. */
function isSaid(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

function sameValue(one: unknown, other: unknown): boolean {
  if (!isSaid(one) && !isSaid(other)) return true;
  return canonicalJson(unordered(one)) === canonicalJson(unordered(other));
}

/** Lists of plain words are sets. */
function unordered(value: unknown): unknown {
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.toSorted() : value;
}
