import type { CompetentAgency, Component, Fee, TimeLimit } from '../content.ts';
import type { FeeRule } from '../fee-rule.ts';
import type { ProcedureRecord } from '../procedure-record.ts';
import type { ColumnKey } from '../sheets/columns.ts';
import type { SheetKey } from '../sheets/sheet-names.ts';
import * as words from '../sheets/words.ts';

type Cell = string | number | undefined;
export type SheetRow<Sheet extends SheetKey> = Partial<Record<ColumnKey<Sheet>, Cell>>;
export type SheetRows = { readonly [Sheet in SheetKey]: readonly SheetRow<Sheet>[] };

/** A procedure as the rows of a workbook's sheets; reading them again gives the same procedure. */
export function toRows(record: ProcedureRecord): SheetRows {
  const { code, content } = record;
  return {
    procedures: [headerRow(record)],
    cases: content.cases.map(({ key, name, note, ...fact }) => ({
      code,
      key,
      name,
      note,
      ...assurance(fact),
    })),
    components: content.components.map((component) => paperRow(code, component)),
    timeLimits: content.timeLimits.map((limit) => timeRow(code, limit)),
    fees: content.fees.map((fee) => feeRow(code, fee)),
    results: content.results.map(({ name, code: typeCode, ...fact }) => ({
      code,
      name,
      typeCode,
      ...assurance(fact),
    })),
    legalBases: content.legalBases.map((basis) => ({ code, ...basis })),
    steps: content.steps.map(({ name, performer, hours, output }) => ({
      code,
      name,
      performer,
      hours,
      output,
    })),
    decisions: content.decisions.map(({ kind, number, on, signer, change }) => ({
      code,
      kind: words.decisionKindWords[kind],
      number,
      on: dayText(on),
      signer,
      change: change && words.changeWords[change],
    })),
  };
}

function headerRow(record: ProcedureRecord): SheetRow<'procedures'> {
  const { content } = record;
  const agency = assurance(content.competentAgency);
  return {
    code: record.code,
    name: record.name,
    shortName: record.shortName,
    sector: record.sector,
    ministry: record.ministry,
    levels: lines(record.levels.map((level) => words.levelWords[level])),
    serviceLevel: words.serviceLevelWords[record.serviceLevel],
    validFrom: dayText(record.validFrom),
    ...agencyCells(content.competentAgency),
    agencyCertainty: agency.certainty,
    agencyDoubts: agency.doubts,
    coordinating: content.coordinatingAgency,
    applicants: lines(content.applicants),
    channels: lines(content.channels.map((channel) => words.channelWords[channel])),
    summary: content.summary,
    requirements: lines(content.requirements),
    dossierSets: content.dossierSets,
    supplements: content.supplementRequests,
    atCounter: words.yesNoWords[content.settledAtCounter ? 'yes' : 'no'],
    keywords: lines(content.keywords),
    sources: lines(content.sources),
    prominence: record.prominence,
  };
}

function agencyCells({ rule, name }: CompetentAgency): SheetRow<'procedures'> {
  const kind = rule.kind === 'commune' ? rule.place : rule.kind;
  return {
    agency: name,
    agencyRule: words.agencyWords[kind],
    agencyUnit: rule.kind === 'unit' ? rule.unitKey : undefined,
  };
}

function paperRow(code: string, paper: Component): SheetRow<'components'> {
  return {
    code,
    key: paper.key,
    name: paper.name,
    mode: words.modeWords[paper.mode],
    ...scope(paper),
    condition: paper.condition?.text,
    originals: paper.originals,
    copies: paper.copies,
    certifiedCopies: paper.certifiedCopies,
    alternatives: lines(paper.alternatives ?? []),
    formName: paper.form?.name,
    formFile: paper.form?.file,
    formElectronic: paper.form && words.yesNoWords[paper.form.electronic ? 'yes' : 'no'],
    heldIn: paper.heldIn,
    note: paper.note,
    ...assurance(paper),
  };
}

function timeRow(code: string, limit: TimeLimit): SheetRow<'timeLimits'> {
  const { rule } = limit;
  return {
    code,
    ...scope(limit),
    amount: rule?.amount,
    unit: rule && words.timeUnitWords[rule.unit],
    cutOff: rule?.cutOff ?? undefined,
    dueAt: rule && words.dueAtWords[rule.dueAt],
    roll: rule && words.rollWords[rule.roll],
    asPublished: limit.asPublished,
    note: limit.note,
    ...assurance(limit),
  };
}

function feeRow(code: string, fee: Fee): SheetRow<'fees'> {
  return {
    code,
    key: fee.key,
    name: fee.name,
    type: words.feeTypeWords[fee.type],
    ...scope(fee),
    ...ruleCells(fee.rule),
    asPublished: fee.asPublished,
    exemptions: lines(fee.exemptions),
    basis: fee.basis,
    note: fee.note,
    ...assurance(fee),
  };
}

function ruleCells(rule: FeeRule | undefined): SheetRow<'fees'> {
  if (rule === undefined) return {};
  const kind = words.feeKindWords[rule.kind];
  if (rule.kind === 'free') return { kind };
  if (rule.kind === 'fixed') return { kind, amount: rule.amount };
  return {
    kind,
    unit: words.feeUnitWords[rule.unit],
    tiers: lines(rule.tiers.map(({ upTo, each }) => `${upTo ?? 'còn lại'}: ${each}`)),
    cap: rule.cap,
    times: rule.times && words.feeUnitWords[rule.times],
  };
}

function scope({ cases, channels }: Pick<Fee, 'cases' | 'channels'>) {
  return {
    cases: lines(cases ?? []),
    channels: lines((channels ?? []).map((channel) => words.channelWords[channel])),
  };
}

function assurance({ certainty, doubts }: Pick<Fee, 'certainty' | 'doubts'>) {
  return {
    certainty: words.certaintyWords[certainty],
    doubts: lines(doubts.map((doubt) => words.doubtWords[doubt])),
  };
}

/** One a line; nothing for none. */
function lines(items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : items.join('\n');
}

function dayText(day: string | undefined): string | undefined {
  return day?.split('-').reverse().join('/');
}
