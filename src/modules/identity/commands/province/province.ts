import type { Result } from '../../../../kernel/result.ts';
import type { StartedSignIn } from '../../core/sign-in.ts';
import type { SecurityRequest } from '../../store/secure-session.ts';
import {
  dropPassword,
  linkProvince,
  type PendingProvinceLink,
  pendingProvinceLink,
  unlinkProvince,
} from './link-province.ts';
import {
  type FinishedProvince,
  findProvinceFlow,
  finishProvince,
  type ProvinceDeps,
  startProvince,
} from './sign-in-province.ts';

type Own<T = null> = (request: SecurityRequest, flowToken: string | undefined) => Promise<T>;

/** Signing in at the province's issuer, where one is configured; the pages offer it only then. */
export interface Province {
  readonly isOffered: boolean;
  readonly isSimulated: boolean;
  readonly start: (asked: Parameters<typeof startProvince>[1]) => Promise<Result<StartedSignIn>>;
  readonly findFlow: (flowToken: string | undefined, now: Date) => ReturnType<typeof findProvinceFlow>;
  readonly finish: (
    request: SecurityRequest,
    flowToken: string | undefined,
    callback: URLSearchParams,
  ) => Promise<Result<FinishedProvince>>;
  readonly pendingLink: Own<PendingProvinceLink | undefined>;
  readonly link: Own<Result<null>>;
  readonly unlink: (request: SecurityRequest) => Promise<Result<null>>;
  readonly dropPassword: (request: SecurityRequest) => Promise<Result<null>>;
  /** Where somebody signs out at the issuer too, back to `returnTo`; undefined where it cannot be done. */
  readonly signOutAddress: (returnTo: string) => Promise<string | undefined>;
}

/** Builds it. */
export function createProvince(deps: ProvinceDeps): Province {
  return {
    isOffered: deps.province !== undefined,
    isSimulated: deps.province?.isSimulated ?? false,
    start: (asked) => startProvince(deps, asked),
    findFlow: (flowToken, now) => findProvinceFlow(deps, flowToken, now),
    finish: (request, flowToken, callback) => finishProvince(deps, request, flowToken, callback),
    pendingLink: (request, flowToken) => pendingProvinceLink(deps, request, flowToken),
    link: (request, flowToken) => linkProvince(deps, request, flowToken),
    unlink: (request) => unlinkProvince(deps, request),
    dropPassword: (request) => dropPassword(deps, request),
    signOutAddress: async (returnTo) => deps.province?.signOutAddress(returnTo),
  };
}
