import type { CommandContext, QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { holdDelegation } from '../store/delegation-store.ts';
import type { PowersDeps } from '../store/powers-deps.ts';
import { giveDelegation } from './give-delegation.ts';
import { acceptDelegation, declineDelegation, endDelegation } from './settle-delegation.ts';

type Command<Output = null> = (ctx: CommandContext, input: unknown) => Promise<Result<Output>>;

/** Powers lent by one officer to another, by a decision and for a time: "ủy quyền" and "ký thay". */
export interface DelegationCommands {
  /** `giveDelegationInput`. Refuses by field what may not be lent; asks for a fresh proof. */
  readonly give: Command<{ readonly delegationId: string }>;
  /** `answerDelegationInput`. */
  readonly accept: Command;
  readonly decline: Command;
  /** `endDelegationInput`. At once; by the principal, an administrator, or the delegate. */
  readonly end: Command;
  /** Whether it is in force, and stays so until the transaction ends. */
  hold(tx: Tx, ctx: QueryContext, delegationId: Id<'delegation'>): Promise<boolean>;
}

/** Builds them. */
export function delegationCommands(deps: PowersDeps): DelegationCommands {
  return {
    give: (ctx, input) => giveDelegation(deps, ctx, input),
    accept: (ctx, input) => acceptDelegation(deps, ctx, input),
    decline: (ctx, input) => declineDelegation(deps, ctx, input),
    end: (ctx, input) => endDelegation(deps, ctx, input),
    hold: (tx, ctx, id) => holdDelegation(tx, ctx.jurisdiction, id, plainDateOf(ctx.now)),
  };
}
