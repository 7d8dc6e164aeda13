import type { DraftContent, DraftRow } from './draft-content.ts';
import { isSame } from './is-same.ts';

/** One thing two states of a draft disagree about. `row` is the number in the state where the row stands. */
export type Change =
  | { readonly kind: 'header'; readonly field: 'name' | 'procedures' | 'cases' | 'source' }
  | { readonly kind: 'added' | 'removed' | 'moved'; readonly row: number; readonly name: string }
  | {
      readonly kind: 'changed';
      readonly row: number;
      readonly name: string;
      readonly field: keyof DraftRow;
      readonly from: unknown;
      readonly to: unknown;
    };

const headerFields = ['name', 'procedures', 'cases', 'source'] as const;

/** What has to happen to `before` to become `after`; rows are told apart by their keys, marks of guesses do not count. */
export function differenceOf(before: DraftContent, after: DraftContent): readonly Change[] {
  const old = new Map(before.rows.map((row, at) => [row.key, { row, at }]));
  const kept = new Set(after.rows.map(({ key }) => key));
  return [
    ...headerFields
      .filter((field) => !isSame(before[field], after[field]))
      .map((field) => ({ kind: 'header', field }) as const),
    ...before.rows.flatMap((row, at) =>
      kept.has(row.key) ? [] : [{ kind: 'removed', row: at + 1, name: row.name } as const],
    ),
    ...after.rows.flatMap((row, at) => {
      const was = old.get(row.key);
      return was === undefined
        ? [{ kind: 'added', row: at + 1, name: row.name } as const]
        : changesOf(was.row, row, at + 1);
    }),
    ...movedRows(before, after),
  ];
}

function changesOf(before: DraftRow, after: DraftRow, row: number): Change[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]) as ReadonlySet<keyof DraftRow>;
  return [...fields]
    .filter((field) => field !== 'guessed' && !isSame(before[field], after[field]))
    .map((field) => ({
      kind: 'changed',
      row,
      name: after.name,
      field,
      from: before[field],
      to: after[field],
    }));
}

/** Rows in both that no longer follow the row they followed among those in both. */
function movedRows(before: DraftContent, after: DraftContent): Change[] {
  const inBoth = (content: DraftContent, other: DraftContent) =>
    content.rows.map(({ key }) => key).filter((key) => other.rows.some((row) => row.key === key));
  const [old, now] = [inBoth(before, after), inBoth(after, before)];
  return now.flatMap((key, at) => {
    if (old[old.indexOf(key) - 1] === now[at - 1]) return [];
    const row = after.rows.findIndex((each) => each.key === key);
    return [{ kind: 'moved', row: row + 1, name: after.rows[row]?.name ?? '' } as const];
  });
}
