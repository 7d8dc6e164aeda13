import { type KeyboardEvent, useEffect, useState } from 'react';

export interface CellProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** What was typed, when the cell is left or Enter pressed; at once where `isLive`. */
  readonly onWritten: (text: string) => void;
  readonly isLive?: boolean;
  readonly isWide?: boolean;
  readonly isNumber?: boolean;
  readonly isWrong?: boolean;
  readonly list?: string;
}

/** One cell of the table to write in: a box without a box, that holds what is typed until it is read. */
export function Cell({
  id,
  name,
  label,
  value,
  onWritten,
  isLive = false,
  isWide,
  isNumber,
  isWrong,
  list,
}: CellProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const written = (next: string) => {
    setText(next);
    if (isLive) onWritten(next);
  };
  const leave = () => {
    if (!isLive && text !== value) onWritten(text);
  };
  const shared = {
    id,
    name,
    'aria-label': label,
    'aria-invalid': isWrong === true ? true : undefined,
    'data-cell': '',
    value: text,
    spellCheck: false,
    onBlur: leave,
    onKeyDown: (event: KeyboardEvent) => {
      // Before the table acts on the key: what was typed belongs to the state it acts on.
      if (event.key === 'Enter' || event.ctrlKey || event.metaKey || event.altKey) leave();
    },
  } as const;
  if (isWide === true)
    return (
      <textarea
        className="mc-cell"
        rows={1}
        {...shared}
        onChange={(event) => written(event.currentTarget.value)}
      />
    );
  return (
    <input
      className={isNumber === true ? 'mc-cell mc-cell--number' : 'mc-cell'}
      autoComplete="off"
      list={list}
      {...shared}
      onChange={(event) => written(event.currentTarget.value)}
    />
  );
}
