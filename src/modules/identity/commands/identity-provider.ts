import { ok, type Refused, type Result, refuse } from '../../../kernel/result.ts';
import { type CitizenClaims, parseCitizenClaims } from '../core/citizen-claims.ts';
import {
  createProviderClient,
  type IssuerFailure,
  type IssuerOptions,
  type ProviderClient,
} from './provider-client.ts';

/** The OpenID Connect issuer that knows citizens (VNeID through the national portal; a simulator in the demo). */
export interface IdentityProviderOptions extends IssuerOptions {
  /** Lowest claim loAs that is let in; 0 lets everybody in, also where the claim is not sent. */
  readonly leastAssurance?: number;
}

export interface IdentityProvider extends Pick<ProviderClient, 'issuer' | 'begin'> {
  /** What the provider vouches for. Refuses what the client refuses, too few claims, too low an account. */
  complete(...answer: Parameters<ProviderClient['complete']>): Promise<Result<CitizenClaims>>;
}

/** Level 2 is given in person at the police, against the identity card (NĐ 69/2024 Art. 5). */
const defaultAssurance = 2;

/** The client of citizens. */
export function createIdentityProvider(options: IdentityProviderOptions): IdentityProvider {
  const client = createProviderClient(options, refusalOf);
  return {
    issuer: client.issuer,
    begin: client.begin,
    async complete(callback, secrets) {
      const answer = await client.complete(callback, secrets);
      if (!answer.ok) return answer;
      const claims = parseCitizenClaims(answer.value);
      if (!claims) return refuse('unauthenticated', 'identity.claims-missing');
      const isSure = (claims.assurance ?? 0) >= (options.leastAssurance ?? defaultAssurance);
      return isSure ? ok(claims) : refuse('unauthenticated', 'identity.assurance-too-low');
    },
  };
}

function refusalOf(failure: IssuerFailure): Refused {
  switch (failure) {
    case 'unavailable':
      return refuse('unavailable', 'identity.issuer-unavailable');
    case 'cancelled':
      return refuse('unauthenticated', 'identity.sign-in-cancelled');
    case 'expired':
      return refuse('unauthenticated', 'identity.sign-in-expired');
    case 'rejected':
      return refuse('unauthenticated', 'identity.sign-in-rejected');
  }
}
