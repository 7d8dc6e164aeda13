import { ok, type Refused, type Result, refuse } from '../../../../kernel/result.ts';
import {
  oldestSignInSeconds,
  type ProvinceClaims,
  parseProvinceClaims,
  provenAt,
  provesFactor,
} from '../../core/province.ts';
import {
  createProviderClient,
  type FlowSecrets,
  type IssuerFailure,
  type IssuerOptions,
  type ProviderClient,
} from '../provider-client.ts';

/** The province's issuer, which knows its officers. */
export interface ProvinceOptions extends IssuerOptions {
  /** Values of `acr` and `amr` that count as a second factor. */
  readonly secondFactor: readonly string[];
}

/** Who came back, and what that proves. */
export interface ProvinceProof {
  readonly claims: ProvinceClaims;
  /** When they proved themselves there, by our clock. */
  readonly provedAt: Date;
  /** Whether that counts as a second factor here. */
  readonly isFactor: boolean;
}

export interface ProvinceProvider extends Pick<ProviderClient, 'issuer' | 'signOutAddress'> {
  readonly isSimulated: boolean;
  /** Whether a second factor proved there may count here. */
  readonly givesFactor: boolean;
  /** `anew`: whoever is signed in there proves themselves once more. */
  begin(anew: boolean): ReturnType<ProviderClient['begin']>;
  complete(callback: URLSearchParams, secrets: FlowSecrets, now: Date): Promise<Result<ProvinceProof>>;
}

/** The client of officers. */
export function createProvinceProvider(options: ProvinceOptions): ProvinceProvider {
  const client = createProviderClient(options, refusalOf);
  const { secondFactor } = options;
  return {
    issuer: client.issuer,
    isSimulated: options.simulated ?? false,
    givesFactor: secondFactor.length > 0,
    signOutAddress: client.signOutAddress,
    begin: (anew) =>
      client.begin({
        // With `max_age` an issuer must tell when somebody signed in (OpenID Connect Core 3.1.2.1).
        max_age: anew ? '0' : String(oldestSignInSeconds),
        ...(anew && { prompt: 'login' }),
        ...(secondFactor.length > 0 && { acr_values: secondFactor.join(' ') }),
      }),
    async complete(callback, secrets, now) {
      const answer = await client.complete(callback, secrets);
      if (!answer.ok) return answer;
      const claims = parseProvinceClaims(answer.value);
      if (!claims) return refuse('unauthenticated', 'identity.province-claims-missing');
      const provedAt = provenAt(claims.authenticatedAt, new Date(), now);
      if (!provedAt) return refuse('unauthenticated', 'identity.province-rejected');
      return ok({ claims, provedAt, isFactor: provesFactor(claims, secondFactor) });
    },
  };
}

function refusalOf(failure: IssuerFailure): Refused {
  switch (failure) {
    case 'unavailable':
      return refuse('unavailable', 'identity.province-unavailable');
    case 'cancelled':
      return refuse('unauthenticated', 'identity.province-cancelled');
    case 'expired':
      return refuse('unauthenticated', 'identity.province-expired');
    case 'rejected':
      return refuse('unauthenticated', 'identity.province-rejected');
  }
}
