import type { ReportState } from '../../../modules/catalogue/contract.ts';

/** Addresses of reports of a wrong list. */
export const reportsHome = '/can-bo/bao-sai';
export const ownReportsAddress = `${reportsHome}/cua-toi`;
export const reportCountsAddress = `${reportsHome}/so-lieu`;
export const unlistedAsksAddress = `${reportsHome}/doi-them`;

export function reportAddress(reportId: string): string {
  return `${reportsHome}/${reportId}`;
}

/** The form, with what is known already. */
export function newReportAddress(known: {
  readonly versionId: string;
  readonly componentKey?: string;
  readonly dossierId?: string;
}): string {
  const query = new URLSearchParams({ ban: known.versionId });
  if (known.componentKey !== undefined) query.set('giay-to', known.componentKey);
  if (known.dossierId !== undefined) query.set('ho-so', known.dossierId);
  return `${reportsHome}/moi?${query}`;
}

/** Words of the states in the address. */
export const stateWords = {
  open: 'cho-tra-loi',
  overdue: 'qua-han',
  inTime: 'dung-han',
  late: 'tre-han',
  answered: 'da-tra-loi',
  all: 'tat-ca',
} as const satisfies Record<ReportState, string>;

export interface ReportFilter {
  readonly state: ReportState;
  readonly unit?: string | undefined;
  readonly code?: string | undefined;
}

export function reportListAddress({ state, unit, code }: ReportFilter, after?: string): string {
  const query = new URLSearchParams({ 'tinh-trang': stateWords[state] });
  if (unit !== undefined) query.set('don-vi', unit === 'citizens' ? 'nguoi-dan' : unit);
  if (code !== undefined) query.set('thu-tuc', code);
  if (after !== undefined) query.set('sau', after);
  return `${reportsHome}?${query}`;
}

/** The filter an address means; what is none of ours is left out. */
export function reportFilterOf(params: URLSearchParams): ReportFilter {
  const states = Object.keys(stateWords) as ReportState[];
  const state = states.find((each) => stateWords[each] === params.get('tinh-trang')) ?? 'open';
  const unit = params.get('don-vi') ?? undefined;
  const code = params.get('thu-tuc') ?? undefined;
  return {
    state,
    ...(unit !== undefined && { unit: unit === 'nguoi-dan' ? 'citizens' : unit }),
    ...(code !== undefined && { code }),
  };
}
