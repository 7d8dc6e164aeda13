import { memo, useState } from 'react';
import { useTexts } from '../../../ui/use-texts.ts';
import type { Column } from './columns.ts';
import type { Row } from './row-values.ts';

export interface CellProps {
  readonly column: Column;
  readonly row: Row;
  /** Name of the field in the form, also its id: `components.3.name`. */
  readonly name: string;
  readonly label: string;
  /** Set where the label stands beside the field. */
  readonly isLabelled?: boolean;
  readonly isClosed: boolean;
  readonly onWrite: (name: string, row: Row) => void;
}

/** One place to type in. What is no such value stays on the screen, marked, until it is one. */
export const Cell = memo(function Cell({
  column,
  row,
  name,
  label,
  isLabelled,
  isClosed,
  onWrite,
}: CellProps) {
  const { t } = useTexts();
  const [typed, setTyped] = useState<string>();
  const isWrong = typed !== undefined && column.write(row, typed) === undefined;
  const type = (text: string) => {
    setTyped(text);
    const written = column.write(row, text);
    if (written !== undefined) onWrite(name, written);
  };
  const leave = () => {
    if (!isWrong) setTyped(undefined);
  };
  const shared = {
    id: name,
    name,
    className: 'mc-sheet-cell',
    'aria-label': isLabelled === true ? undefined : label,
    'aria-invalid': isWrong || undefined,
    'aria-describedby': isWrong ? `${name}-loi` : undefined,
    value: typed ?? column.read(row),
    onBlur: leave,
    spellCheck: false,
    autoComplete: 'off',
  } as const;
  return (
    <>
      {column.kind === 'choice' ? (
        <select {...shared} disabled={isClosed} onChange={(event) => type(event.target.value)}>
          {column.isRequired === true ? null : <option value="" />}
          {column.options?.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : column.kind === 'long' ? (
        <textarea
          {...shared}
          readOnly={isClosed}
          rows={rowsOf(shared.value)}
          onChange={(event) => type(event.target.value)}
        />
      ) : (
        <input
          {...shared}
          readOnly={isClosed}
          inputMode={column.kind === 'number' ? 'decimal' : undefined}
          onChange={(event) => type(event.target.value)}
        />
      )}
      {isWrong ? (
        <span id={`${name}-loi`} className="mc-cell__wrong" role="alert">
          {t('catalogue.edit.cell.wrong', {
            column: t(column.label),
            options:
              column.options === undefined
                ? ''
                : t('catalogue.edit.cell.options', { options: column.options.join(', ') }),
          })}
        </span>
      ) : null}
    </>
  );
});

/** As many lines as the text needs, up to six; the cell grows while one types. */
function rowsOf(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 36)), 0);
  return Math.min(lines, 6);
}
