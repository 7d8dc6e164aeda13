import type { RefusalParams } from '../../../../kernel/refusal.ts';
import type { TextKey } from '../../../../texts/catalogue.ts';
import type { DueRule } from './due-rule.ts';
import type { Suspension } from './suspension.ts';

/** What a due time depends on, besides the calendar. An open suspension is taken to end at `asOf`. */
export interface DueCase {
  readonly rule: DueRule;
  readonly receivedAt: Date;
  readonly asOf: Date;
  readonly suspensions: readonly Suspension[];
}

/** A due time and how much of it is gone; minutes are running office minutes (wall minutes for calendar units). */
export interface Due {
  readonly dueAt: Date;
  /** From the first countable minute to the earlier of `asOf` and the due time. */
  readonly usedMinutes: number;
  /** From `asOf` to the due time; negative when late. */
  readonly leftMinutes: number;
  /** True where the count touches days whose calendar has not been decided officially. */
  readonly forecast: boolean;
}

/**
 * One line of the explanation: a key of `texts/vi/process.json` and its values. Values that are dates are `YYYY-MM-DD`,
 * times of day `HH:MM`, `minutes` a duration; the renderer writes them in the reader's language.
 */
export interface ExplanationLine {
  readonly key: ExplanationKey;
  readonly params: RefusalParams;
}

export type ExplanationKey = Extract<TextKey, `process.due.${string}`>;

/** What was promised on the receipt: issued once, stored with its explanation, never moved by an edited calendar. */
export interface DuePromise {
  readonly dueAt: Date;
  readonly forecast: boolean;
  /** Vietnamese sentences, in order. */
  readonly explanation: readonly string[];
}

/** What is left of the time limit while the clock is suspended, in the unit it is counted in: a row that need not change as minutes pass. */
export interface Remaining {
  readonly unit: 'working-days' | 'working-minutes' | 'calendar-days';
  readonly amount: number;
}
