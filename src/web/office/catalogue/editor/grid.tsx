import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { pastedTable } from '../../../ui/paste-table.ts';
import { useTexts } from '../../../ui/use-texts.ts';
import { Cell } from './cell.tsx';
import { changeRows, type RowVerb } from './change-rows.ts';
import { moveOf, placeOf } from './grid-keys.ts';
import type { Grid as GridDef } from './grids.ts';
import { PasteReport } from './paste-report.tsx';
import { type Recognised, recogniseTable } from './recognise-table.ts';
import { RowTools } from './row-tools.tsx';
import { type Row, rowsAt, withValue } from './row-values.ts';

export interface GridProps {
  readonly grid: GridDef;
  readonly document: Row;
  /** Nobody writes in it now; it is read and copied from. */
  readonly isClosed: boolean;
  readonly onChange: (document: Row, typing?: string) => void;
}

/** A list of the text as a spreadsheet: type, go with the keys, paste a table; on the phone a card a row. */
export function Grid({ grid, document, isClosed, onChange }: GridProps) {
  const { t } = useTexts();
  const heading = useId();
  const path = ['content', grid.list];
  const rows = rowsAt(document, path);
  const [active, setActive] = useState<number>();
  const [pasted, setPasted] = useState<Recognised>();
  const goTo = useRef<string>(undefined);
  useEffect(() => {
    // The row may come with a later rendering than this one.
    const field = goTo.current === undefined ? null : window.document.getElementById(goTo.current);
    if (field === null) return;
    field.focus();
    goTo.current = undefined;
  });

  const nameOf = (row: number, column: string) => `${grid.list}.${row}.${column}`;
  const first = grid.columns[0]?.key ?? '';
  const change = (verb: RowVerb, at: number, column = first) => {
    const changed = changeRows(document, grid, verb, at);
    goTo.current = nameOf(changed.at, column);
    onChange(changed.document);
  };
  const write = (name: string, row: Row) => {
    const at = Number(name.split('.')[1]);
    onChange(withValue(document, path, rows.with(at, row)), name);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const place = placeOf(event.target, grid.list);
    const move = place && moveOf(event, place);
    if (place === undefined || move === undefined || isClosed) return;
    event.preventDefault();
    if (move.kind === 'rows') return change(move.verb, place.row, place.column);
    if (move.row === rows.length) return change('add', place.row, place.column);
    const index = grid.columns.findIndex(({ key }) => key === place.column) + move.across;
    const column = grid.columns[index];
    if (column !== undefined) window.document.getElementById(nameOf(move.row, column.key))?.focus();
  };
  const onPaste = (event: ClipboardEvent) => {
    const { clipboardData } = event;
    const table = pastedTable({
      html: clipboardData.getData('text/html'),
      text: clipboardData.getData('text/plain'),
    });
    if (isClosed || table === undefined || table.length * (table[0]?.length ?? 0) < 2) return;
    event.preventDefault();
    const place = placeOf(event.target, grid.list);
    const column = grid.columns.findIndex(({ key }) => key === place?.column);
    const found = recogniseTable(grid, table, rows, Math.max(0, column));
    const at = place?.row ?? rows.length;
    // A blank row pasted into was only there to be pasted into.
    const isBlank = rows[at] !== undefined && grid.columns[0]?.read(rows[at]) === '';
    onChange(withValue(document, path, rows.toSpliced(at, isBlank ? 1 : 0, ...found.rows)));
    setPasted({ ...found, unread: found.unread.map((cell) => ({ ...cell, row: cell.row + at })) });
  };
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby={heading} id={grid.list}>
      <div className="mc-row mc-row--apart">
        <h2 id={heading}>{t(grid.title)}</h2>
        {isClosed ? null : (
          <RowTools
            grid={grid}
            active={active}
            count={rows.length}
            onVerb={(verb) => change(verb, active ?? 0)}
          />
        )}
      </div>
      {pasted === undefined ? null : <PasteReport pasted={pasted} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and pasting belong to the fields inside */}
      <div
        className="mc-grid"
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onFocus={(event) => setActive(placeOf(event.target, grid.list)?.row)}
      >
        {rows.length === 0 ? (
          <textarea
            className="mc-grid__empty"
            rows={2}
            readOnly
            aria-label={t(grid.title)}
            value={t('catalogue.edit.row.none')}
          />
        ) : (
          <table>
            <caption className="mc-visually-hidden">{t(grid.title)}</caption>
            <thead>
              <tr>
                <th scope="col" className="mc-grid__number">
                  <span className="mc-visually-hidden">{t('catalogue.edit.row.number')}</span>#
                </th>
                {grid.columns.map((column) => (
                  <th key={column.key} scope="col" data-kind={column.kind}>
                    {t(column.label)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={String(row.key ?? index)} data-active={index === active ? '' : undefined}>
                  <th scope="row" className="mc-grid__number">
                    {index + 1}
                  </th>
                  {grid.columns.map((column) => (
                    <td key={column.key} data-label={t(column.label)} data-kind={column.kind}>
                      <Cell
                        column={column}
                        row={row}
                        name={nameOf(index, column.key)}
                        label={t('catalogue.edit.cell', { column: t(column.label), row: index + 1 })}
                        isClosed={isClosed}
                        onWrite={write}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  );
}
