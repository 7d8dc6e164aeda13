import type { PlainDate } from '../../kernel/plain-date.ts';
import type { ProcessingView } from './contract.ts';
import type { MaskingRules, UnmaskReason } from './core/masking.ts';
import { processingsOn, purposeOf, type Register } from './core/processing.ts';

/** What is done with personal data, and what people may ask about theirs. */
export interface Privacy {
  readonly register: {
    /** What is processed on a day. Public. */
    processings(on: PlainDate): readonly ProcessingView[];
    /** What a recorded reading was for, by the register of its day. */
    purposeOf(query: string, on: PlainDate): ProcessingView | undefined;
  };
  /** Why somebody may look at what is masked for them; the journal names the key behind the query's name. */
  readonly unmaskReasons: readonly UnmaskReason[];
}

export interface PrivacyDeps {
  readonly register: Register;
  readonly masking: MaskingRules;
}

/** Builds privacy. */
export function createPrivacy({ register, masking }: PrivacyDeps): Privacy {
  return {
    register: {
      processings: (on) => processingsOn(register, on),
      purposeOf: (query, on) => purposeOf(register, query, on),
    },
    unmaskReasons: masking.reasons,
  };
}
