import type { RefusalKind } from '../../kernel/refusal.ts';

/** HTTP status of each kind of refusal: the one place that knows. */
export const refusalStatus: Readonly<Record<RefusalKind, number>> = {
  invalid: 422,
  conflict: 409,
  forbidden: 403,
  'not-found': 404,
  unauthenticated: 401,
  'too-many': 429,
  'too-large': 413,
  unavailable: 503,
};
