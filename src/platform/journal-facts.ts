/**
 * A text that stands in the journal for ever as it is: a key, a number of a public paper, a digest, a moment, a name the office
 * itself publishes.
 */
export type JournalWord = string & { readonly __kind: 'journal-word' };

/** What facts of an action that pass through several hands may be. */
export type JournalValue =
  | JournalWord
  | (string & { readonly __kind: string })
  | number
  | boolean
  | null
  | undefined
  | readonly JournalValue[]
  | { readonly [name: string]: JournalValue };

export type JournalFacts = Readonly<Record<string, JournalValue>>;

/** Why a plain text does not compile as a fact. */
interface FreeText {
  readonly 'free text cannot be erased from the journal: keep it in a column, or say what it is by journalKey or published': never;
}

/** The facts as they may be written: every text in them is an id, a day, a word of a list or a `JournalWord`. */
export type Lasting<T> = T extends string
  ? string extends T
    ? FreeText
    : T
  : T extends number | boolean | null | undefined
    ? T
    : T extends readonly (infer Each)[]
      ? readonly Lasting<Each>[]
      : T extends object
        ? { readonly [Name in keyof T]: Lasting<T[Name]> }
        : FreeText;

/** No blank, no line, no sentence: what somebody writes about a person in words does not fit. */
const keyLike = /^[\p{L}\p{N}{(][\p{L}\p{N}._:/+=%{}()-]{0,119}$/u;

/** A text that is a key by its nature. What does not look like one is not written, whoever sent it. */
export function journalKey(text: string): JournalWord {
  return (keyLike.test(text) ? text : 'not-a-key') as JournalWord;
}

/** What the office publishes about itself, such as name and codes of a unit: nothing about a person. */
export function published(facts: object): JournalFacts {
  return { ...facts };
}
