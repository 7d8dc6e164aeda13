import type { Refusal } from '../../../kernel/refusal.ts';

/** Address of the citizens' sign-in page, with the way back and what went wrong. */
export function signInAddress(returnPath?: string, refusal?: Refusal): string {
  return withQuery('/dang-nhap', returnPath, refusal);
}

/** Address of the officers' sign-in page, with the way back and what went wrong. */
export function officeSignInAddress(returnPath?: string, refusal?: Refusal): string {
  return withQuery('/can-bo/dang-nhap', returnPath, refusal);
}

/** Address of the page where officers prove anew who they are, likewise. */
export function proveAddress(returnPath: string, refusal?: Refusal): string {
  return withQuery('/can-bo/xac-thuc', returnPath, refusal);
}

/** Where the officers' browser leaves for the province's issuer; `anew` proves the session's owner once more. */
export function provinceAddress(returnPath: string, anew = false): string {
  return `/can-bo/dang-nhap/tinh?${anew ? 'lai=1&' : ''}tiep=${encodeURIComponent(returnPath)}`;
}

function withQuery(path: string, returnPath?: string, refusal?: Refusal): string {
  const query = new URLSearchParams();
  if (refusal) query.set('loi', refusal.type);
  if (returnPath && returnPath !== '/') query.set('tiep', returnPath);
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
