import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers and durations stand at the right. */
  readonly align?: 'end';
  /** The column that names the row: its cell is the row's header, and the title of its card on the phone. */
  readonly isName?: boolean;
}

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** A dense table where there is room, one card a row on the phone. Roles are said so that cards stay a table. */
export function DataTable<Row>({ caption, columns, rows, keyOf }: DataTableProps<Row>) {
  return (
    <table className="mc-table">
      <caption className="mc-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, header, align }) => (
            <th key={key} scope="col" data-align={align}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} data-list-row="">
            {columns.map((column) => (
              <DataCell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DataCell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  if (column.isName === true)
    return (
      <th scope="row" className="mc-table__name">
        {column.cell(row)}
      </th>
    );
  return (
    <td data-label={column.header} data-align={column.align}>
      {column.cell(row)}
    </td>
  );
}
