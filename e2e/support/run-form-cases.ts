import type { PlainDate } from '../../src/kernel/plain-date.ts';
import { evaluateForm } from '../../src/modules/forms/contract.ts';
import { sampleAddressBook } from '../../src/modules/forms/testing/sample-address-book.ts';
import { aFormDefinition } from '../../src/modules/forms/testing/sample-form.ts';

export interface FormCase {
  readonly answers: unknown;
  readonly caseKey?: string | undefined;
}

declare global {
  interface Window {
    formCases: { run: typeof run };
  }
}

/** Runs the corpus of `evaluate.cases.json` where this script is loaded: a browser. */
export function run(cases: readonly FormCase[]) {
  const definition = aFormDefinition();
  return cases.map(({ answers, caseKey = 'ordinary' }) => {
    const today = '2026-11-22' as PlainDate;
    const context = { today, caseKey, caseAnswers: {}, addressBook: sampleAddressBook };
    const outcome = evaluateForm(definition, answers, context);
    return {
      answers: outcome.answers,
      refused: outcome.refusals.map(({ pointer, type }) => `${pointer} ${type}`),
    };
  });
}
