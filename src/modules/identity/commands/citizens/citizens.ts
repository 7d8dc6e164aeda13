import type { CommandContext, QueryContext } from '../../../../kernel/context.ts';
import { type Result, refuse } from '../../../../kernel/result.ts';
import type { StartedSignIn } from '../../core/sign-in.ts';
import { findReturnPath, type SignInCitizenDeps, startCitizenSignIn } from '../sign-in-citizen.ts';
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
  };
}
