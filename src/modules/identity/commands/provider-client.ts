import * as oidc from 'openid-client';
import { ok, type Refused, type Result } from '../../../kernel/result.ts';

/** An OpenID Connect issuer and our client there. */
export interface IssuerOptions {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Our callback, as registered there: another one for each issuer, so that no answer reaches the wrong one. */
  readonly redirectUri: string;
  readonly timeoutSeconds?: number;
  /** The issuer is the demo's stand-in: pages say so. */
  readonly simulated?: boolean;
}

/** What must be remembered between leaving and coming back. */
export interface FlowSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** How asking an issuer may fail; each client says it in its own words. */
export type IssuerFailure = 'unavailable' | 'cancelled' | 'expired' | 'rejected';

export interface ProviderClient {
  /** The issuer's identifier, one half of an account's key. */
  readonly issuer: string;
  /** Where to send the browser, with what else is asked of the issuer. */
  begin(
    more?: Readonly<Record<string, string>>,
  ): Promise<Result<{ redirectTo: string; secrets: FlowSecrets }>>;
  /** Trades the callback's code for claims. Refuses a wrong state, nonce, signature or code, and an unreachable issuer. */
  complete(
    callback: URLSearchParams,
    secrets: FlowSecrets,
  ): Promise<Result<Readonly<Record<string, unknown>>>>;
  /** Where somebody signs out there and comes back to `returnTo`; undefined where the issuer has no such place or is down. */
  signOutAddress(returnTo: string): Promise<string | undefined>;
}

/** Client of the code flow with PKCE; the issuer is discovered at first use, so that it may start after us. */
export function createProviderClient(
  options: IssuerOptions,
  refusalOf: (failure: IssuerFailure) => Refused,
): ProviderClient {
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

  /** What a failure means for the person; anything unforeseen is thrown on. */
  async function orRefused<T>(work: () => Promise<T>): Promise<Result<T>> {
    try {
      return ok(await work());
    } catch (error) {
      const failure = failureOf(error);
      if (!failure) throw error;
      return refusalOf(failure);
    }
  }

  return {
    issuer: options.issuer.href,
    begin: (more = {}) =>
      orRefused(async () => {
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
          ...more,
        });
        return { redirectTo: url.href, secrets };
      }),
    complete: (callback, secrets) =>
      orRefused(async () => {
        const config = await configuration();
        const url = new URL(`?${callback}`, options.redirectUri);
        const tokens = await oidc.authorizationCodeGrant(config, url, {
          pkceCodeVerifier: secrets.codeVerifier,
          expectedState: secrets.state,
          expectedNonce: secrets.nonce,
          idTokenExpected: true,
        });
        const idToken = tokens.claims();
        if (!idToken) throw new oidc.ClientError('the answer has no ID token');
        const told = await oidc.fetchUserInfo(config, tokens.access_token, idToken.sub);
        const userInfo = Object.entries(told).filter(([claim]) => !signedOnly.has(claim));
        return { ...Object.fromEntries(userInfo), ...idToken };
      }),
    async signOutAddress(returnTo) {
      const config = await orRefused(configuration);
      if (!config.ok || !config.value.serverMetadata().end_session_endpoint) return undefined;
      return oidc.buildEndSessionUrl(config.value, { post_logout_redirect_uri: returnTo }).href;
    },
  };
}

/**
 * How, when and for whom somebody signed in is said by the signed ID token (OpenID Connect Core, section 2) or not at all: the answer
 * of the userinfo endpoint bears no signature and belongs to no one sign-in.
 */
const signedOnly: ReadonlySet<string> = new Set([
  ...['acr', 'amr', 'auth_time'],
  ...['iss', 'aud', 'azp', 'exp', 'iat', 'nonce'],
]);

function failureOf(error: unknown): IssuerFailure | undefined {
  if (isUnreachable(error)) return 'unavailable';
  if (error instanceof oidc.AuthorizationResponseError && error.error === 'access_denied') return 'cancelled';
  if (error instanceof oidc.ResponseBodyError && error.error === 'invalid_grant') return 'expired';
  const isAnswer = [oidc.AuthorizationResponseError, oidc.ResponseBodyError, oidc.ClientError].some(
    (kind) => error instanceof kind,
  );
  return isAnswer ? 'rejected' : undefined;
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
