import { z } from 'zod';
import type { Origin } from '../../../../kernel/context.ts';
import { ok, type Result, refuseField } from '../../../../kernel/result.ts';
import { recordAction } from '../../../../platform/journal.ts';
import { parseInput } from '../../../../platform/parse-input.ts';
import { inTransaction } from '../../../../platform/transaction.ts';
import { newPassword, passwordFault } from '../../core/people/password.ts';
import { savePassword } from '../../store/account-store.ts';
import { hashPassword } from '../../store/password-hash.ts';
import { dropActivation, findActivation } from '../../store/people/activation-store.ts';
import { passwordOwner } from '../../store/people/password-owner.ts';
import type { PeopleDeps } from '../../store/people/people-deps.ts';
import { revokeAllOf } from '../../store/session-store.ts';
import { clearFailures, clearFailuresOfLogin, pairHash } from '../../store/sign-in-failure-store.ts';
import { countGuess } from '../count-guess.ts';
import { sessionContext } from '../open-session.ts';

const codeShape = z.string().trim().min(1).max(60);
const input = z.strictObject({ code: codeShape, password: newPassword, again: z.string().max(500) });

/** A request of somebody nobody knows yet. */
export interface Stranger {
  readonly now: Date;
  readonly origin: Origin;
}

/**
 * Whose code it is, for the page where the password is chosen. Refuses `identity.activation-unknown` (also for used and old ones) and
 * `identity.sign-in-blocked`: guesses are counted by address.
 */
export async function checkCode(
  deps: PeopleDeps,
  from: Stranger,
  code: unknown,
): Promise<Result<{ readonly login: string; readonly name: string }>> {
  const parsed = parseInput(codeShape, code);
  if (!parsed.ok) return unknownCode();
  const counted = await countGuess(deps, { key: guessKey(from), now: from.now });
  if (!counted.ok) return counted;
  const found = await findActivation(deps.db, deps.jurisdiction, parsed.value, from.now);
  if (!found) return unknownCode();
  await counted.value.giveBack();
  return ok({ login: found.login, name: found.name });
}

/**
 * Sets the password of the account a code belongs to; the code is good once. Refuses what `checkCode` refuses, a password that
 * is short, easily guessed, or was typed two ways.
 */
export async function activate(
  deps: PeopleDeps,
  from: Stranger,
  asked: unknown,
): Promise<Result<{ readonly login: string }>> {
  const parsed = parseInput(input, asked);
  if (!parsed.ok) return parsed;
  const counted = await countGuess(deps, { key: guessKey(from), now: from.now });
  if (!counted.ok) return counted;
  const { code, password, again } = parsed.value;
  const done = await inTransaction(deps.db, async (tx) => {
    const found = await findActivation(tx, deps.jurisdiction, code, from.now, true);
    if (!found) return unknownCode();
    const owner = await passwordOwner(deps, tx, found.account_id);
    const fault = passwordFault(password, owner, deps.guessedPasswords);
    if (fault) return refuseField('/password', fault);
    if (password !== again) return refuseField('/again', 'identity.password-differs');
    await savePassword(
      tx,
      deps.jurisdiction,
      found.account_id,
      await hashPassword(password, deps.passwordCost),
    );
    await dropActivation(tx, deps.jurisdiction, found.account_id);
    await revokeAllOf(tx, deps.jurisdiction, found.account_id, from.now);
    await clearFailuresOfLogin(tx, deps.jurisdiction, found.login);
    await clearFailures(tx, deps.jurisdiction, guessKey(from));
    const account = { id: found.account_id, person_id: found.person_id, kind: 'officer' } as const;
    await recordAction(tx, sessionContext(deps, account, from.now, from.origin), deps.newId, {
      command: 'identity.activate',
      subjectId: account.id,
    });
    return ok({ login: found.login });
  });
  if (!done.ok && done.refusal.type !== 'identity.activation-unknown') await counted.value.giveBack();
  return done;
}

function unknownCode() {
  return refuseField('/code', 'identity.activation-unknown');
}

function guessKey({ origin }: Stranger): Buffer {
  return pairHash('activation code', origin.ip);
}
