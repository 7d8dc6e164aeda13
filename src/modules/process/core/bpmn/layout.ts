import { type Cell, forwardLinks, gridOf, type Link } from './layout-columns.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Bounds extends Point {
  readonly width: number;
  readonly height: number;
}

export interface Drawing {
  readonly shapes: ReadonlyMap<string, Bounds>;
  readonly edges: ReadonlyMap<string, readonly Point[]>;
}

type Shape = 'task' | 'gateway' | 'event';

/** What is to be drawn. */
export interface Plan {
  readonly start: string;
  readonly shapes: ReadonlyMap<string, Shape>;
  /** Events on the border of a task, by their own id. */
  readonly attached: ReadonlyMap<string, string>;
  readonly links: readonly Link[];
}

const sizes: Readonly<Record<Shape, { readonly width: number; readonly height: number }>> = {
  task: { width: 120, height: 80 },
  gateway: { width: 50, height: 50 },
  event: { width: 36, height: 36 },
};
const pitch = { x: 170, y: 160 };
const origin = { x: 180, y: 160 };

/** Draws a process from left to right: ways that skip or lead back run above their row, those of clocks below it. */
export function layOut({ start, shapes, attached, links }: Plan): Drawing {
  const owner = (id: string) => attached.get(id) ?? id;
  const between = links.map((link) => ({ ...link, from: owner(link.from) }));
  const cells = gridOf(start, forwardLinks(start, between));
  const bounds = new Map<string, Bounds>();
  for (const [id, shape] of shapes) {
    const cell = cells.get(id);
    if (cell) bounds.set(id, around(centre(cell), shape));
  }
  const beside = new Map<string, number>();
  for (const [id, host] of attached) {
    const at = bounds.get(host);
    if (!at) continue;
    const index = beside.get(host) ?? 0;
    beside.set(host, index + 1);
    bounds.set(id, around({ x: at.x + 22 + 38 * index, y: at.y + at.height }, 'event'));
  }
  const occupied = new Set([...cells.values()].map(({ column, row }) => `${column} ${row}`));
  const channels = new Map<number, number>();
  const above = (row: number) => {
    const used = channels.get(row) ?? 0;
    channels.set(row, used + 1);
    return origin.y + row * pitch.y - 52 - (used % 4) * 8;
  };
  const edges = new Map<string, readonly Point[]>();
  for (const { id, from, to } of links) {
    const [source, target] = [bounds.get(from), bounds.get(to)];
    const [cell, goal] = [cells.get(owner(from)), cells.get(to)];
    if (!source || !target || !cell || !goal) continue;
    if (attached.has(from)) edges.set(id, below(source, target));
    else if (goal.column <= cell.column || blocked(occupied, cell, goal))
      edges.set(id, over(source, target, above(Math.min(cell.row, goal.row))));
    else edges.set(id, direct(source, target, cell, goal, shapes.get(from) === 'gateway'));
  }
  return { shapes: bounds, edges };
}

function centre({ column, row }: Cell): Point {
  return { x: origin.x + column * pitch.x, y: origin.y + row * pitch.y };
}

function around({ x, y }: Point, shape: Shape): Bounds {
  const { width, height } = sizes[shape];
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** Whether other nodes stand between two of the same row. */
function blocked(occupied: ReadonlySet<string>, from: Cell, to: Cell): boolean {
  if (from.row !== to.row) return false;
  for (let column = from.column + 1; column < to.column; column++)
    if (occupied.has(`${column} ${from.row}`)) return true;
  return false;
}

/** In one row straight on; into another row first down (from a gateway) or first on, with one corner. */
function direct(from: Bounds, to: Bounds, cell: Cell, goal: Cell, gateway: boolean): readonly Point[] {
  const [start, end] = [middle(from), middle(to)];
  const down = goal.row > cell.row;
  if (goal.row === cell.row)
    return [
      { x: from.x + from.width, y: start.y },
      { x: to.x, y: end.y },
    ];
  if (gateway && down)
    return [
      { x: start.x, y: from.y + from.height },
      { x: start.x, y: end.y },
      { x: to.x, y: end.y },
    ];
  return [
    { x: from.x + from.width, y: start.y },
    { x: end.x, y: start.y },
    { x: end.x, y: down ? to.y : to.y + to.height },
  ];
}

function over(from: Bounds, to: Bounds, y: number): readonly Point[] {
  const [start, end] = [middle(from), middle(to)];
  return [
    { x: start.x, y: from.y },
    { x: start.x, y },
    { x: end.x, y },
    { x: end.x, y: to.y },
  ];
}

/** From a clock on the lower border, under the task, up into the target. */
function below(from: Bounds, to: Bounds): readonly Point[] {
  const [start, end] = [middle(from), middle(to)];
  const y = from.y + from.height + 18;
  return [
    { x: start.x, y: from.y + from.height },
    { x: start.x, y },
    { x: end.x, y },
    { x: end.x, y: to.y + to.height },
  ];
}

function middle({ x, y, width, height }: Bounds): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
