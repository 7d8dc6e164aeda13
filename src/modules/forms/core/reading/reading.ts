import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { RefusalParams } from '../../../../kernel/refusal.ts';
import type { AddressBook, Answer } from '../answers.ts';

/** What a form is evaluated against besides the answers. */
export interface FormContext {
  /** The day in Asia/Ho_Chi_Minh on which the evaluation counts. */
  readonly today: PlainDate;
  /** Key of the chosen case of the procedure; `$case` in conditions. */
  readonly caseKey: string;
  /** Answers to the questions that led to the case; `$question.<key>` in conditions. */
  readonly caseAnswers: Readonly<Record<string, string>>;
  /** Absent in the browser: then only the server checks that units are listed. */
  readonly addressBook?: AddressBook;
}

/** One raw value understood: what stays as the answer (nothing when empty or unusable), and what is refused. */
export interface Reading {
  readonly value?: Answer;
  readonly problems: readonly Problem[];
}

export interface Problem {
  /** `forms.…`, key of the sentence. */
  readonly type: string;
  readonly params?: RefusalParams;
  /** Pointer below the field, e.g. `/commune`. */
  readonly at?: string;
}

/** Nothing was given. */
export const empty: Reading = { problems: [] };

/** The value is not of the kind's shape at all: it cannot be shown again, so it does not stay. */
export const unusable: Reading = { problems: [{ type: 'forms.wrong-shape' }] };

/** The value stays, with what is wrong about it. */
export function kept(value: Answer, ...problems: readonly (Problem | undefined)[]): Reading {
  return { value, problems: problems.filter((problem) => problem !== undefined) };
}

/** A problem when `wrong` holds. */
export function when(wrong: boolean, type: string, params?: RefusalParams): Problem | undefined {
  if (!wrong) return undefined;
  return params === undefined ? { type } : { type, params };
}
