import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { CompetentAgency, Level, ProcedureContent } from '../content.ts';
import type { ProcedureRecord } from '../procedure-record.ts';
import { byChannel, channelsOf } from './by-channel.ts';
import { cleanText, someText } from './clean-text.ts';
import { readFee } from './read-fee.ts';
import { readPapers } from './read-papers.ts';
import { readTimeLimit } from './read-time-limit.ts';
import type { SourceRecord } from './source-record.ts';

const levels: Readonly<Record<SourceRecord['levels'][number], Level>> = {
  'Cấp bộ': 'ministry',
  'Cấp tỉnh': 'province',
  'Cấp huyện': 'district',
  'Cấp xã': 'commune',
  'Cơ quan khác': 'other',
};

/** Standing of the everyday procedures of an import among the shipped ones (0–100). */
const everydayProminence = 30;
const officials = ['Cán bộ', 'công chức', 'viên chức'] as const;
const resultCode = /^KQ\.[A-Z]\d{2}\.\d{6}$/;

/** A procedure of the national database as a version of ours, what looks wrong left unverified. */
export function toProcedureRecord(source: SourceRecord, validFrom: PlainDate): ProcedureRecord {
  const ministry = someText(source.ministry);
  return {
    code: source.code,
    name: cleanText(source.name),
    sector: cleanText(source.sector),
    ...(ministry ? { ministry } : {}),
    levels: [...new Set(source.levels.map((level) => levels[level]))],
    serviceLevel: 'unknown',
    routing: { kind: 'here' },
    validFrom,
    prominence: source.everyday ? everydayProminence : 0,
    content: toContent(source),
  };
}

function toContent(source: SourceRecord): ProcedureContent {
  const coordinatingAgency = someText(source.coordinatingAgency);
  const number = someText(source.decisionNo);
  return {
    applicants: joinOfficials(source.applicants.map(cleanText).filter((name) => name !== '')),
    competentAgency: agencyOf(source),
    ...(coordinatingAgency ? { coordinatingAgency } : {}),
    channels: channelsOf(source.channels),
    questions: [],
    ...readPapers(source.componentGroups),
    timeLimits: byChannel(source.channels, readTimeLimit),
    settledAtCounter: false,
    supplementRequests: 1,
    fees: byChannel(source.channels, (entries) => readFee(entries, source.sector)).map((fee, index) => ({
      key: `phi-${index + 1}`,
      name: 'Phí, lệ phí',
      type: 'unknown' as const,
      exemptions: [],
      ...fee,
    })),
    results: resultsOf(source),
    requirements: [],
    legalBases: [...new Set(source.legalBasisNumbers.map(cleanText))]
      .filter((basis) => basis !== '')
      .map((basis) => ({ number: basis })),
    steps: [],
    decisions: number ? [{ kind: 'ministry', number }] : [],
    keywords: [],
    sources: ['Cơ sở dữ liệu quốc gia về thủ tục hành chính'],
  };
}

function agencyOf(source: SourceRecord): CompetentAgency {
  const name = someText(source.competentAgency) ?? someText(source.implementingAgency);
  const rule = { kind: 'named' as const };
  return name
    ? { rule, name, certainty: 'verified', doubts: [] }
    : { rule, certainty: 'unverified', doubts: ['no-agency'] };
}

function resultsOf(source: SourceRecord): ProcedureContent['results'] {
  return source.results.flatMap((result) => {
    const name = someText(result.name);
    if (!name) return [];
    const code = resultCode.test(result.code.trim()) ? { code: result.code.trim() } : {};
    return [{ name, ...code, certainty: 'verified' as const, doubts: [] }];
  });
}

/** The source splits "Cán bộ, công chức, viên chức" at its commas. */
function joinOfficials(applicants: readonly string[]): string[] {
  const [first, second, third] = officials;
  const at = applicants.indexOf(first);
  if (at < 0 || applicants[at + 1] !== second || applicants[at + 2] !== third) return [...applicants];
  return [...applicants.slice(0, at), officials.join(', '), ...applicants.slice(at + 3)];
}
