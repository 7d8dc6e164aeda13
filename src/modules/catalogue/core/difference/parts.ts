import type { ProcedureText } from '../procedure-text.ts';

/** Any entry of a list of a text: a paper, a fee, a case… */
export type Entry = Readonly<Record<string, unknown>>;

/** What an entry is called: its key where it has one, and its name in words. */
export interface Identity {
  readonly key?: string;
  readonly name: string;
}

/** A list whose entries are told apart by what they are, never by their place. */
export interface ListPart {
  readonly part: string;
  readonly entriesOf: (text: ProcedureText) => readonly Entry[];
  readonly identityOf: (entry: Entry) => Identity;
  /** Fields compared one by one, in the order in which they are told. */
  readonly fields: readonly string[];
}

/** A single fact. */
export interface ScalarPart {
  readonly part: string;
  readonly factOf: (text: ProcedureText) => unknown;
}

const scope = ['cases', 'channels'];
const assurance = ['note', 'certainty'];

/** Facts told alone, in the order of a decision's annex. */
export const scalarParts: readonly ScalarPart[] = [
  { part: 'name', factOf: (text) => text.name },
  { part: 'sector', factOf: (text) => text.sector },
  { part: 'ministry', factOf: (text) => text.ministry },
  { part: 'levels', factOf: (text) => text.levels },
  { part: 'serviceLevel', factOf: (text) => text.serviceLevel },
  { part: 'routing', factOf: (text) => text.routing },
  { part: 'summary', factOf: ({ content }) => content.summary },
  { part: 'applicants', factOf: ({ content }) => content.applicants },
  {
    part: 'competentAgency',
    factOf: ({ content: { competentAgency } }) => ({
      name: competentAgency.name,
      rule: competentAgency.rule,
    }),
  },
  { part: 'coordinatingAgency', factOf: ({ content }) => content.coordinatingAgency },
  { part: 'channels', factOf: ({ content }) => content.channels },
  { part: 'dossierSets', factOf: ({ content }) => content.dossierSets },
  { part: 'settledAtCounter', factOf: ({ content }) => content.settledAtCounter },
  { part: 'supplementRequests', factOf: ({ content }) => content.supplementRequests },
  { part: 'supplementEffect', factOf: ({ content }) => content.supplementEffect },
  { part: 'onlinePayment', factOf: ({ content }) => content.onlinePayment },
  { part: 'publicPost', factOf: ({ content }) => content.publicPost },
  { part: 'interconnection', factOf: ({ content }) => content.interconnection },
  { part: 'requirements', factOf: ({ content }) => content.requirements },
  { part: 'keywords', factOf: ({ content }) => content.keywords },
];

/** Lists, each entry with its identity. */
export const listParts: readonly ListPart[] = [
  {
    part: 'questions',
    entriesOf: ({ content }) => content.questions,
    identityOf: (entry) => ({ key: textOf(entry.key), name: textOf(entry.text) }),
    fields: ['text', 'options'],
  },
  {
    part: 'cases',
    entriesOf: ({ content }) => content.cases,
    identityOf: keyed,
    fields: ['name', 'when', ...assurance],
  },
  {
    part: 'components',
    entriesOf: ({ content }) => content.components,
    identityOf: keyed,
    fields: [
      'name',
      'mode',
      'originals',
      'copies',
      'certifiedCopies',
      ...scope,
      'condition',
      'alternatives',
      'form',
      'heldIn',
      'digitisable',
      ...assurance,
    ],
  },
  {
    part: 'timeLimits',
    entriesOf: ({ content }) => content.timeLimits,
    // A time limit is told apart by what it is for.
    identityOf: (entry) => ({ key: `${listOf(entry.cases)}|${listOf(entry.channels)}`, name: '' }),
    fields: ['rule', 'asPublished', ...assurance],
  },
  {
    part: 'fees',
    entriesOf: ({ content }) => content.fees,
    identityOf: keyed,
    fields: [
      'name',
      'type',
      'rule',
      'asPublished',
      ...scope,
      'exemptions',
      'reductions',
      'basis',
      ...assurance,
    ],
  },
  {
    part: 'results',
    entriesOf: ({ content }) => content.results,
    identityOf: (entry) => ({ ...(entry.code ? { key: textOf(entry.code) } : {}), name: textOf(entry.name) }),
    fields: ['name', 'code', 'certainty'],
  },
  {
    part: 'legalBases',
    entriesOf: ({ content }) => content.legalBases,
    identityOf: (entry) => ({ key: textOf(entry.number), name: textOf(entry.number) }),
    fields: ['name', 'articles'],
  },
  {
    part: 'steps',
    entriesOf: ({ content }) => content.steps,
    identityOf: (entry) => ({ name: textOf(entry.name) }),
    fields: ['name', 'performer', 'hours', 'output'],
  },
  {
    part: 'decisions',
    entriesOf: ({ content }) => content.decisions,
    identityOf: (entry) => ({
      key: `${textOf(entry.kind)}|${textOf(entry.number)}`,
      name: textOf(entry.number),
    }),
    fields: ['on', 'signer', 'change'],
  },
];

function keyed(entry: Entry): Identity {
  return { key: textOf(entry.key), name: textOf(entry.name) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function listOf(value: unknown): string {
  return Array.isArray(value) ? value.toSorted().join(',') : '';
}
