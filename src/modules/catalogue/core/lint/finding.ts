import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { RefusalParams } from '../../../../kernel/refusal.ts';
import type { ProcedureText } from '../procedure-text.ts';

/** `error`: not published while it stands. `warning`: told and published. */
export type Severity = 'error' | 'warning';

/** One reason, with its place in the text; its sentence is `catalogue.lint.<type>` of the texts. */
export interface Finding {
  readonly type: string;
  readonly severity: Severity;
  /** JSON Pointer into the text; empty for the whole. */
  readonly pointer: string;
  readonly params?: RefusalParams;
}

/** What stands ready around the text on its first day. */
export interface Surroundings {
  readonly on: PlainDate;
  readonly hasForm: boolean;
  /** Working hours of the running process by case; absent where the case has none. */
  readonly processHours: ReadonlyMap<string, number>;
  /** Whether a unit of this key, or its successor, exists on the day. */
  readonly hasUnit: (key: string) => boolean;
}

/** Says what is wrong with a text. */
export type LintRule = (text: ProcedureText, around: Surroundings) => readonly Finding[];
