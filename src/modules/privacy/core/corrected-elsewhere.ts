import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { CorrectedField } from '../contract.ts';

/** A fact that a procedure changes and an answer to a request does not, from a day to a day. */
export interface CorrectedElsewhere {
  readonly field: CorrectedField;
  readonly sector: string;
  readonly procedureCode: string;
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate | undefined;
}

/** The procedure that changes the fact in dossiers of a sector; undefined where it may be put right by answering. */
export function procedureFor(
  rules: readonly CorrectedElsewhere[],
  field: CorrectedField,
  sector: string,
  day: PlainDate,
): string | undefined {
  return rules.find(
    (rule) =>
      rule.field === field &&
      rule.sector === sector &&
      rule.validFrom <= day &&
      (rule.validTo === undefined || day < rule.validTo),
  )?.procedureCode;
}
