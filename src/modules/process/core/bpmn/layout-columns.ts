/** A way between two nodes of a drawing. */
export interface Link {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export interface Cell {
  readonly column: number;
  readonly row: number;
}

/** Ways that lead on, without those that lead back on the way they came from. */
export function forwardLinks(start: string, links: readonly Link[]): readonly Link[] {
  const out = Map.groupBy(links, ({ from }) => from);
  const done = new Set<string>();
  const path = new Set<string>();
  const forward = new Set<Link>();
  const walk = (id: string) => {
    path.add(id);
    for (const link of out.get(id) ?? []) {
      if (path.has(link.to)) continue;
      forward.add(link);
      if (!done.has(link.to)) walk(link.to);
    }
    path.delete(id);
    done.add(id);
  };
  walk(start);
  return links.filter((link) => forward.has(link));
}

/** Places every node on a grid: one column further than all before it, one row for each line of nodes. */
export function gridOf(start: string, forward: readonly Link[]): ReadonlyMap<string, Cell> {
  const out = Map.groupBy(forward, ({ from }) => from);
  const columns = columnsOf(start, forward);
  const cells = new Map<string, Cell>();
  const taken = new Set<string>();
  const columnOf = (id: string) => columns.get(id) ?? 0;

  /** A line of nodes as far as one that has its place; what leaves it on the side comes into rows below. */
  const place = (first: string, wanted: number) => {
    const line = [first];
    let next = out.get(first)?.[0]?.to;
    while (next !== undefined && !cells.has(next) && !line.includes(next)) {
      line.push(next);
      next = out.get(next)?.[0]?.to;
    }
    const end = next === undefined ? columnOf(line.at(-1) ?? first) : columnOf(next) - 1;
    const span = Array.from(
      { length: Math.max(end - columnOf(first), 0) + 1 },
      (_, at) => columnOf(first) + at,
    );
    let row = wanted;
    while (span.some((column) => taken.has(`${column} ${row}`))) row++;
    for (const column of span) taken.add(`${column} ${row}`);
    for (const id of line) cells.set(id, { column: columnOf(id), row });
    // What is nested deepest comes nearest: ways down to other rows then cross nothing.
    for (const id of line.toReversed())
      for (const { to } of out.get(id) ?? []) if (!cells.has(to)) place(to, row + 1);
  };
  place(start, 0);
  return cells;
}

/** The longest way from the start to each node. */
function columnsOf(start: string, forward: readonly Link[]): ReadonlyMap<string, number> {
  const into = Map.groupBy(forward, ({ to }) => to);
  const columns = new Map<string, number>([[start, 0]]);
  const column = (id: string): number => {
    const known = columns.get(id);
    if (known !== undefined) return known;
    const longest = Math.max(...(into.get(id) ?? []).map(({ from }) => column(from) + 1), 0);
    columns.set(id, longest);
    return longest;
  };
  for (const { to } of forward) column(to);
  return columns;
}
