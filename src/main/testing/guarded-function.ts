import type { CommandContext } from '../../kernel/context.ts';
import type { Permission } from '../../modules/identity/public.ts';
import type { Modules } from '../compose.ts';

/** A function of a module that asks for a permission: whoever holds any of them anywhere may, everybody else sees and does nothing. */
export interface GuardedFunction {
  readonly needs: readonly [Permission, ...Permission[]];
  /** Held besides, where one is not enough. */
  readonly also?: Permission;
  /** Calls it with something it takes; ids of nothing, so that whoever may is told that there is nothing, not that they may not. */
  readonly ask: (modules: Modules, ctx: CommandContext) => unknown;
}
