import { generateKeyPairSync, randomBytes } from 'node:crypto';
import Provider, { type Configuration, type JWK } from 'oidc-provider';
import type { Cast } from './cast.ts';
import { readSubject, spoilingCodes, spoilTokenAnswers } from './faults.ts';
import { createMemoryAdapter } from './memory-adapter.ts';

export interface SimulatorOptions {
  /** Issuer identifier: the address under which the simulator is reached, path included, without a final slash. */
  readonly issuer: URL;
  readonly cast: Cast;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

/** The provider's own session; see `withoutSession`. */
export const sessionCookie = 'mo-phong-phien';

/** An OpenID Connect provider over fictional people, with keys made anew at each start and state in memory. */
export function createProvider(options: SimulatorOptions): Provider {
  const issuer = options.issuer.href.replace(/\/$/, '');
  const provider = new Provider(issuer, configuration(options));
  spoilTokenAnswers(provider);
  return provider;
}

/** Where people sign in with us, and come back to when they have signed out here. */
export function signInAddressOf({
  cast,
  redirectUri,
}: Pick<SimulatorOptions, 'cast' | 'redirectUri'>): string {
  return new URL(cast.signInPath, redirectUri).href;
}

/** Path under which the simulator answers, e.g. `/mo-phong/vneid`; empty at the root. */
export function mountPathOf(issuer: URL): string {
  return issuer.pathname.replace(/\/$/, '');
}

function configuration(options: SimulatorOptions): Configuration {
  const mountPath = mountPathOf(options.issuer);
  return {
    adapter: spoilingCodes(createMemoryAdapter()),
    clients: [
      {
        client_id: options.clientId,
        client_secret: options.clientSecret,
        redirect_uris: [options.redirectUri],
        post_logout_redirect_uris: [signInAddressOf(options)],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
        subject_type: 'pairwise',
      },
    ],
    claims: { openid: ['sub', 'amr'], profile: [...options.cast.claimNames] },
    scopes: ['openid', 'profile'],
    findAccount: (_ctx, id) => {
      const { subject, fault } = readSubject(id);
      const person = options.cast.people.find((candidate) => candidate.id === subject);
      return person && { accountId: id, claims: () => ({ sub: id, ...person.claims(fault) }) };
    },
    // Told to the client without the fault it carries: whoever meets one stays the same person.
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: (_ctx, id) => readSubject(id).subject,
    // Choosing a person on the sign-in page is the consent: the page says what is handed over.
    loadExistingGrant: async (ctx) => {
      const { client, session, provider } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    interactions: { url: (_ctx, interaction) => `${mountPath}/chon-nguoi/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false }, // Told in the discovery; answered in `simulator.ts`, for nobody is remembered here.
      rpInitiatedLogout: { enabled: true },
    },
    pkce: { required: () => true },
    jwks: { keys: [signingKey()] },
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      names: { session: sessionCookie, interaction: 'mo-phong-lan', resume: 'mo-phong-tiep' },
      long: { httpOnly: true, sameSite: 'lax', path: mountPath || '/' },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 1800,
      Session: 1800,
    },
    renderError: (ctx, out) => {
      ctx.type = 'text/plain; charset=utf-8';
      ctx.body = `${out.error}: ${out.error_description ?? ''}`;
    },
  };
}

function signingKey(): JWK {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'mo-phong' } as JWK;
}
