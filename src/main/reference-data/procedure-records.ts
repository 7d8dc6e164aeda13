import type { ProcedureRecordInput } from '../../modules/catalogue/public.ts';
import type { SectorRow } from './catalogue-lists.ts';
import type { ProcedureFile } from './procedures.ts';
import type { ProcessFile } from './processes.ts';
import type { UnitRow } from './units.ts';
import { type Certainty, isValidOn } from './vocabulary.ts';

/** What a procedure file refers to by key. */
export interface ProcedureReferences {
  readonly sectors: readonly SectorRow[];
  readonly units: readonly UnitRow[];
  readonly processes: readonly ProcessFile[];
}

type Content = ProcedureRecordInput['content'];

const applicantNames: Readonly<Record<ProcedureFile['applicants'][number], string>> = {
  citizen: 'Công dân Việt Nam',
  'overseas-vietnamese': 'Người Việt Nam định cư ở nước ngoài',
  foreigner: 'Người nước ngoài',
  organisation: 'Tổ chức (không bao gồm doanh nghiệp, hợp tác xã)',
  enterprise: 'Doanh nghiệp',
  household: 'Hộ gia đình, hộ kinh doanh',
};

/** What the catalogue takes. Throws when the file names a sector or a department that the data do not know. */
export function toProcedureRecord(
  file: ProcedureFile,
  references: ProcedureReferences,
): ProcedureRecordInput {
  const sector = references.sectors.find((row) => row.key === file.sector);
  if (!sector) throw new Error(`procedures/${file.code}.yaml: no sector ${file.sector}`);
  const { code, name, nameEn, shortName, levels, validFrom, validTo, routing } = file;
  return {
    code,
    name,
    nameEn,
    ...(shortName ? { shortName } : {}),
    sector: sector.name,
    sectorEn: sector.nameEn,
    ministry: sector.ministry,
    levels: [...levels],
    serviceLevel: isBelieved(file.serviceLevel) ? file.serviceLevel.level : 'unknown',
    routing: { kind: routing.kind, ...(routing.system ? { system: routing.system } : {}) },
    validFrom,
    ...(validTo ? { validTo } : {}),
    prominence: file.prominence,
    content: contentOf(file, references),
  };
}

function contentOf(file: ProcedureFile, references: ProcedureReferences): Content {
  const process = references.processes.find((candidate) => candidate.code === file.process);
  return {
    summary: file.summary,
    summaryEn: file.summaryEn,
    applicants: file.applicants.map((applicant) => applicantNames[applicant]),
    competentAgency: competentAgencyOf(file, references.units),
    coordinatingAgency: file.coordinatingAgency,
    channels: [...file.channels],
    questions: [...file.questions],
    cases: file.cases.map(assured),
    components: file.components.map(assured),
    dossierSets: file.dossierSets,
    timeLimits: file.timeLimits.map(assured),
    settledAtCounter: file.settledAtCounter,
    supplementRequests: file.supplementRequests,
    fees: file.fees.map(({ decidedByCouncil, ...fee }) => ({
      ...assured(fee),
      ...(decidedByCouncil ? { doubts: ['decided-by-council' as const] } : {}),
    })),
    results: file.results.map(({ note: _, ...result }) => assured(result)),
    requirements: [...file.requirements],
    legalBases: file.legalBases.map(({ number, name, articles }) => ({ number, name, articles })),
    steps: process ? process.steps.map(publishedStep) : [],
    decisions: file.decisions.map(({ kind, number }) => ({ kind, number })),
    keywords: [...file.keywords],
    sources: [file.source],
  };
}

function competentAgencyOf(file: ProcedureFile, units: readonly UnitRow[]): Content['competentAgency'] {
  const { rule, name, nameEn, certainty } = file.competentAgency;
  if (rule.kind !== 'department') return assured({ rule, name, nameEn, certainty });
  const unit = units.find(
    (candidate) => candidate.code === rule.code && isValidOn(candidate, file.validFrom),
  );
  if (!unit) throw new Error(`procedures/${file.code}.yaml: no unit with code ${rule.code}`);
  return assured({ rule: { kind: 'unit' as const, unitKey: unit.key }, name, nameEn, certainty });
}

function publishedStep(step: ProcessFile['steps'][number]): NonNullable<Content['steps']>[number] {
  return {
    name: step.name,
    nameEn: step.nameEn,
    performer: step.performerName,
    performerEn: step.performerNameEn,
    ...(step.kind === 'wait' ? {} : { hours: step.hours }),
    output: step.output,
  };
}

/** The catalogue knows two degrees: what is usual practice counts as checked, a forecast does not. */
function assured<T extends { readonly certainty: Certainty }>(fact: T) {
  return isBelieved(fact)
    ? { ...fact, certainty: 'verified' as const, doubts: [] }
    : { ...fact, certainty: 'unverified' as const, doubts: ['not-checked' as const] };
}

function isBelieved(fact: { readonly certainty: Certainty }): boolean {
  return fact.certainty === 'certain' || fact.certainty === 'practice';
}
