/** One row of a list of the text, or the text itself: parts may be missing while it is written. */
export type Row = Readonly<Record<string, unknown>>;

/** What stands at a path; undefined where nothing does. */
export function valueAt(row: Row, path: readonly string[]): unknown {
  let value: unknown = row;
  for (const part of path) {
    if (!isRow(value)) return undefined;
    value = value[part];
  }
  return value;
}

/** The row with another value at a path; undefined takes it out, and what is empty thereby goes with it. */
export function withValue(row: Row, path: readonly string[], value: unknown): Row {
  const [part, ...rest] = path;
  if (part === undefined) return row;
  const { [part]: before, ...others } = row;
  if (rest.length === 0) return value === undefined ? others : { ...row, [part]: value };
  const inner = withValue(isRow(before) ? before : {}, rest, value);
  return Object.keys(inner).length === 0 ? others : { ...row, [part]: inner };
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The rows of a list of the text. */
export function rowsAt(document: Row, path: readonly string[]): readonly Row[] {
  const rows = valueAt(document, path);
  return Array.isArray(rows) ? rows.filter(isRow) : [];
}
