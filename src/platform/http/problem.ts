import type { Refusal } from '../../kernel/refusal.ts';
import type { Locale } from '../../texts/locale.ts';
import { translate, translateRefusal } from '../../texts/translate.ts';
import { refusalStatus } from './refusal-status.ts';

/** RFC 9457 answer to a refused or failed request. */
export interface Problem {
  /** `urn:motcua:problem:` and the refusal's stable type. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** One sentence for people, in the language asked for. */
  readonly detail: string;
  /** Id of the HTTP request, as in the logs. */
  readonly requestId: string;
  readonly params?: Refusal['params'];
  /** What is wrong with which field; `pointer` is a JSON Pointer into the request body. */
  readonly errors?: readonly ProblemField[];
}

export interface ProblemField {
  readonly pointer: string;
  readonly type: string;
  readonly detail: string;
}

/** The wire shape of a refusal. */
export function problemOf(
  refusal: Refusal,
  request: { readonly id: string; readonly locale: Locale },
): Problem {
  const { locale, id } = request;
  return {
    type: `urn:motcua:problem:${refusal.type}`,
    title: translate(locale, `problem.title.${refusal.kind}`),
    status: refusalStatus[refusal.kind],
    detail: translateRefusal(locale, refusal),
    requestId: id,
    ...(refusal.params === undefined ? {} : { params: refusal.params }),
    ...(refusal.fields === undefined
      ? {}
      : { errors: refusal.fields.map((field) => fieldOf(field, locale)) }),
  };
}

/** The wire shape of a bug: no detail but the id under which it was logged. */
export function internalProblem(request: { readonly id: string; readonly locale: Locale }): Problem {
  return {
    type: 'urn:motcua:problem:http.internal',
    title: translate(request.locale, 'problem.title.internal'),
    status: 500,
    detail: translate(request.locale, 'http.internal', { requestId: request.id }),
    requestId: request.id,
  };
}

function fieldOf(field: NonNullable<Refusal['fields']>[number], locale: Locale): ProblemField {
  return { pointer: field.pointer, type: field.type, detail: translateRefusal(locale, field) };
}
