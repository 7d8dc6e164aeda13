/** How long a sign-in lasts: without a click, and at most. */
export interface SessionLimits {
  readonly idleMinutes: number;
  readonly absoluteMinutes: number;
}

/**
 * Officers have a citizen before them for an hour; citizens fill long forms and look for papers. Both may rest longer than the
 * half hour of NIST SP 800-63B (AAL2): instead, acts of weight want a proof not older than that (`isFreshlyProved`).
 */
export const sessionLimits: Readonly<Record<'citizen' | 'officer', SessionLimits>> = {
  citizen: { idleMinutes: 60, absoluteMinutes: 12 * 60 },
  officer: { idleMinutes: 120, absoluteMinutes: 12 * 60 },
};

/** Moments of a session used at `now`: the idle limit moves, never past the absolute one. */
export function idleUntil(limits: SessionLimits, now: Date, absoluteUntil: Date): Date {
  return new Date(Math.min(now.getTime() + limits.idleMinutes * 60_000, absoluteUntil.getTime()));
}
