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
/** After this long without a failure the count starts again. */
const forgetAfterMs = 60 * 60 * 1000;

/** Until when the pair must wait: 30 s after the sixth failure, doubling up to 15 minutes; undefined when free. */
export function blockedUntil(state: ThrottleState | undefined, now: Date): Date | undefined {
  if (!state || isForgotten(state, now) || state.failures <= free) return undefined;
  const seconds = Math.min(longestWaitSeconds, 30 * 2 ** (state.failures - free - 1));
  const until = new Date(state.lastFailureAt.getTime() + seconds * 1000);
  return until > now ? until : undefined;
}

/** The state after one more wrong password. */
export function afterFailure(state: ThrottleState | undefined, now: Date): ThrottleState {
  const failures = !state || isForgotten(state, now) ? 0 : state.failures;
  return { failures: failures + 1, lastFailureAt: now };
}

function isForgotten(state: ThrottleState, now: Date): boolean {
  return now.getTime() - state.lastFailureAt.getTime() > forgetAfterMs;
}
