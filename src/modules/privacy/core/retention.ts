import type { PlainDate } from '../../../kernel/plain-date.ts';

/** How long dossiers of a procedure are kept after their end, from a day to a day. */
export interface RetentionRule {
  /** Left out: every procedure without a rule of its own. */
  readonly procedureCode?: string | undefined;
  /** Left out: for ever. */
  readonly years?: number | undefined;
  readonly basis: string;
  readonly certainty: 'official' | 'reported' | 'unchecked';
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate | undefined;
}

/** The rule of a procedure on a day: its own, else the general one; undefined before there was any. */
export function retentionOf(
  rules: readonly RetentionRule[],
  procedureCode: string,
  day: PlainDate,
): RetentionRule | undefined {
  const valid = rules.filter(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day < validTo),
  );
  return (
    valid.find((rule) => rule.procedureCode === procedureCode) ??
    valid.find((rule) => rule.procedureCode === undefined)
  );
}
