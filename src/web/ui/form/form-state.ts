import { createContext, useContext } from 'react';
import type { AddressUnit, FormContext } from '../../../modules/forms/contract.ts';

/** What the controls of a form show now. Pointers are those of the answers: `/children/0/name`. */
export interface FormState {
  /** Answers as typed: what a control begins with. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly visible: ReadonlySet<string>;
  readonly required: ReadonlySet<string>;
  /** The sentence of what is wrong, by pointer. */
  readonly problems: ReadonlyMap<string, string>;
  /** Pointers of the answers taken from the person's account. */
  readonly marked: ReadonlySet<string>;
  readonly context: Pick<FormContext, 'today'>;
  readonly units: AddressUnits;
  /** Whoever fills the form in says their own facts: a browser may offer what it knows of them. */
  readonly isOwn: boolean;
  readonly rows: RowActions;
}

/** Units by `unitsKey`; `null` where no list is kept. A key that is absent has not been fetched yet. */
export type AddressUnits = Readonly<Record<string, readonly AddressUnit[] | null>>;

/** Adding and removing rows on the spot; without script the buttons send the form instead. */
export interface RowActions {
  /** Stable keys of the rows of a repeat, in order; undefined without script. */
  keysOf(key: string): readonly number[] | undefined;
  change(change: string): void;
  /** Asks for the units behind `unitsKey` where they are not known yet. */
  wantUnits(key: string): void;
}

/** Under what the units of a day, or the communes of a province on that day, are kept. */
export function unitsKey(on: string, province?: string): string {
  return province === undefined ? on : `${on}@${province}`;
}

export const FormStateContext = createContext<FormState | undefined>(undefined);

export function useFormState(): FormState {
  const state = useContext(FormStateContext);
  if (state === undefined) throw new Error('a form control stands outside its form');
  return state;
}
