import { type LateFilter, lateFilter } from '../../../modules/dossiers/contract.ts';

export const lateAddress = '/can-bo/tre-han';

/** What the address narrows the list to; what cannot be read narrows nothing. */
export function lateFilterIn(search: URLSearchParams): LateFilter {
  const unit = search.get('don-vi');
  const cause = search.get('do-don-vi');
  const essential = search.get('thiet-yeu') === '1';
  const given = { ...(unit && { unit }), ...(cause && { cause }), ...(essential && { essential }) };
  return lateFilter.safeParse(given).data ?? {};
}

/** The query of an address that narrows so; `after` walks on. */
export function lateQuery({ unit, cause, essential }: LateFilter, after?: string): string {
  const query = new URLSearchParams();
  if (unit !== undefined) query.set('don-vi', unit);
  if (cause !== undefined) query.set('do-don-vi', cause);
  if (essential) query.set('thiet-yeu', '1');
  if (after !== undefined) query.set('sau', after);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
