import type { PlainDate } from '../../kernel/plain-date.ts';
import type { ProcessingView } from './contract.ts';
import { processingsOn, purposeOf, type Register } from './core/processing.ts';

/** What is done with personal data, and what people may ask about theirs. */
export interface Privacy {
  readonly register: {
    /** What is processed on a day. Public. */
    processings(on: PlainDate): readonly ProcessingView[];
    /** What a recorded reading was for, by the register of its day. */
    purposeOf(query: string, on: PlainDate): ProcessingView | undefined;
  };
}

export interface PrivacyDeps {
  readonly register: Register;
}

/** Builds privacy. */
export function createPrivacy({ register }: PrivacyDeps): Privacy {
  return {
    register: {
      processings: (on) => processingsOn(register, on),
      purposeOf: (query, on) => purposeOf(register, query, on),
    },
  };
}
