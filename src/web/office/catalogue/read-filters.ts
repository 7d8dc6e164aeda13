import {
  type Lack,
  type Level,
  lacks,
  type OfficeState,
  officeStates,
  type ServiceLevel,
} from '../../../modules/catalogue/contract.ts';
import { filters } from './addresses.ts';

export const levels = ['commune', 'province', 'ministry', 'other'] as const satisfies readonly Level[];
export const serviceLevels = [
  'full',
  'part',
  'information',
  'unknown',
] as const satisfies readonly ServiceLevel[];

/** What the list is asked for. */
export interface ListFilterValues {
  readonly q: string;
  readonly sector?: string;
  readonly level?: Level;
  readonly serviceLevel?: ServiceLevel;
  readonly state?: OfficeState;
  readonly lack?: Lack;
  readonly after?: string;
}

/** The filters in an address; what is none of ours is left out. */
export function readFilters(params: URLSearchParams): ListFilterValues {
  const said = (name: string) => params.get(name)?.trim() || undefined;
  const oneOf = <T extends string>(words: readonly T[], name: string) =>
    words.find((word) => word === said(name));
  const sector = said(filters.sector);
  const level = oneOf(levels, filters.level);
  const serviceLevel = oneOf(serviceLevels, filters.serviceLevel);
  const state = oneOf(officeStates, filters.state);
  const lack = oneOf(lacks, filters.lack);
  const after = said(filters.after);
  return {
    q: (said(filters.q) ?? '').slice(0, 200),
    ...(sector && { sector }),
    ...(level && { level }),
    ...(serviceLevel && { serviceLevel }),
    ...(state && { state }),
    ...(lack && { lack }),
    ...(after && /^\d\.\d{6}$/.test(after) && { after }),
  };
}
