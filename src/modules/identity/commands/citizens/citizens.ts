import type { CommandContext, QueryContext } from '../../../../kernel/context.ts';
import { type Result, refuse } from '../../../../kernel/result.ts';
import type { Connection } from '../../../../platform/database.ts';
import type { StartedSignIn } from '../../core/sign-in.ts';
import { findReturnPath, type SignInCitizenDeps, startCitizenSignIn } from '../sign-in-citizen.ts';
import { actUnderConsent, type HelpedPerson } from './act-under-consent.ts';
import { type GivenConsent, giveConsent, redeemConsent, revokeConsent } from './consent.ts';
import { confirmMerge, mergePeople, undoMerge } from './merge.ts';

/** What citizens and administrators do about accounts of citizens. */
export interface CitizenCommands {
  /** Where the sign-in under way was going; undefined when to no page in particular. */
  findReturnPath(flowToken: string | undefined, now: Date): Promise<string | undefined>;
  /** Signs in once more, to prove that a second account is the caller's too. Refuses `identity.merge-organisation`. */
  startMerge(ctx: QueryContext): Promise<Result<StartedSignIn>>;
  confirmMerge(ctx: CommandContext, flowToken: string | undefined): Promise<Result<{ mergeId: string }>>;
  /** `mergePeopleInput`. By an administrator, with a reason. */
  mergePeople(ctx: CommandContext, input: unknown): Promise<Result<{ mergeId: string }>>;
  /** `undoMergeInput`. By an administrator, or by the citizen who merged their own. */
  undoMerge(ctx: CommandContext, input: unknown): Promise<Result<null>>;
  /** `giveConsentInput`. By the citizen, or by an officer at a counter who has seen their card; the code is for the helper. */
  giveConsent(ctx: CommandContext, input: unknown): Promise<Result<GivenConsent>>;
  /** `redeemConsentInput`. By the helper. */
  redeemConsent(ctx: CommandContext, input: unknown): Promise<Result<{ readonly consentId: string }>>;
  /** `revokeConsentInput`. At once, also in the middle of a draft. */
  revokeConsent(ctx: CommandContext, input: unknown): Promise<Result<null>>;
  /** For whom the helper acts, inside the caller's transaction. Refuses `identity.consent-ended`. */
  actUnderConsent(
    tx: Connection,
    ctx: QueryContext,
    consentId: string,
    isHandedIn: boolean,
  ): Promise<Result<HelpedPerson>>;
}

const accountPage = '/tai-khoan';

/** Builds it. */
export function createCitizenCommands(deps: SignInCitizenDeps): CitizenCommands {
  return {
    findReturnPath: (flowToken, now) => findReturnPath(deps, flowToken, now),
    async startMerge({ actor, now }) {
      if (actor.kind !== 'citizen') return refuse('unauthenticated', 'identity.session-expired');
      if (actor.organisationId) return refuse('conflict', 'identity.merge-organisation');
      return startCitizenSignIn(deps, accountPage, now, actor.accountId);
    },
    confirmMerge: (ctx, flowToken) => confirmMerge(deps, ctx, flowToken),
    mergePeople: (ctx, input) => mergePeople(deps, ctx, input),
    undoMerge: (ctx, input) => undoMerge(deps, ctx, input),
    giveConsent: (ctx, input) => giveConsent(deps, ctx, input),
    redeemConsent: (ctx, input) => redeemConsent(deps, ctx, input),
    revokeConsent: (ctx, input) => revokeConsent(deps, ctx, input),
    actUnderConsent: (tx, ctx, consentId, isHandedIn) =>
      actUnderConsent(deps, tx, ctx, consentId, isHandedIn),
  };
}
