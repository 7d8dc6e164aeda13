import {
  certaintyWords,
  channelWords,
  dueAtWords,
  feeTypeWords,
  modeWords,
  timeUnitWords,
} from '../../../../modules/catalogue/contract.ts';
import type { TextKey } from '../../../../texts/catalogue.ts';
import {
  type Column,
  choiceColumn,
  choicesColumn,
  linesColumn,
  numberColumn,
  textColumn,
} from './columns.ts';
import { feeRuleColumns } from './fee-columns.ts';
import { type Row, rowsAt, valueAt, withValue } from './row-values.ts';

export const listNames = [
  'cases',
  'components',
  'timeLimits',
  'fees',
  'results',
  'legalBases',
  'steps',
] as const;
export type ListName = (typeof listNames)[number];

/** A list of the text as a grid. */
export interface Grid {
  readonly list: ListName;
  readonly title: TextKey;
  readonly columns: readonly Column[];
  /** A new row, its key free among the others. */
  blank(rows: readonly Row[]): Row;
}

const checked = { certainty: 'verified', doubts: [] };
const certainty: Column = {
  ...choiceColumn('certainty', 'catalogue.edit.certainty', certaintyWords),
  // Who says that a fact is checked has looked at what spoke against it.
  write: (row, text) => {
    const typed = choiceColumn('certainty', 'catalogue.edit.certainty', certaintyWords).write(row, text);
    return typed && valueAt(typed, ['certainty']) === 'verified' ? { ...typed, doubts: [] } : typed;
  },
};
const note = textColumn('note', 'catalogue.edit.note', { long: true });

/** The grids of a text; which cases there are to choose from follows from it. */
export function gridsOf(document: Row): readonly Grid[] {
  const words = Object.fromEntries(
    rowsAt(document, ['content', 'cases']).map(({ key, name }) => [String(key), String(name ?? key)]),
  );
  const scope = [
    choicesColumn('cases', 'catalogue.edit.cases', words),
    choicesColumn('channels', 'catalogue.edit.channels', channelWords),
  ];
  return [
    {
      list: 'cases',
      title: 'catalogue.part.cases',
      columns: [
        textColumn('name', 'catalogue.edit.case.name', { isRequired: true, long: true }),
        note,
        certainty,
      ],
      blank: (rows) => ({ key: freeKey('truong-hop', rows), name: '', ...checked }),
    },
    {
      list: 'components',
      title: 'catalogue.part.components',
      columns: [
        textColumn('name', 'catalogue.edit.paper.name', { isRequired: true, long: true }),
        choiceColumn('mode', 'catalogue.edit.paper.mode', modeWords, { isRequired: true }),
        numberColumn('originals', 'catalogue.edit.paper.originals', { most: 99 }),
        numberColumn('copies', 'catalogue.edit.paper.copies', { most: 99 }),
        numberColumn('certifiedCopies', 'catalogue.edit.paper.certified', { most: 99 }),
        textColumn('condition', 'catalogue.edit.paper.condition', {
          path: ['condition', 'text'],
          long: true,
        }),
        ...scope,
        formName,
        textColumn('heldIn', 'catalogue.edit.paper.held', {}),
        note,
        certainty,
      ],
      blank: (rows) => ({ key: freeKey('giay-to', rows), name: '', mode: 'submit', ...checked }),
    },
    {
      list: 'timeLimits',
      title: 'catalogue.part.timeLimits',
      columns: [
        numberColumn('amount', 'catalogue.edit.time.amount', {
          path: ['rule', 'amount'],
          least: 1,
          most: 3660,
        }),
        choiceColumn('unit', 'catalogue.edit.time.unit', timeUnitWords, { path: ['rule', 'unit'] }),
        choiceColumn('dueAt', 'catalogue.edit.time.due', dueAtWords, { path: ['rule', 'dueAt'] }),
        ...scope,
        textColumn('asPublished', 'catalogue.edit.as-published', { long: true }),
        note,
        certainty,
      ],
      blank: () => ({ ...checked }),
    },
    {
      list: 'fees',
      title: 'catalogue.part.fees',
      columns: [
        textColumn('name', 'catalogue.edit.fee.name', { isRequired: true, long: true }),
        choiceColumn('type', 'catalogue.edit.fee.type', feeTypeWords, { isRequired: true }),
        ...feeRuleColumns,
        ...scope,
        linesColumn('exemptions', 'catalogue.edit.fee.exemptions', { keepEmpty: true }),
        textColumn('basis', 'catalogue.edit.fee.basis', { long: true }),
        certainty,
      ],
      blank: (rows) => ({ key: freeKey('phi', rows), name: '', type: 'charge', exemptions: [], ...checked }),
    },
    {
      list: 'results',
      title: 'catalogue.part.results',
      columns: [
        textColumn('name', 'catalogue.edit.result.name', { isRequired: true, long: true }),
        textColumn('code', 'catalogue.edit.result.code', {}),
        certainty,
      ],
      blank: () => ({ name: '', ...checked }),
    },
    {
      list: 'legalBases',
      title: 'catalogue.part.legalBases',
      columns: [
        textColumn('number', 'catalogue.edit.basis.number', { isRequired: true }),
        textColumn('name', 'catalogue.edit.basis.name', { long: true }),
        textColumn('articles', 'catalogue.edit.basis.articles', {}),
      ],
      blank: () => ({ number: '' }),
    },
    {
      list: 'steps',
      title: 'catalogue.part.steps',
      columns: [
        textColumn('name', 'catalogue.edit.step.name', { isRequired: true, long: true }),
        textColumn('performer', 'catalogue.edit.step.performer', { long: true }),
        numberColumn('hours', 'catalogue.edit.step.hours', { decimal: true, most: 8000 }),
        textColumn('output', 'catalogue.edit.step.output', { long: true }),
      ],
      blank: () => ({ name: '' }),
    },
  ];
}

/** The printed form of a paper; electronic unless it was said to be. */
const formName: Column = {
  ...textColumn('form', 'catalogue.edit.paper.form', { path: ['form', 'name'] }),
  write: (row, text) => {
    if (text.trim() === '') return withValue(row, ['form'], undefined);
    const typed = withValue(row, ['form', 'name'], text.normalize('NFC').trim());
    return valueAt(typed, ['form', 'electronic']) === undefined
      ? withValue(typed, ['form', 'electronic'], false)
      : typed;
  },
};

/** `giay-to-4`: the first number no row has. */
function freeKey(stem: string, rows: readonly Row[]): string {
  const taken = new Set(rows.map(({ key }) => key));
  for (let number = rows.length + 1; ; number += 1)
    if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
}
