import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { loginOf } from '../store/account-store.ts';
import { addPasskey, countPasskeyUse, type FactorRow, factorsOf } from '../store/second-factor-store.ts';
import type { SecureSession, SecurityDeps, SecurityRequest } from '../store/secure-session.ts';
import { markFactorProved, saveChallenge, takeChallenge } from '../store/session-store.ts';
import { withSecureSession } from './with-secure-session.ts';

export interface PasskeyDeps extends SecurityDeps {
  /** Address people type: its host is what a passkey is bound to. */
  readonly baseUrl: URL;
}

const challengeMs = 5 * 60_000;

/** The outline of the browser's answer; what it says is checked by the library. */
const outline = z.looseObject({
  id: z.string().max(1400),
  rawId: z.string().max(1400),
  type: z.literal('public-key'),
  response: z.record(z.string(), z.unknown()),
});
const hasOutline = (value: unknown) => outline.safeParse(value).success;
const registration = z.object({
  label: z.string().trim().min(1).max(60),
  response: z.custom<RegistrationResponseJSON>(hasOutline),
});
const assertion = z.object({ response: z.custom<AuthenticationResponseJSON>(hasOutline) });

/** What the browser needs to make a passkey. The account's first factor needs the password only, a further one a fresh proof. */
export function beginPasskey(
  deps: PasskeyDeps,
  request: SecurityRequest,
  isFirst: boolean,
): Promise<Result<PublicKeyCredentialCreationOptionsJSON>> {
  const what = { command: 'identity.begin-passkey', proof: isFirst ? 'first' : 'fresh' } as const;
  return withSecureSession(deps, request, what, async (tx, session) => {
    if (isFirst && session.has_factor) return refuse('forbidden', 'identity.step-up-needed');
    const known = await passkeysOf(deps, tx, session);
    const options = await generateRegistrationOptions({
      rpName: 'Một Cửa',
      rpID: deps.baseUrl.hostname,
      userName: await loginOf(tx, deps.jurisdiction, session.account_id),
      userDisplayName: session.name,
      attestationType: 'none',
      excludeCredentials: known.map(({ id }) => ({ id })),
      authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
    });
    await remember(deps, tx, session, options.challenge, request.now);
    return ok(options);
  });
}

/** Takes the passkey the browser made; the session has proved its second factor with it. Refuses `identity.passkey-rejected`. */
export async function addPasskeyOf(
  deps: PasskeyDeps,
  request: SecurityRequest,
  input: unknown,
  isFirst: boolean,
): Promise<Result<null>> {
  const parsed = parseInput(registration, input);
  if (!parsed.ok) return parsed;
  const what = { command: 'identity.add-passkey', proof: isFirst ? 'first' : 'fresh' } as const;
  return withSecureSession(deps, request, what, async (tx, session) => {
    if (isFirst && session.has_factor) return refuse('forbidden', 'identity.step-up-needed');
    const expectedChallenge = await takeChallenge(tx, deps.jurisdiction, session.id, request.now);
    if (!expectedChallenge) return rejected;
    const checked = await attempt(() =>
      verifyRegistrationResponse({
        response: parsed.value.response,
        expectedChallenge,
        expectedOrigin: deps.baseUrl.origin,
        expectedRPID: deps.baseUrl.hostname,
      }),
    );
    if (!checked?.verified) return rejected;
    const { credential } = checked.registrationInfo;
    const factor = {
      id: deps.newId<'secondFactor'>(),
      label: parsed.value.label,
      credentialId: credential.id,
      publicKey: credential.publicKey,
      signCount: credential.counter,
    };
    await addPasskey(tx, deps.jurisdiction, session.account_id, factor, request.now);
    await markFactorProved(tx, deps.jurisdiction, session.id, request.now);
    return ok(null);
  });
}

/** What the browser needs to sign with one of the account's passkeys. Refuses `identity.no-passkey`. */
export function challengePasskey(
  deps: PasskeyDeps,
  request: SecurityRequest,
): Promise<Result<PublicKeyCredentialRequestOptionsJSON>> {
  const what = { command: 'identity.challenge-passkey', proof: 'password' } as const;
  return withSecureSession(deps, request, what, async (tx, session) => {
    const known = await passkeysOf(deps, tx, session);
    if (known.length === 0) return refuse('not-found', 'identity.no-passkey');
    const options = await generateAuthenticationOptions({
      rpID: deps.baseUrl.hostname,
      allowCredentials: known.map(({ id }) => ({ id })),
      userVerification: 'required',
    });
    await remember(deps, tx, session, options.challenge, request.now);
    return ok(options);
  });
}

/** Proves the second factor by a passkey. Refuses `identity.passkey-rejected`, also for a counter that went back (a copied key). */
export async function proveByPasskey(
  deps: PasskeyDeps,
  request: SecurityRequest,
  input: unknown,
): Promise<Result<null>> {
  const parsed = parseInput(assertion, input);
  if (!parsed.ok) return parsed;
  const what = { command: 'identity.prove-by-passkey', proof: 'password' } as const;
  return withSecureSession(deps, request, what, async (tx, session) => {
    const { response } = parsed.value;
    const key = (await passkeysOf(deps, tx, session)).find(({ id }) => id === response.id);
    const expectedChallenge = await takeChallenge(tx, deps.jurisdiction, session.id, request.now);
    if (!key || !expectedChallenge) return rejected;
    const checked = await attempt(() =>
      verifyAuthenticationResponse({
        response,
        expectedChallenge,
        expectedOrigin: deps.baseUrl.origin,
        expectedRPID: deps.baseUrl.hostname,
        credential: { id: key.id, publicKey: new Uint8Array(key.publicKey), counter: key.signCount },
      }),
    );
    if (!checked?.verified) return rejected;
    await countPasskeyUse(
      tx,
      deps.jurisdiction,
      key.factorId,
      checked.authenticationInfo.newCounter,
      request.now,
    );
    await markFactorProved(tx, deps.jurisdiction, session.id, request.now);
    return ok(null);
  });
}

const rejected = refuse('unauthenticated', 'identity.passkey-rejected');

/** The library throws for whatever does not hold: here that is an answer like any other. */
async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}

async function passkeysOf(deps: PasskeyDeps, tx: Tx, session: SecureSession) {
  return (await factorsOf(tx, deps.jurisdiction, session.account_id)).flatMap(asPasskey);
}

function asPasskey({ id, credential_id, public_key, sign_count }: FactorRow) {
  if (credential_id === null || public_key === null || sign_count === null) return [];
  return [{ factorId: id, id: credential_id, publicKey: public_key, signCount: sign_count }];
}

function remember(
  deps: PasskeyDeps,
  tx: Tx,
  session: SecureSession,
  challenge: string,
  now: Date,
): Promise<void> {
  return saveChallenge(tx, deps.jurisdiction, session.id, challenge, new Date(now.getTime() + challengeMs));
}
