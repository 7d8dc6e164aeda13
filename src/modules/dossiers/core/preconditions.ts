import type { Precondition } from '../../process/public.ts';

/** What is known of a dossier when its step wants to go forward. */
export interface PreconditionFacts {
  readonly components: readonly {
    readonly need: string;
    readonly byForm: boolean;
    readonly isChecked: boolean;
  }[];
  readonly fee: { readonly due: number | undefined; readonly collected: number };
  readonly resultFiles: number;
  readonly missingOpinions: number;
}

/** The preconditions that hold: every required paper seen by an officer, the fee by rule taken, a result attached … */
export function metPreconditions(facts: PreconditionFacts): readonly Precondition[] {
  const holds: Readonly<Record<Precondition, boolean>> = {
    'papers-checked': facts.components.every(
      ({ need, byForm, isChecked }) => need !== 'required' || byForm || isChecked,
    ),
    // A fee nobody knows by rule is settled once something was taken for it.
    'fee-settled':
      facts.fee.due === undefined ? facts.fee.collected > 0 : facts.fee.collected >= facts.fee.due,
    'result-file': facts.resultFiles > 0,
    'opinions-in': facts.missingOpinions === 0,
  };
  const all: readonly Precondition[] = ['papers-checked', 'fee-settled', 'result-file', 'opinions-in'];
  return all.filter((each) => holds[each]);
}
