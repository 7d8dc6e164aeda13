/** One thing wrong with one field of a request; `pointer` is a JSON Pointer (RFC 6901) into the request body. */
export interface FieldRefusal {
  readonly pointer: string;
  /** Stable key of the sentence shown to the user: `refusals.json`, `<type>`. */
  readonly type: string;
  readonly params?: RefusalParams;
}

export type RefusalParams = Readonly<Record<string, string | number>>;

/**
 * A business "no": expected, explained, and a value rather than an exception. `type` is stable, dotted by
 * module (`dossiers.stale-version`); its sentence lives in the texts catalogue. Only routes know HTTP.
 */
export interface Refusal {
  readonly type: string;
  readonly kind: RefusalKind;
  readonly params?: RefusalParams;
  readonly fields?: readonly FieldRefusal[];
}

/** What a route makes of it: 422, 409, 403, 404, 401, 429, 413, 503. */
export type RefusalKind =
  | 'invalid'
  | 'conflict'
  | 'forbidden'
  | 'not-found'
  | 'unauthenticated'
  | 'too-many'
  | 'too-large'
  | 'unavailable';
