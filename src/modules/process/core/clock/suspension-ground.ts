import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { Suspension } from './suspension.ts';

/**
 * Why a clock may be stopped, as one legal regime says it: what the stop does, and the national status it shows (5 waiting
 * for the applicant, 6 for another duty or agency). Half-open validity; a row of a procedure goes before one of its
 * sector, that before one of all.
 */
export interface SuspensionGround {
  /** `supplement`, `financial-duty`, `verification`, `outage`, … */
  readonly ground: string;
  readonly sector?: string | undefined;
  readonly procedureCode?: string | undefined;
  readonly effect: Suspension['effect'];
  readonly status?: WaitingStatus | undefined;
  readonly name: string;
  readonly nameEn?: string | undefined;
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate | undefined;
  readonly source: string;
  readonly certainty: string;
}

/** National status of a dossier whose clock stands still. */
export type WaitingStatus = 5 | 6;

/** Whose clock is to be stopped, and when. */
export interface GroundMatter {
  readonly ground: string;
  readonly sector: string;
  readonly procedureCode: string;
  readonly on: PlainDate;
}

/** The ground as it holds for a procedure on a day, the most particular row first; undefined when nothing allows it. */
export function groundFor(
  grounds: readonly SuspensionGround[],
  { ground, sector, procedureCode, on }: GroundMatter,
): SuspensionGround | undefined {
  return grounds
    .filter(
      (each) =>
        each.ground === ground &&
        (each.sector ?? sector) === sector &&
        (each.procedureCode ?? procedureCode) === procedureCode &&
        each.validFrom <= on &&
        (each.validTo === undefined || on < each.validTo),
    )
    .sort(
      (one, other) => particularity(other) - particularity(one) || (one.validFrom < other.validFrom ? 1 : -1),
    )[0];
}

function particularity(ground: SuspensionGround): number {
  return (ground.procedureCode === undefined ? 0 : 2) + (ground.sector === undefined ? 0 : 1);
}
