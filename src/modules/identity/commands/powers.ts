import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Result } from '../../../kernel/result.ts';
import type { PowersDeps } from '../store/powers-deps.ts';
import { endPermission } from './end-permission.ts';
import { givePermission } from './give-permission.ts';

/** Single permissions given to people beyond their posts: by administrators, within a scope and dates. */
export interface PowersCommands {
  /** `{ login, permission, scope, unitId?, sector?, fromOn, lastOn, reason }`. */
  give(ctx: CommandContext, input: unknown): Promise<Result<{ readonly grantId: Id<'grant'> }>>;
  /** `{ grantId, reason }`; works from the next request on. */
  end(ctx: CommandContext, input: unknown): Promise<Result<null>>;
}

/** Builds them. */
export function powersCommands(deps: PowersDeps): PowersCommands {
  return {
    give: (ctx, input) => givePermission(deps, ctx, input),
    end: (ctx, input) => endPermission(deps, ctx, input),
  };
}
