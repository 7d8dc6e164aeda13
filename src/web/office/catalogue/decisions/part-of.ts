/** As many rows as one page of a decision shows. */
const most = 50;

export interface Part<Row> {
  readonly rows: readonly Row[];
  /** Key of its last row, where more follow. */
  readonly next?: string;
  readonly isFirst: boolean;
}

/** The rows behind a key, as many as one page shows; the first ones where none is behind it. `rows` are in the order of their keys. */
export function partOf<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  after: string | null,
): Part<Row> {
  const start =
    after === null
      ? 0
      : Math.max(
          0,
          rows.findIndex((row) => keyOf(row) > after),
        );
  const part = rows.slice(start, start + most);
  const last = part.at(-1);
  return {
    rows: part,
    ...(start + most < rows.length && last !== undefined ? { next: keyOf(last) } : {}),
    isFirst: start === 0,
  };
}

/** What is in the way anywhere, as many as one page shows, then the rest of those shown. */
export function obstructedFirst<Row extends { readonly obstacles: readonly unknown[] }>(
  all: readonly Row[],
  isShown: (row: Row) => boolean,
): readonly Row[] {
  const obstructed = all.filter(({ obstacles }) => obstacles.length > 0).slice(0, most);
  return [...obstructed, ...all.filter((row) => row.obstacles.length === 0 && isShown(row))];
}
