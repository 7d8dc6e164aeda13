import { mostParticular, type RegimeFact, type RegimeMatter } from './most-particular.ts';
import type { Suspension } from './suspension.ts';

/**
 * Why a clock may be stopped, as one legal regime says it: what the stop does, and the national status it shows (5 waiting
 * for the applicant, 6 for another duty or agency).
 */
export interface SuspensionGround extends RegimeFact {
  /** `supplement`, `financial-duty`, `verification`, `outage`, … */
  readonly ground: string;
  readonly effect: Suspension['effect'];
  readonly status?: WaitingStatus | undefined;
  readonly name: string;
  readonly nameEn?: string | undefined;
  readonly source: string;
  readonly certainty: string;
}

/** National status of a dossier whose clock stands still. */
export type WaitingStatus = 5 | 6;

/** Whose clock is to be stopped, why, and when. */
export interface GroundMatter extends RegimeMatter {
  readonly ground: string;
}

/** The ground as it holds for a procedure on a day; undefined when nothing allows it. */
export function groundFor(
  grounds: readonly SuspensionGround[],
  matter: GroundMatter,
): SuspensionGround | undefined {
  return mostParticular(
    grounds.filter((each) => each.ground === matter.ground),
    matter,
  );
}
