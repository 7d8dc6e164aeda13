import { data } from 'react-router';
import type { Refusal } from '../kernel/refusal.ts';
import type { Result } from '../kernel/result.ts';
import { refusalStatus } from '../platform/http/refusal-status.ts';

/** What an action returns to its page when the business said no: shown with `<ErrorSummary refusal={…} />`. */
export interface RefusedPage {
  readonly refusal: Refusal;
}

/** The answer of an action that was refused: the page again, with the refusal and its status. */
export function refusedPage<More extends object>(refusal: Refusal, more?: More) {
  return data({ refusal, ...more } as RefusedPage & More, { status: refusalStatus[refusal.kind] });
}

/** The value of a result a page cannot do without; a refusal becomes the designed error page of its kind. */
export function orErrorPage<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw data({ refusal: result.refusal }, { status: refusalStatus[result.refusal.kind] });
}

/** The refusal carried by a thrown answer, when there is one. */
export function refusalOf(payload: unknown): Refusal | undefined {
  if (typeof payload !== 'object' || payload === null || !('refusal' in payload)) return undefined;
  return payload.refusal as Refusal;
}
