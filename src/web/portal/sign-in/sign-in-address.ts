import type { Refusal } from '../../../kernel/refusal.ts';

/** Address of the citizens' sign-in page, with the way back and what went wrong. */
export function signInAddress(returnPath?: string, refusal?: Refusal): string {
  return withQuery('/dang-nhap', returnPath, refusal);
}

/** Address of the officers' sign-in page with the way back. */
export function officeSignInAddress(returnPath?: string): string {
  return withQuery('/can-bo/dang-nhap', returnPath);
}

function withQuery(path: string, returnPath?: string, refusal?: Refusal): string {
  const query = new URLSearchParams();
  if (refusal) query.set('loi', refusal.type);
  if (returnPath && returnPath !== '/') query.set('tiep', returnPath);
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
