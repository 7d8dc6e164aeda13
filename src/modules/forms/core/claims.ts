import type { CitizenProfile } from '../../identity/public.ts';
import type { PersonClaims } from './prefill.ts';

/** The profile in the words of `prefill`; what the provider did not vouch for is absent. */
export function claimsOf(profile: CitizenProfile): PersonClaims {
  const claims = {
    'person.fullName': profile.name,
    'person.identityNumber': profile.identityNumber,
    'person.birthDate': profile.birthDate,
    'person.gender': profile.gender,
    'person.phone': profile.phone,
    'person.email': profile.email,
  };
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}
