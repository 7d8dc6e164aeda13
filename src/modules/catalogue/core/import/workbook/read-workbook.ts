import type { PlainDate } from '../../../../../kernel/plain-date.ts';
import type { RawSheet } from '../../../../../kernel/raw-sheet.ts';
import type { Component, Fee, ProcedureCase, ProcedureContent } from '../../content.ts';
import { type ProcedureRecord, procedureRecord } from '../../procedure-record.ts';
import { type SheetKey, sheetKeys, sheetNames } from '../../sheets/sheet-names.ts';
import type { WrongPlace } from '../wrong-place.ts';
import { keySheets } from './key-sheets.ts';
import { readFeeRow } from './read-fee-row.ts';
import { readHeader } from './read-header.ts';
import {
  readBasis,
  readCase,
  readDecision,
  readPaper,
  readResult,
  readStep,
  readTime,
} from './read-parts.ts';
import { rowReader } from './row-reader.ts';
import type { KeyedRow } from './sheet-rows.ts';

/** What a file gave: the procedures without a fault, and every wrong place of the others. */
export interface ReadFile {
  /** Procedures the file speaks of, right and wrong. */
  readonly read: number;
  readonly records: readonly ProcedureRecord[];
  readonly wrong: readonly WrongPlace[];
}

interface Growing {
  readonly row: number;
  readonly header: ReturnType<typeof readHeader>;
  readonly validFrom: PlainDate;
  readonly cases: ProcedureCase[];
  readonly components: Component[];
  readonly timeLimits: ProcedureContent['timeLimits'];
  readonly fees: Fee[];
  readonly results: ProcedureContent['results'];
  readonly legalBases: ProcedureContent['legalBases'];
  readonly steps: ProcedureContent['steps'];
  readonly decisions: ProcedureContent['decisions'];
}

/**
 * Reads a workbook's sheets into procedures. A procedure with a wrong place in any of its rows is left out whole:
 * half a list of papers is a wrong list. With a fault of the shape nothing is read.
 */
export function readWorkbook(sheets: readonly RawSheet[], today: PlainDate): ReadFile {
  const { rows, faults } = keySheets(sheets);
  if (faults.length > 0) return { read: 0, records: [], wrong: faults };
  const wrong: WrongPlace[] = [];
  const growing = new Map<string, Growing>();
  for (const row of rows.get('procedures') ?? []) beginProcedure(row, growing, wrong, today);
  for (const sheet of sheetKeys.slice(1)) addRows(sheet, rows.get(sheet) ?? [], growing, wrong);
  const spoilt = new Set(wrong.map((place) => place.code));
  const records = [...growing].flatMap(([code, procedure]) =>
    spoilt.has(code) ? [] : finish(code, procedure, wrong),
  );
  return { read: rows.get('procedures')?.length ?? 0, records, wrong };
}

function beginProcedure(
  row: KeyedRow,
  growing: Map<string, Growing>,
  wrong: WrongPlace[],
  today: PlainDate,
): void {
  const tell = (place: WrongPlace) => wrong.push(place);
  const named = rowReader('procedures', row, tell);
  const code = named.code('code');
  if (code === undefined) {
    if (!row.cells.get('code')?.text.trim()) named.wrong('code', 'required');
    return;
  }
  const reader = rowReader('procedures', row, tell, code);
  const before = growing.get(code);
  if (before !== undefined) reader.wrong('code', 'repeated', `${before.row}`);
  else
    growing.set(code, {
      row: row.row,
      header: readHeader(reader, code),
      validFrom: reader.date('validFrom') ?? today,
      ...{
        cases: [],
        components: [],
        timeLimits: [],
        fees: [],
        results: [],
        legalBases: [],
        steps: [],
        decisions: [],
      },
    });
}

function addRows(
  sheet: SheetKey,
  rows: readonly KeyedRow[],
  growing: ReadonlyMap<string, Growing>,
  wrong: WrongPlace[],
): void {
  const tell = (place: WrongPlace) => wrong.push(place);
  let above: string | undefined;
  for (const row of rows) {
    // A merged code stands in the first of its rows only.
    const isBlank = !row.cells.get('code')?.text.trim();
    const named = rowReader(sheet, row, tell);
    const code = isBlank ? above : named.code('code');
    if (isBlank && above === undefined) named.wrong('code', 'no-code-above');
    above = code;
    if (code === undefined) continue;
    const procedure = growing.get(code);
    if (procedure === undefined) rowReader(sheet, row, tell, code).wrong('code', 'unknown-procedure', code);
    else addRow(sheet, row, procedure, tell, code);
  }
}

function addRow(
  sheet: SheetKey,
  row: KeyedRow,
  to: Growing,
  tell: (place: WrongPlace) => void,
  code: string,
): void {
  const { cases } = to;
  switch (sheet) {
    case 'procedures':
      return;
    case 'cases':
      cases.push(readCase(rowReader(sheet, row, tell, code), cases));
      return;
    case 'components':
      to.components.push(readPaper(rowReader(sheet, row, tell, code), cases, to.components));
      return;
    case 'timeLimits':
      to.timeLimits.push(readTime(rowReader(sheet, row, tell, code), cases));
      return;
    case 'fees':
      to.fees.push(readFeeRow(rowReader(sheet, row, tell, code), cases, to.fees, to.header.header.sector));
      return;
    case 'results':
      to.results.push(readResult(rowReader(sheet, row, tell, code)));
      return;
    case 'legalBases':
      to.legalBases.push(readBasis(rowReader(sheet, row, tell, code)));
      return;
    case 'steps':
      to.steps.push(readStep(rowReader(sheet, row, tell, code)));
      return;
    case 'decisions':
      to.decisions.push(readDecision(rowReader(sheet, row, tell, code)));
  }
}

const general: ProcedureCase = { key: 'chung', name: 'Trường hợp chung', certainty: 'verified', doubts: [] };

/** The parts put together; the record's own rules have the last word. */
function finish(code: string, procedure: Growing, wrong: WrongPlace[]): ProcedureRecord[] {
  const { row, header, validFrom, cases, ...parts } = procedure;
  const parsed = procedureRecord.safeParse({
    ...header.header,
    validFrom,
    content: { ...header.content, cases: cases.length > 0 ? cases : [general], questions: [], ...parts },
  });
  if (parsed.success) return [parsed.data];
  const [issue] = parsed.error.issues;
  wrong.push({
    sheet: sheetNames.procedures,
    row,
    code,
    reason: 'not-a-procedure',
    detail: `${issue?.path.join('.')}: ${issue?.message}`.slice(0, 200),
  });
  return [];
}
