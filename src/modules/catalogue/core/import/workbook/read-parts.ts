import type { Component, Doubt, ProcedureCase, ProcedureContent, TimeLimit } from '../../content.ts';
import {
  changeWords,
  channelWords,
  decisionKindWords,
  dueAtWords,
  modeWords,
  rollWords,
  timeUnitWords,
  yesNoWords,
} from '../../sheets/words.ts';
import { mostCopies } from '../read-component.ts';
import type { WrongReason } from '../wrong-place.ts';
import { assure } from './assure.ts';
import type { RowReader, Words } from './row-reader.ts';

/** Cases of the procedure a row belongs to, to look up what it names. */
export type Cases = readonly Pick<ProcedureCase, 'key' | 'name'>[];

/** A count as people type it, form numbers glued to it and all; what a component may hold. */
const counts = { min: 0, max: 1_000_000 };
const mostKept = 99;

export function readCase(row: RowReader<'cases'>, before: Cases): ProcedureCase {
  const note = row.text('note');
  const key = row.key('key') ?? `truong-hop-${before.length + 1}`;
  if (before.some((each) => each.key === key)) row.wrong('key', 'repeated', key);
  return { key, name: row.required('name'), ...(note && { note }), ...assure(row) };
}

export function readPaper(
  row: RowReader<'components'>,
  cases: Cases,
  before: readonly Component[],
): Component {
  const key = row.key('key') ?? `giay-to-${before.length + 1}`;
  if (before.some((each) => each.key === key)) row.wrong('key', 'repeated', key);
  const condition = row.text('condition');
  const numbers = defined({
    originals: row.number('originals', counts),
    copies: row.number('copies', counts),
    certifiedCopies: row.number('certifiedCopies', counts),
  });
  const alternatives = row.lines('alternatives');
  return {
    key,
    name: row.required('name'),
    mode: row.word('mode', modeWords) ?? 'submit',
    ...scopeOf(row, cases),
    ...(condition && { condition: { text: condition } }),
    ...Object.fromEntries(Object.entries(numbers).filter(([, count]) => count <= mostKept)),
    ...(alternatives.length > 0 && { alternatives }),
    ...formOf(row),
    ...defined({ heldIn: row.text('heldIn'), note: row.text('note') }),
    ...assure(row, doubtsOfCounts(Object.values(numbers))),
  };
}

function doubtsOfCounts(numbers: readonly number[]): Doubt[] {
  if (numbers.some((count) => count > mostCopies)) return ['implausible-count'];
  return numbers.some((count) => count > 0) ? [] : ['no-count'];
}

function formOf(row: RowReader<'components'>): Pick<Component, 'form'> {
  const name = row.text('formName');
  const file = row.text('formFile');
  const electronic = row.word('formElectronic', yesNoWords) === 'yes';
  if (name === undefined && (file !== undefined || electronic)) row.wrong('formName', 'required');
  return name === undefined ? {} : { form: { name, ...(file && { file }), electronic } };
}

export function readTime(row: RowReader<'timeLimits'>, cases: Cases): TimeLimit {
  const amount = row.number('amount', { min: 1, max: 3660 });
  const unit = row.word('unit', timeUnitWords);
  const cutOff = row.text('cutOff');
  if (cutOff !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(cutOff))
    row.wrong('cutOff', 'not-a-time', cutOff);
  const isKnown = unit === 'same-day' || (unit !== undefined && amount !== undefined);
  const rule = isKnown && {
    unit,
    amount: amount ?? 1,
    cutOff: cutOff ?? null,
    dueAt: row.word('dueAt', dueAtWords) ?? ('end-of-day' as const),
    roll: row.word('roll', rollWords) ?? ('next' as const),
  };
  const found: Doubt[] = isKnown ? [] : [amount === undefined ? 'no-time' : 'time-without-unit'];
  return {
    ...scopeOf(row, cases),
    ...(rule && { rule }),
    ...defined({ asPublished: row.text('asPublished'), note: row.text('note') }),
    ...assure(row, found),
  };
}

export function readResult(row: RowReader<'results'>): ProcedureContent['results'][number] {
  const code = row.text('typeCode');
  if (code !== undefined && !/^KQ\.[A-Z]\d{2}\.\d{6}$/.test(code)) row.wrong('typeCode', 'not-a-code', code);
  return { name: row.required('name'), ...(code && { code }), ...assure(row) };
}

export function readBasis(row: RowReader<'legalBases'>): ProcedureContent['legalBases'][number] {
  return {
    number: row.required('number'),
    ...defined({ name: row.text('name'), articles: row.text('articles') }),
  };
}

export function readStep(row: RowReader<'steps'>): ProcedureContent['steps'][number] {
  return {
    name: row.required('name'),
    ...defined({
      performer: row.text('performer'),
      hours: row.number('hours', { min: 0, max: 8000, decimal: true }),
      output: row.text('output'),
    }),
  };
}

export function readDecision(row: RowReader<'decisions'>): ProcedureContent['decisions'][number] {
  row.required('kind');
  return {
    kind: row.word('kind', decisionKindWords) ?? 'ministry',
    number: row.required('number'),
    ...defined({ on: row.date('on'), signer: row.text('signer'), change: row.word('change', changeWords) }),
  };
}

interface ScopedRow {
  lines(key: 'cases'): string[];
  words<W extends Words>(key: 'channels', words: W): (keyof W & string)[];
  wrong(key: 'cases', reason: WrongReason, detail: string): void;
}

/** Where a fact applies; a case is named by key or name. */
export function scopeOf(row: ScopedRow, cases: Cases): Pick<Component, 'cases' | 'channels'> {
  const keys = row.lines('cases').flatMap((said) => {
    const found = cases.find(({ key, name }) => key === said || name === said);
    if (found === undefined) row.wrong('cases', 'unknown-case', said);
    return found === undefined ? [] : [found.key];
  });
  const channels = row.words('channels', channelWords);
  return { ...(keys.length > 0 && { cases: keys }), ...(channels.length > 0 && { channels }) };
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Leaves out what is undefined. */
export function defined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}
