import type { QueryContext } from '../../../kernel/context.ts';
import type { Result } from '../../../kernel/result.ts';
import type { PostalDesk, PostalList } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { postalDesk } from './postal-desk.ts';
import { postalList } from './postal-list.ts';

/** What is read of the public post. */
export interface PostalReads {
  /** `{ unitId?, afterOut?, afterIn? }`: the post's desk of one counter of the officer. */
  postalDesk(ctx: QueryContext, input: unknown): Promise<Result<PostalDesk>>;
  postalList(ctx: QueryContext, listId: string): Promise<Result<PostalList>>;
}

export function createPostalReads(deps: DossierDeps): PostalReads {
  return {
    postalDesk: (ctx, input) => postalDesk(deps, ctx, input),
    postalList: (ctx, listId) => postalList(deps, ctx, listId),
  };
}
