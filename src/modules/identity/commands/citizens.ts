import { findReturnPath, type SignInCitizenDeps } from './sign-in-citizen.ts';

/** What belongs to citizens and organisations beyond signing in. */
export interface Citizens {
  /** Where the sign-in under way was going; undefined when to no page in particular. */
  findReturnPath(flowToken: string | undefined, now: Date): Promise<string | undefined>;
}

/** Builds it. */
export function createCitizens(deps: SignInCitizenDeps): Citizens {
  return {
    findReturnPath: (flowToken, now) => findReturnPath(deps, flowToken, now),
  };
}
