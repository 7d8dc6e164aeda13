import { type DraftContent, type DraftRow, rowKey } from '../../../../modules/process/contract.ts';

/** What the editor holds: the draft as written, and the states before and after it. */
export interface EditState {
  readonly content: DraftContent;
  readonly past: readonly DraftContent[];
  readonly future: readonly DraftContent[];
  /** Row and field of the last change: typing on in one cell is undone as one. */
  readonly touched?: string;
}

export type Edit =
  | { readonly kind: 'header'; readonly change: Partial<Pick<DraftContent, 'name' | 'procedures'>> }
  /** Cases it serves; none: all. */
  | { readonly kind: 'cases'; readonly cases: readonly string[] }
  | { readonly kind: 'row'; readonly key: string; readonly change: RowChange }
  | { readonly kind: 'insert'; readonly after: string | undefined }
  | { readonly kind: 'remove'; readonly key: string }
  /** Takes all rows away, for another table in their place. */
  | { readonly kind: 'clear' }
  | { readonly kind: 'move'; readonly key: string; readonly by: 1 | -1 }
  /** Rows of a pasted table: in place of an empty table, else behind a row. */
  | { readonly kind: 'paste'; readonly after: string | undefined; readonly rows: readonly DraftRow[] }
  /** Somebody looked: what was guessed counts as said. */
  | { readonly kind: 'confirm'; readonly key?: string }
  /** Another state of the draft takes the place of everything, history included. */
  | { readonly kind: 'replace'; readonly content: DraftContent }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

/** Fields to write; undefined takes one away. */
export type RowChange = { readonly [Field in keyof DraftRow]?: DraftRow[Field] | undefined };

/** How many steps back the editor remembers. */
const remembered = 200;

export function beginEditing(content: DraftContent): EditState {
  return { content, past: [], future: [] };
}

/** Applies one edit of the person; pure, so that undo is a list of states. */
export function edit(state: EditState, what: Edit): EditState {
  if (what.kind === 'replace') return beginEditing(what.content);
  if (what.kind === 'undo') return travel(state, state.past.at(-1), state.past.slice(0, -1), 'back');
  if (what.kind === 'redo') return travel(state, state.future.at(-1), state.future.slice(0, -1), 'forth');
  const content = changed(state.content, what);
  if (content === state.content) return state;
  const touched = touchedBy(what);
  const isSameCell = touched !== undefined && touched === state.touched;
  return {
    content,
    past: isSameCell ? state.past : [...state.past, state.content].slice(-remembered),
    future: [],
    ...(touched === undefined ? {} : { touched }),
  };
}

function travel(
  { content, past, future }: EditState,
  to: DraftContent | undefined,
  rest: readonly DraftContent[],
  way: 'back' | 'forth',
): EditState {
  if (to === undefined) return { content, past, future };
  return way === 'back'
    ? { content: to, past: rest, future: [...future, content] }
    : { content: to, past: [...past, content], future: rest };
}

function touchedBy(what: Edit): string | undefined {
  if (what.kind === 'row') return `${what.key} ${Object.keys(what.change).join(' ')}`;
  return what.kind === 'header' ? Object.keys(what.change).join(' ') : undefined;
}

function changed(
  content: DraftContent,
  what: Exclude<Edit, { kind: 'replace' | 'undo' | 'redo' }>,
): DraftContent {
  const { rows } = content;
  switch (what.kind) {
    case 'header':
      return { ...content, ...what.change };
    case 'cases':
      return withCases(content, what.cases);
    case 'row':
      return withRows(
        content,
        rows.map((row) => (row.key === what.key ? withChange(row, what.change) : row)),
      );
    case 'insert':
      return withRows(content, behind(rows, what.after, [emptyRow(rows)]));
    case 'remove':
      return withRows(
        content,
        rows.filter(({ key }) => key !== what.key).map((row) => withoutTarget(row, what.key)),
      );
    case 'clear':
      return withRows(content, []);
    case 'move':
      return moved(content, what.key, what.by);
    case 'paste':
      return withRows(content, rows.some(isWritten) ? behind(rows, what.after, what.rows) : [...what.rows]);
    case 'confirm':
      return withRows(
        content,
        rows.map((row) =>
          what.key === undefined || row.key === what.key ? withChange(row, { guessed: undefined }) : row,
        ),
      );
  }
}

function withCases({ cases: _, ...content }: DraftContent, cases: readonly string[]): DraftContent {
  return cases.length === 0 ? content : { ...content, cases: [...cases] };
}

function withRows(content: DraftContent, rows: readonly DraftRow[]): DraftContent {
  return { ...content, rows: [...rows] };
}

function withChange(row: DraftRow, change: RowChange): DraftRow {
  const fields = Object.entries({ ...row, ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields) as unknown as DraftRow;
}

/** A way on that led to a removed row leads to what follows. */
function withoutTarget(row: DraftRow, key: string): DraftRow {
  if (!row.choices?.some(({ to }) => to === key)) return row;
  return {
    ...row,
    choices: row.choices.map(({ to, ...choice }) =>
      to === key || to === undefined ? choice : { ...choice, to },
    ),
  };
}

function moved(content: DraftContent, key: string, by: 1 | -1): DraftContent {
  const at = content.rows.findIndex((row) => row.key === key);
  const [row, other] = [content.rows[at], content.rows[at + by]];
  if (row === undefined || other === undefined) return content;
  return withRows(content, content.rows.with(at, other).with(at + by, row));
}

function behind(rows: readonly DraftRow[], after: string | undefined, more: readonly DraftRow[]): DraftRow[] {
  const at = after === undefined ? rows.length : rows.findIndex(({ key }) => key === after) + 1;
  return rows.toSpliced(at, 0, ...more);
}

function emptyRow(rows: readonly DraftRow[]): DraftRow {
  return { key: rowKey('', new Set(rows.map(({ key }) => key))), name: '', kind: 'work' };
}

/** True for a row in which somebody has written something. */
export function isWritten({ name, performerName, hours }: DraftRow): boolean {
  return name !== '' || performerName !== undefined || hours !== undefined;
}
