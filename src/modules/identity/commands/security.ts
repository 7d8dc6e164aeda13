import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { Result } from '../../../kernel/result.ts';
import type { NewSession } from '../core/sign-in.ts';
import type { SecurityRequest } from '../store/secure-session.ts';
import type { TotpEnrolment } from '../store/totp.ts';
import { confirmTotp, dropFactor, enrolTotp, makeRecoveryCodes } from './manage-factors.ts';
import { changePassword, endOtherSessions, endSession } from './manage-sign-in.ts';
import {
  addPasskeyOf,
  beginPasskey,
  challengePasskey,
  type PasskeyDeps,
  proveByPasskey,
} from './passkeys.ts';
import { proveByCode, proveByPassword } from './prove.ts';
import { renewSession } from './renew-session.ts';

type Ask<T = null> = (request: SecurityRequest, input: unknown) => Promise<Result<T>>;
type First<T = null> = (request: SecurityRequest, input: unknown, isFirst: boolean) => Promise<Result<T>>;

/** What officers do about their own sign-in. Each is asked with the session's secret, for half a sign-in has no actor yet. */
export interface Security {
  /** `{ code }` of an authenticator app, or a recovery code. */
  readonly proveByCode: Ask;
  /** `{ password }`, for accounts without a second factor. */
  readonly proveByPassword: Ask;
  /** Options for the browser, then its answer `{ response }`. */
  challengePasskey(request: SecurityRequest): Promise<Result<PublicKeyCredentialRequestOptionsJSON>>;
  readonly proveByPasskey: Ask;
  /** `{ label }`; `isFirst` while signing in without any factor yet. */
  readonly enrolTotp: First<TotpEnrolment>;
  /** `{ code }` of a further app. */
  readonly confirmTotp: Ask;
  beginPasskey(
    request: SecurityRequest,
    isFirst: boolean,
  ): Promise<Result<PublicKeyCredentialCreationOptionsJSON>>;
  /** `{ label, response }`. */
  readonly addPasskey: First;
  /** `{ factorId }`. */
  readonly dropFactor: Ask;
  makeRecoveryCodes(request: SecurityRequest): Promise<Result<readonly string[]>>;
  /** `{ current, next }`; ends every other session. */
  readonly changePassword: Ask;
  /** Another secret for this session, after any of these proofs. */
  renew(request: SecurityRequest): Promise<Result<NewSession>>;
  /** `{ sessionId }`. */
  readonly endSession: Ask;
  endOtherSessions(request: SecurityRequest): Promise<Result<null>>;
}

/** Builds it. */
export function createSecurity(deps: PasskeyDeps): Security {
  return {
    proveByCode: (request, input) => proveByCode(deps, request, input),
    proveByPassword: (request, input) => proveByPassword(deps, request, input),
    challengePasskey: (request) => challengePasskey(deps, request),
    proveByPasskey: (request, input) => proveByPasskey(deps, request, input),
    enrolTotp: (request, input, isFirst) => enrolTotp(deps, request, input, isFirst),
    confirmTotp: (request, input) => confirmTotp(deps, request, input),
    beginPasskey: (request, isFirst) => beginPasskey(deps, request, isFirst),
    addPasskey: (request, input, isFirst) => addPasskeyOf(deps, request, input, isFirst),
    dropFactor: (request, input) => dropFactor(deps, request, input),
    makeRecoveryCodes: (request) => makeRecoveryCodes(deps, request),
    changePassword: (request, input) => changePassword(deps, request, input),
    renew: (request) => renewSession(deps, request),
    endSession: (request, input) => endSession(deps, request, input),
    endOtherSessions: (request) => endOtherSessions(deps, request),
  };
}
