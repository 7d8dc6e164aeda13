import type { FieldRefusal, Refusal, RefusalKind, RefusalParams } from './refusal.ts';

/** The outcome of something that may be refused. */
export type Result<T> = { readonly ok: true; readonly value: T } | Refused;

export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
}

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Builds a refused result; `type` is the stable key of the sentence the user reads. */
export function refuse(
  kind: RefusalKind,
  type: string,
  more: { params?: RefusalParams; fields?: readonly FieldRefusal[] } = {},
): Refused {
  return { ok: false, refusal: { kind, type, ...more } };
}

/** The same at one field of the input, named by its JSON Pointer: the sentence stands there. */
export function refuseField(
  pointer: `/${string}`,
  type: string,
  { kind = 'invalid', params }: { kind?: RefusalKind; params?: RefusalParams } = {},
): Refused {
  const said = { type, ...(params && { params }) };
  return { ok: false, refusal: { kind, ...said, fields: [{ pointer, ...said }] } };
}
