import type { PlainDate } from '../../../../kernel/plain-date.ts';

/** A fact of a legal regime: valid on days, for everything or for one sector or procedure. */
export interface RegimeFact {
  readonly sector?: string | undefined;
  readonly procedureCode?: string | undefined;
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate | undefined;
}

/** A procedure on a day. */
export interface RegimeMatter {
  readonly sector: string;
  readonly procedureCode: string;
  readonly on: PlainDate;
}

/** The fact that holds: that of the procedure before that of its sector before the general one, the newest of equals. */
export function mostParticular<Fact extends RegimeFact>(
  facts: readonly Fact[],
  { sector, procedureCode, on }: RegimeMatter,
): Fact | undefined {
  return facts
    .filter(
      (fact) =>
        (fact.sector ?? sector) === sector &&
        (fact.procedureCode ?? procedureCode) === procedureCode &&
        fact.validFrom <= on &&
        (fact.validTo === undefined || on < fact.validTo),
    )
    .sort(
      (one, other) => particularity(other) - particularity(one) || (one.validFrom < other.validFrom ? 1 : -1),
    )[0];
}

function particularity(fact: RegimeFact): number {
  return (fact.procedureCode === undefined ? 0 : 2) + (fact.sector === undefined ? 0 : 1);
}
