import type { PlainDate } from '../../../kernel/plain-date.ts';

/**
 * The answer of a field by its kind: text kinds, choice, `date` (`YYYY-MM-DD`) and `partialDate` (also `YYYY`,
 * `YYYY-MM`) are text; number and money are numbers; yesNo is a boolean; multiChoice a list of values; a repeat a
 * list of rows. A text that could not be understood stays as typed, so that it can be shown again and corrected.
 */
export type Answer = string | number | boolean | readonly string[] | AddressAnswer | readonly Answers[];

/** Answers by field key. */
export interface Answers {
  readonly [key: string]: Answer;
}

/** Unit codes are those of the General Statistics Office as published on day `on`. */
export interface AddressAnswer {
  readonly on: PlainDate;
  readonly province: string;
  /** Code of the commune; absent when the installation has no list for that province on that day. */
  readonly commune?: string;
  /** The commune (and district, of old) in words, when no list exists. */
  readonly communeText?: string;
  readonly detail?: string;
}

/** Units as they stood on a day. The server always gives one; a browser without it leaves membership to the server. */
export interface AddressBook {
  provinces(on: PlainDate): readonly AddressUnit[];
  /** Undefined when the installation keeps no list of that province's communes on that day. */
  communes(province: string, on: PlainDate): readonly AddressUnit[] | undefined;
  /** The commune of that day, and who stands in its place on another; undefined where nothing came of it, or nothing changed. */
  after(commune: string, from: PlainDate, on: PlainDate): AddressHeirs | undefined;
}

/** What became of a commune. */
export interface AddressHeirs {
  readonly name: string;
  readonly heirs: readonly string[];
}

export interface AddressUnit {
  readonly code: string;
  readonly name: string;
}
