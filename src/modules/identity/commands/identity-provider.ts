import * as oidc from 'openid-client';
import { ok, type Refused, type Result, refuse } from '../../../kernel/result.ts';
import { type CitizenClaims, parseCitizenClaims } from '../core/citizen-claims.ts';

/** The OpenID Connect issuer that knows citizens (VNeID through the national portal; a simulator in the demo). */
export interface IdentityProviderOptions {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Our callback, as registered there. */
  readonly redirectUri: string;
  readonly timeoutSeconds?: number;
  /** Lowest claim loAs that is let in; 0 lets everybody in, also where the claim is not sent. */
  readonly leastAssurance?: number;
  /** The issuer is the demo's stand-in: pages say so. */
  readonly simulated?: boolean;
}

/** What must be remembered between leaving and coming back. */
export interface FlowSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

export interface IdentityProvider {
  /** The issuer's identifier, one half of an account's key. */
  readonly issuer: string;
  /** Where to send the browser. Refuses `identity.issuer-unavailable`. */
  begin(): Promise<Result<{ redirectTo: string; secrets: FlowSecrets }>>;
  /** Trades the callback's code for claims. Refuses a wrong state, nonce or code, and an unreachable issuer. */
  complete(callback: URLSearchParams, secrets: FlowSecrets): Promise<Result<CitizenClaims>>;
}

/** Level 2 is given in person at the police, against the identity card (NĐ 69/2024 Art. 5). */
const defaultAssurance = 2;

/** Client of the code flow with PKCE; the issuer is discovered at first use, so that it may start after us. */
export function createIdentityProvider(options: IdentityProviderOptions): IdentityProvider {
  let discovered: oidc.Configuration | undefined;

  async function configuration(): Promise<oidc.Configuration> {
    discovered ??= await oidc.discovery(options.issuer, options.clientId, options.clientSecret, undefined, {
      timeout: options.timeoutSeconds ?? 10,
      // Only the demo's local provider is reached without TLS: configuration refuses such an issuer in production.
      execute: [
        ...(options.issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
        // OpenID Connect lets a client trust the connection alone; we check the signature too.
        oidc.enableNonRepudiationChecks,
      ],
    });
    return discovered;
  }

  async function begin() {
    try {
      const config = await configuration();
      const secrets = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        codeVerifier: oidc.randomPKCECodeVerifier(),
      };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: options.redirectUri,
        scope: 'openid profile',
        state: secrets.state,
        nonce: secrets.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(secrets.codeVerifier),
        code_challenge_method: 'S256',
      });
      return ok({ redirectTo: url.href, secrets });
    } catch (error) {
      return refusalOf(error);
    }
  }

  async function complete(callback: URLSearchParams, secrets: FlowSecrets): Promise<Result<CitizenClaims>> {
    try {
      const config = await configuration();
      const url = new URL(`?${callback}`, options.redirectUri);
      const tokens = await oidc.authorizationCodeGrant(config, url, {
        pkceCodeVerifier: secrets.codeVerifier,
        expectedState: secrets.state,
        expectedNonce: secrets.nonce,
        idTokenExpected: true,
      });
      const idToken = tokens.claims();
      if (!idToken) return refuse('unauthenticated', 'identity.sign-in-rejected');
      const userInfo = await oidc.fetchUserInfo(config, tokens.access_token, idToken.sub);
      const claims = parseCitizenClaims({ ...idToken, ...userInfo });
      if (!claims) return refuse('unauthenticated', 'identity.claims-missing');
      const isSure = (claims.assurance ?? 0) >= (options.leastAssurance ?? defaultAssurance);
      return isSure ? ok(claims) : refuse('unauthenticated', 'identity.assurance-too-low');
    } catch (error) {
      return refusalOf(error);
    }
  }

  return { issuer: options.issuer.href, begin, complete };
}

/** What a failure at the provider means for the person; anything unforeseen is thrown on. */
function refusalOf(error: unknown): Refused {
  if (isUnreachable(error)) return refuse('unavailable', 'identity.issuer-unavailable');
  if (error instanceof oidc.AuthorizationResponseError && error.error === 'access_denied') {
    return refuse('unauthenticated', 'identity.sign-in-cancelled');
  }
  if (error instanceof oidc.ResponseBodyError && error.error === 'invalid_grant') {
    return refuse('unauthenticated', 'identity.sign-in-expired');
  }
  const isAnswer = [oidc.AuthorizationResponseError, oidc.ResponseBodyError, oidc.ClientError].some(
    (kind) => error instanceof kind,
  );
  if (isAnswer) return refuse('unauthenticated', 'identity.sign-in-rejected');
  throw error;
}

/** No connection (`fetch` throws a TypeError with a cause), no answer in time, or an error page. */
function isUnreachable(error: unknown): boolean {
  if (error instanceof oidc.ResponseBodyError) return error.status >= 500;
  if (error instanceof oidc.ClientError) return unreachableCodes.has(error.code ?? '');
  return error instanceof TypeError && error.cause !== undefined;
}

const unreachableCodes = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);
