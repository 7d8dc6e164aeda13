import type { DueState } from '../../../modules/privacy/contract.ts';

/** What falls due. */
export const dueAddress = '/can-bo/du-lieu-ca-nhan/luu-giu';
/** What is held back. */
export const holdsAddress = '/can-bo/du-lieu-ca-nhan/luu-giu/giu-lai';

/** One list to erase. */
export function erasureAddress(erasureId: string): string {
  return `/can-bo/du-lieu-ca-nhan/luu-giu/danh-muc/${erasureId}`;
}

interface Narrowed {
  readonly state?: DueState | undefined;
  readonly procedureCode?: string | undefined;
  readonly next?: string | undefined;
}

/** The list narrowed, below the page that shows it or its print. */
export function dueListAddress({ state, procedureCode, next }: Narrowed, print = false): string {
  const query = new URLSearchParams({
    ...(state !== undefined && { 'tinh-trang': state }),
    ...(procedureCode !== undefined && { 'thu-tuc': procedureCode }),
    ...(next !== undefined && { tu: next }),
  });
  const base = print ? `${dueAddress}/in` : dueAddress;
  return query.size === 0 ? base : `${base}?${query}`;
}
