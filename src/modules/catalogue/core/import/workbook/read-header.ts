import type { CompetentAgency, ProcedureContent } from '../../content.ts';
import type { ProcedureRecord } from '../../procedure-record.ts';
import {
  agencyWords,
  certaintyWords,
  channelWords,
  doubtWords,
  levelWords,
  serviceLevelWords,
  yesNoWords,
} from '../../sheets/words.ts';
import type { RowReader } from './row-reader.ts';

type Header = Omit<ProcedureRecord, 'content' | 'validFrom' | 'validTo'>;
type HeaderContent = Pick<
  ProcedureContent,
  | 'summary'
  | 'applicants'
  | 'competentAgency'
  | 'coordinatingAgency'
  | 'channels'
  | 'dossierSets'
  | 'settledAtCounter'
  | 'supplementRequests'
  | 'requirements'
  | 'keywords'
  | 'sources'
>;

/** A row of the first sheet: what a procedure is, without its papers, times and fees. */
export function readHeader(
  row: RowReader<'procedures'>,
  code: string,
): { header: Header; content: HeaderContent } {
  const shortName = row.text('shortName');
  const ministry = row.text('ministry');
  return {
    header: {
      code,
      name: row.required('name'),
      ...(shortName && { shortName }),
      sector: row.required('sector'),
      ...(ministry && { ministry }),
      levels: levelsOf(row),
      serviceLevel: row.word('serviceLevel', serviceLevelWords) ?? 'unknown',
      routing: { kind: 'here' },
      prominence: row.number('prominence', { min: 0, max: 100 }) ?? 0,
    },
    content: contentOf(row),
  };
}

function levelsOf(row: RowReader<'procedures'>): Header['levels'] {
  row.required('levels');
  return row.words('levels', levelWords);
}

function contentOf(row: RowReader<'procedures'>): HeaderContent {
  const summary = row.text('summary');
  const coordinatingAgency = row.text('coordinating');
  const dossierSets = row.number('dossierSets', { min: 1, max: 20 });
  return {
    ...(summary && { summary }),
    applicants: row.lines('applicants'),
    competentAgency: agencyOf(row),
    ...(coordinatingAgency && { coordinatingAgency }),
    channels: row.words('channels', channelWords),
    ...(dossierSets && { dossierSets }),
    settledAtCounter: row.word('atCounter', yesNoWords) === 'yes',
    supplementRequests: row.number('supplements', { min: 0, max: 5 }) ?? 1,
    requirements: row.lines('requirements'),
    keywords: row.lines('keywords'),
    sources: row.lines('sources'),
  };
}

function agencyOf(row: RowReader<'procedures'>): CompetentAgency {
  const name = row.text('agency');
  const kind = row.word('agencyRule', agencyWords) ?? 'named';
  const said = row.word('agencyCertainty', certaintyWords);
  const given = row.words('agencyDoubts', doubtWords);
  const found = kind === 'named' && name === undefined ? (['no-agency'] as const) : [];
  const doubts = given.length > 0 || said === 'verified' ? given : [...found];
  return {
    rule: ruleOf(row, kind),
    ...(name && { name }),
    certainty: said ?? (doubts.length > 0 ? 'unverified' : 'verified'),
    doubts,
  };
}

function ruleOf(row: RowReader<'procedures'>, kind: keyof typeof agencyWords): CompetentAgency['rule'] {
  if (kind === 'named') return { kind };
  if (kind !== 'unit') return { kind: 'commune', place: kind };
  return { kind, unitKey: row.required('agencyUnit') };
}
