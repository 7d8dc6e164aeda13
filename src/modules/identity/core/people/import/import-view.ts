import type { WrongCell } from './wrong-cell.ts';

export const importStates = ['waiting', 'applied', 'discarded'] as const;
export type PeopleImportState = (typeof importStates)[number];

/** What taking a file in would do, or did. */
export interface PeopleImportEffect {
  /** Accounts opened. */
  readonly accounts: number;
  /** People with an account already who get posts. */
  readonly known: number;
  readonly posts: number;
}

/** An import in the list of the latest. */
export interface PeopleImportBrief {
  readonly importId: string;
  readonly fileName: string;
  readonly state: PeopleImportState;
  readonly stagedAt: Date;
  readonly read: number;
  /** Rows with something wrong. */
  readonly wrongRows: number;
}

/** A file of people as it was read, with what was wrong and what it does. */
export interface PeopleImportView extends PeopleImportBrief {
  readonly wrong: readonly WrongCell[];
  readonly effect: PeopleImportEffect;
  /** Something changed between the preview and taking in: it is to be looked at again. */
  readonly isRechecked: boolean;
  /** Accounts it opened whose owners have neither a password nor a code; the first that one printing takes. */
  readonly withoutCode: readonly string[];
}
