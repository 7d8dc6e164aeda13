import type { Scope } from './conditions.ts';
import type { FormContext } from './reading/reading.ts';

/** The names every condition may use besides the form's own answers. */
export function givenScope({ today, caseKey, caseAnswers }: FormContext): Scope {
  return { $today: today, $case: caseKey, $question: caseAnswers };
}
