import type { CommandContext } from '../../../kernel/context.ts';
import type { Result } from '../../../kernel/result.ts';
import type { DossierDeps } from '../store/deps.ts';
import { chooseForDraft } from './choose-for-draft.ts';
import { handToPost } from './hand-to-post.ts';
import { receiveByPost } from './receive-by-post.ts';

/** What follows from the lists by decision: the public post. */
export interface PostalActs {
  /** `chooseForDraftInput`. What is chosen beside the form of a draft. */
  chooseForDraft(ctx: CommandContext, input: unknown): Promise<Result<{ readonly version: number }>>;
  /** `handToPostInput`. All on one list, or none. */
  handToPost(
    ctx: CommandContext,
    input: unknown,
  ): Promise<Result<{ readonly listId: string; readonly items: number }>>;
  /** `receiveByPostInput`. */
  receiveByPost(ctx: CommandContext, input: unknown): Promise<Result<null>>;
}

export function createPostalActs(deps: DossierDeps): PostalActs {
  return {
    chooseForDraft: (ctx, input) => chooseForDraft(deps, ctx, input),
    handToPost: (ctx, input) => handToPost(deps, ctx, input),
    receiveByPost: (ctx, input) => receiveByPost(deps, ctx, input),
  };
}
