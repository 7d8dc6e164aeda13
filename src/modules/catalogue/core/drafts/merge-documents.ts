/** A place two people changed differently: what each has now. */
export interface MergeConflict {
  /** Where it stands in `theirs`; in lists by the row's own key, so that moved rows are found. */
  readonly place: readonly string[];
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merged {
  /** Both people's changes; where they disagree, theirs. */
  readonly document: unknown;
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Joins what two people made of one text. A place only one of them changed is taken from them; rows with a key are
 * found wherever they stand; a list of rows without keys counts as one place. `choices` settle conflicts by place.
 */
export function mergeDocuments(
  base: unknown,
  mine: unknown,
  theirs: unknown,
  choices: ReadonlyMap<string, 'mine' | 'theirs'> = new Map(),
): Merged {
  const conflicts: MergeConflict[] = [];
  const document = merge(base, mine, theirs, [], { choices, conflicts });
  return { document, conflicts };
}

interface Settling {
  readonly choices: ReadonlyMap<string, 'mine' | 'theirs'>;
  readonly conflicts: MergeConflict[];
}

/** The name of a place in `choices`. */
export function placeName(place: readonly string[]): string {
  return place.join('/');
}

function merge(
  base: unknown,
  mine: unknown,
  theirs: unknown,
  place: readonly string[],
  settling: Settling,
): unknown {
  if (same(mine, theirs) || same(base, mine)) return theirs;
  if (same(base, theirs)) return mine;
  if (isObject(mine) && isObject(theirs))
    return mergeFields(isObject(base) ? base : {}, mine, theirs, place, settling);
  const lists = keyedLists(base, mine, theirs);
  if (lists) return mergeRows(lists, place, settling);
  settling.conflicts.push({ place, mine, theirs });
  return settling.choices.get(placeName(place)) === 'mine' ? mine : theirs;
}

type Fields = Readonly<Record<string, unknown>>;

function mergeFields(
  base: Fields,
  mine: Fields,
  theirs: Fields,
  place: readonly string[],
  settling: Settling,
) {
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const merged = keys.map(
    (key) => [key, merge(base[key], mine[key], theirs[key], [...place, key], settling)] as const,
  );
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

interface Row extends Fields {
  readonly key: string;
}
interface Lists {
  readonly base: ReadonlyMap<string, Row>;
  readonly mine: ReadonlyMap<string, Row>;
  readonly theirs: ReadonlyMap<string, Row>;
}

/** Their order, my new rows behind the row they follow with me; a row one removed and the other changed is asked about. */
function mergeRows({ base, mine, theirs }: Lists, place: readonly string[], settling: Settling): unknown {
  const rows: unknown[] = [];
  const put = new Map<string, unknown>();
  for (const key of new Set([...theirs.keys(), ...mine.keys()])) {
    const merged = merge(base.get(key), mine.get(key), theirs.get(key), [...place, key], settling);
    if (merged !== undefined) put.set(key, merged);
  }
  const order = [...theirs.keys()];
  let before: string | undefined;
  for (const key of mine.keys()) {
    if (!theirs.has(key)) order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
    before = key;
  }
  for (const key of order) if (put.has(key)) rows.push(put.get(key));
  return rows;
}

function keyedLists(base: unknown, mine: unknown, theirs: unknown): Lists | undefined {
  const [one, other, third] = [keyed(base ?? []), keyed(mine), keyed(theirs)];
  return one && other && third && { base: one, mine: other, theirs: third };
}

function keyed(list: unknown): ReadonlyMap<string, Row> | undefined {
  if (!Array.isArray(list) || !list.every(isRow)) return undefined;
  const rows = new Map(list.map((row: Row) => [row.key, row]));
  return rows.size === list.length ? rows : undefined;
}

function isRow(value: unknown): value is Row {
  return isObject(value) && typeof value.key === 'string';
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
