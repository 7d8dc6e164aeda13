import type { CommandContext } from '../../../kernel/context.ts';
import type { Result } from '../../../kernel/result.ts';
import type { DossierDeps } from '../store/deps.ts';
import { attachScans } from './attach-scans.ts';
import { handToPost } from './hand-to-post.ts';
import { receiveByPost } from './receive-by-post.ts';
import { recordPart } from './record-part.ts';

/** What follows from the lists by decision: the public post, procedures of a group, days without paper. */
export interface ListActs {
  /** `recordPartInput`. By whoever holds an open step of the dossier. */
  recordPart(ctx: CommandContext, input: unknown): Promise<Result<{ readonly dossierId: string }>>;
  /** `attachScansInput`. Pictures of a paper, taken by the office. */
  attachScans(ctx: CommandContext, input: unknown): Promise<Result<null>>;
  /** `handToPostInput`. All on one list, or none. */
  handToPost(
    ctx: CommandContext,
    input: unknown,
  ): Promise<Result<{ readonly listId: string; readonly items: number }>>;
  /** `receiveByPostInput`. */
  receiveByPost(ctx: CommandContext, input: unknown): Promise<Result<null>>;
}

export function createListActs(deps: DossierDeps): ListActs {
  return {
    recordPart: (ctx, input) => recordPart(deps, ctx, input),
    attachScans: (ctx, input) => attachScans(deps, ctx, input),
    handToPost: (ctx, input) => handToPost(deps, ctx, input),
    receiveByPost: (ctx, input) => receiveByPost(deps, ctx, input),
  };
}
