import type { Jurisdiction } from '../../../kernel/id.ts';
import { ok, type Refused, type Result, refuse } from '../../../kernel/result.ts';
import type { Database, Tx } from '../../../platform/database.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { blockedUntil } from '../core/sign-in-throttle.ts';
import {
  findFailures,
  forgetOldFailures,
  lockGuesses,
  saveFailure,
  takeBackFailure,
} from '../store/sign-in-failure-store.ts';

interface CountingDeps {
  readonly db: Database;
  readonly jurisdiction: Jurisdiction;
}

/** What is guessed, from where: guesses of one key are counted together. */
export interface Guess {
  readonly key: Buffer;
  /** Whose password it is: also counted together from wherever. */
  readonly login?: string;
  readonly now: Date;
}

/** A guess that was counted. Right, `clearFailures` forgets it with those before; neither right nor wrong, it is given back. */
export interface CountedGuess {
  giveBack(): Promise<void>;
}

/**
 * Counts a guess as wrong before it is looked at, one after the other: of fifty that come at once no more are looked at than of
 * fifty that wait for each other, however long looking takes. Refuses `identity.sign-in-blocked` with the seconds to wait, and what
 * `more` refuses under the same lock.
 */
export async function countGuess(
  { db, jurisdiction }: CountingDeps,
  { key, login, now }: Guess,
  more?: (tx: Tx) => Promise<Refused | undefined>,
): Promise<Result<CountedGuess>> {
  await forgetOldFailures(db, jurisdiction, now);
  return inTransaction(db, async (tx): Promise<Result<CountedGuess>> => {
    await lockGuesses(tx, jurisdiction, key, login);
    const before = await findFailures(tx, jurisdiction, key);
    const until = blockedUntil(before, now);
    const seconds = until && Math.ceil((until.getTime() - now.getTime()) / 1000);
    if (seconds) return refuse('too-many', 'identity.sign-in-blocked', { params: { seconds } });
    const refused = await more?.(tx);
    if (refused) return refused;
    await saveFailure(tx, jurisdiction, key, now, login);
    const lastFailureAt = before?.lastFailureAt ?? now;
    return ok({ giveBack: () => takeBackFailure(db, jurisdiction, key, { countedAt: now, lastFailureAt }) });
  });
}
