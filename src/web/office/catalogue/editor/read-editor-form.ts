import type { Column } from './columns.ts';
import { gridsOf } from './grids.ts';
import { headerFields } from './header-fields.ts';
import { type Row, rowsAt, withValue } from './row-values.ts';

export interface EditorForm {
  readonly document: Row;
  /** Fields whose text is no value of theirs, by name; they keep what the text had. */
  readonly unread: readonly { readonly name: string; readonly column: Column; readonly text: string }[];
}

/** The text as the plain form sends it, on top of the text the form was made of. */
export function readEditorForm(form: FormData, shown: Row): EditorForm {
  const unread: EditorForm['unread'][number][] = [];
  const read = (row: Row, column: Column, name: string): Row => {
    const text = form.get(name);
    if (typeof text !== 'string') return row;
    const typed = text.replaceAll('\r\n', '\n');
    if (typed === column.read(row)) return row;
    const written = column.write(row, typed);
    if (written === undefined) unread.push({ name, column, text: typed });
    return written ?? row;
  };
  let document = headerFields.reduce((row, column) => read(row, column, `chung.${column.key}`), shown);
  for (const { list } of gridsOf(document)) {
    // The cases just typed are those that later lists may name.
    const grid = gridsOf(document).find((each) => each.list === list);
    if (grid === undefined) continue;
    const path = ['content', list];
    const rows = rowsAt(document, path).map((row, index) =>
      grid.columns.reduce((sum, column) => read(sum, column, `${list}.${index}.${column.key}`), row),
    );
    document = withValue(document, path, rows);
  }
  return { document, unread };
}
