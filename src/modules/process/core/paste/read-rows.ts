import { searchText } from '../../../../kernel/search-text.ts';
import type { DraftRow, Guess } from '../editing/draft-content.ts';
import { rowKey } from '../editing/row-key.ts';
import { guessKind } from './guess-kind.ts';
import { type PerformerPhrase, readPerformer } from './performer-dictionary.ts';
import { readHours } from './read-hours.ts';
import { type Cell, type Columns, type Grid, recogniseColumns } from './recognise-columns.ts';

/** A pasted table read as rows of a process; `skipped` are lines that are no steps (titles, sums). */
export interface ReadRows {
  readonly rows: readonly DraftRow[];
  readonly skipped: readonly string[];
}

/**
 * Reads the table of a decision's annex. What it does not know for sure (the kind of a row always) is named in
 * `guessed`, for a person to confirm. Undefined when no column tells the work.
 */
export function readRows(
  grid: Grid,
  dictionary: readonly PerformerPhrase[],
  taken: ReadonlySet<string> = new Set(),
): ReadRows | undefined {
  const columns = recogniseColumns(grid);
  if (columns === undefined) return undefined;
  const body = grid.slice(columns.firstRow);
  const steps = body.filter((row) => isStep(row, columns));
  const keys = new Set(taken);
  const rows = steps.map((row, index) => {
    const place = { isFirst: index === 0, isLast: index === steps.length - 1 };
    const read = readRow(row, columns, dictionary, place);
    const key = rowKey(read.name, keys);
    keys.add(key);
    return { key, ...read };
  });
  const skipped = body.filter((row) => !steps.includes(row)).map((row) => row[0]?.text ?? '');
  return rows.length === 0 ? undefined : { rows, skipped };
}

/** Not `Tổng hợp hồ sơ`, not `Công chức`. */
const sum = /^(tong|cong|tong cong|tong so)$|^tong( so)? thoi (gian|han)/;

/** Neither a title over all columns, nor the line of sums, nor a line without work. */
function isStep(row: readonly Cell[], columns: Columns): boolean {
  const name = row[columns.name]?.text ?? '';
  const isTitle = row.length > 1 && row.slice(1).every(({ merged }) => merged === 'across');
  return name !== '' && !isTitle && !row.some(({ text }) => sum.test(searchText(text)) && text.length < 40);
}

function readRow(
  row: readonly Cell[],
  columns: Columns,
  dictionary: readonly PerformerPhrase[],
  place: { readonly isFirst: boolean; readonly isLast: boolean },
): Omit<DraftRow, 'key'> {
  const name = oneLine(row[columns.name]?.text ?? '', 1000);
  const performerName = oneLine(row[columns.performer ?? -1]?.text ?? '', 300);
  const output = oneLine(row[columns.output ?? -1]?.text ?? '', 500);
  const who = readPerformer(dictionary, performerName);
  const performer = who.kind === 'performer' ? who.performer : undefined;
  const kind = who.kind === 'wait' ? 'wait' : guessKind(name, performer, place);
  const { hours, isSure } = readTime(row[columns.hours ?? -1], columns.unit);
  const guessed: Guess[] = [
    'kind',
    ...(performer ? (['performer'] as const) : []),
    ...(isSure ? [] : (['hours'] as const)),
  ];
  return {
    name,
    kind,
    guessed: kind === 'wait' ? ['kind'] : guessed,
    ...(performerName === '' ? {} : { performerName }),
    ...(performer === undefined || kind === 'wait' ? {} : { performer }),
    ...(kind === 'wait' ? { wait: who.kind === 'wait' ? who.wait : taxWait } : {}),
    ...(hours === undefined ? {} : { hours }),
    ...(output === '' ? {} : { output }),
  };
}

/** A wait told by the work alone: its words are those of a financial duty. */
const taxWait = { message: 'tax-notice', suspension: { ground: 'financial-duty', status: 6 } } as const;

/** A time merged over several rows is theirs together: the first has it, the others are to be split by a person. */
function readTime(cell: Cell | undefined, unit: Columns['unit']) {
  if (cell === undefined || cell.merged === 'down') return { hours: undefined, isSure: false };
  return readHours(cell.text, unit);
}

function oneLine(text: string, longest: number): string {
  return text.replaceAll('\n', ' ').slice(0, longest).trim();
}
