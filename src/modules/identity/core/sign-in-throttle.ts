/**
 * Failed officer sign-ins are counted per login *and* source address, never per login alone: somebody guessing
 * from elsewhere slows only themselves, and the account's owner is never locked out of the counter.
 */
export interface ThrottleState {
  readonly failures: number;
  readonly lastFailureAt: Date;
}

/** Wrong passwords that cost nothing: people mistype. */
const free = 5;
const longestWaitSeconds = 15 * 60;
const forgetAfterMs = 60 * 60 * 1000;

/** Until when the pair must wait: 30 s after the sixth failure, doubling up to 15 minutes; undefined when free. */
export function blockedUntil(state: ThrottleState | undefined, now: Date): Date | undefined {
  if (!state || state.lastFailureAt < forgottenBefore(now) || state.failures <= free) return undefined;
  const seconds = Math.min(longestWaitSeconds, 30 * 2 ** (state.failures - free - 1));
  const until = new Date(state.lastFailureAt.getTime() + seconds * 1000);
  return until > now ? until : undefined;
}

/** As many wrong passwords of one login within an hour, from wherever, as nobody mistypes. */
const spreadGuesses = 60;

/**
 * Until when a login that is being guessed from many addresses waits at those it was never signed in from: 15 minutes after the last
 * guess. Where its owner works nothing changes, so that guessing still locks nobody out of the counter.
 */
export function guardedUntil(states: readonly ThrottleState[], now: Date): Date | undefined {
  const lately = states.filter(({ lastFailureAt }) => lastFailureAt >= forgottenBefore(now));
  if (lately.reduce((sum, { failures }) => sum + failures, 0) < spreadGuesses) return undefined;
  const last = Math.max(...lately.map(({ lastFailureAt }) => lastFailureAt.getTime()));
  const until = new Date(last + longestWaitSeconds * 1000);
  return until > now ? until : undefined;
}

/** Failures last added to before this instant are forgotten: the count starts again. */
export function forgottenBefore(now: Date): Date {
  return new Date(now.getTime() - forgetAfterMs);
}
