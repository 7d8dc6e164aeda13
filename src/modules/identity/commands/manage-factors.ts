import { z } from 'zod';
import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { loginOf } from '../store/account-store.ts';
import { newPaperCode } from '../store/paper-code.ts';
import {
  addTotp,
  factorsOf,
  removeFactor,
  saveRecoveryCodes,
  totpContext,
} from '../store/second-factor-store.ts';
import type { SecurityDeps, SecurityRequest } from '../store/secure-session.ts';
import { newTotpSecret, type TotpEnrolment, totpUri } from '../store/totp.ts';
import { takeTotp } from './prove.ts';
import { withSecureSession } from './with-secure-session.ts';

const labelInput = z.object({ label: z.string().trim().min(1).max(60) });
const codeInput = z.object({ code: z.string().trim().min(1).max(40) });
const idInput = z.object({ factorId: z.uuid() });

/**
 * Begins with a new authenticator app; its first code (`proveByCode`, `confirmTotp`) makes it count. The account's first one,
 * made while signing in, needs the password only, every other a fresh proof.
 */
export async function enrolTotp(
  deps: SecurityDeps,
  request: SecurityRequest,
  input: unknown,
  isFirst: boolean,
): Promise<Result<TotpEnrolment>> {
  const parsed = parseInput(labelInput, input);
  if (!parsed.ok) return parsed;
  const what = { command: 'identity.enrol-totp', proof: isFirst ? 'first' : 'fresh' } as const;
  return withSecureSession(deps, request, what, async (tx, session) => {
    if (isFirst && session.has_factor) return refuse('forbidden', 'identity.step-up-needed');
    const secret = newTotpSecret();
    const id = deps.newId<'secondFactor'>();
    const sealed = deps.seal.seal(secret, totpContext);
    await addTotp(
      tx,
      deps.jurisdiction,
      session.account_id,
      { id, label: parsed.value.label, secret: sealed },
      request.now,
    );
    const login = await loginOf(tx, deps.jurisdiction, session.account_id);
    return ok({ uri: totpUri(secret, login), secret });
  });
}

/** Takes the first code of a further app. Refuses `identity.wrong-code`. */
export async function confirmTotp(
  deps: SecurityDeps,
  request: SecurityRequest,
  input: unknown,
): Promise<Result<null>> {
  const parsed = parseInput(codeInput, input);
  if (!parsed.ok) return parsed;
  const what = { command: 'identity.confirm-totp', proof: 'fresh' } as const;
  return withSecureSession(deps, request, what, async (tx, session) => {
    const code = parsed.value.code.replaceAll(/\s/g, '');
    const right = await takeTotp(deps, tx, { ...session, has_factor: false }, code, request.now);
    return right ? ok(null) : refuseField('/code', 'identity.wrong-code');
  });
}

/** Removes a factor; the last one stays where a post of today demands one (`identity.last-factor`). */
export async function dropFactor(
  deps: SecurityDeps,
  request: SecurityRequest,
  input: unknown,
): Promise<Result<null>> {
  const parsed = parseInput(idInput, input);
  if (!parsed.ok) return parsed;
  const what = { command: 'identity.drop-factor', proof: 'fresh' } as const;
  return withSecureSession(deps, request, what, async (tx, session) => {
    const { factorId } = parsed.value;
    const factors = await factorsOf(tx, deps.jurisdiction, session.account_id);
    const left = factors.filter((factor) => factor.confirmed_at !== null && factor.id !== factorId);
    if (session.demanded && left.length === 0) return refuse('conflict', 'identity.last-factor');
    const removed = await removeFactor(tx, deps.jurisdiction, session.account_id, factorId, request.now);
    return removed ? ok(null) : refuse('not-found', 'identity.factor-unknown');
  });
}

/**
 * Makes ten recovery codes and forgets the earlier ones. They are shown once: only their hashes are kept, and a code is long
 * enough (124 bits) that whoever gets hold of the hashes cannot try them all.
 */
export function makeRecoveryCodes(
  deps: SecurityDeps,
  request: SecurityRequest,
): Promise<Result<readonly string[]>> {
  const what = { command: 'identity.make-recovery-codes', proof: 'fresh' } as const;
  return withSecureSession(deps, request, what, async (tx, session) => {
    const codes = Array.from({ length: 10 }, () => newPaperCode(5));
    await saveRecoveryCodes(tx, deps.jurisdiction, session.account_id, codes, request.now);
    return ok(codes);
  });
}
