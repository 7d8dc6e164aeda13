import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Refused, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { recordAction } from '../../../platform/journal.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { isFreshlyProved } from '../core/assurance.ts';
import {
  answerDelegationInput,
  delegationState,
  endDelegationInput,
  isOpen,
  sideOf,
} from '../core/delegation.ts';
import { can } from '../core/permissions.ts';
import {
  answerDelegation,
  type DelegationRow,
  endDelegation as endRow,
  findDelegation,
} from '../store/delegation-store.ts';
import type { PowersDeps } from '../store/powers-deps.ts';

/** The delegate takes what was offered: from its first day they act under the principal's name. */
export function acceptDelegation(
  deps: PowersDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  return answer(deps, ctx, input, 'accepted');
}

/** The delegate does not take it: nothing of it ever worked. */
export function declineDelegation(
  deps: PowersDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  return answer(deps, ctx, input, 'declined');
}

function answer(
  deps: PowersDeps,
  ctx: CommandContext,
  input: unknown,
  how: 'accepted' | 'declined',
): Promise<Result<null>> {
  const command = how === 'accepted' ? 'identity.accept-delegation' : 'identity.decline-delegation';
  return runCommand(deps, ctx, command, answerDelegationInput, input, async (tx, wanted) => {
    const row = await findDelegation(tx, ctx.jurisdiction, wanted.delegationId, true);
    if (!row || ctx.actor.kind !== 'officer' || row.delegate_person_id !== ctx.actor.personId)
      return refuse('not-found', 'identity.delegation-not-found');
    if (how === 'accepted' && !isFreshlyProved(ctx.actor, ctx.now))
      return refuse('forbidden', 'identity.step-up-needed');
    if (delegationState(row, plainDateOf(ctx.now)) !== 'offered')
      return refuse('conflict', 'identity.delegation-not-offered');
    await answerDelegation(tx, ctx.jurisdiction, row.delegation_id, how, ctx.now);
    await recordAction(tx, ctx, deps.newId, { command, subjectId: row.delegation_id });
    return ok(null);
  });
}

/**
 * Ends it from this moment, with a reason: the principal, an administrator, whoever passed it on, or the delegate giving
 * it back. What was done under it stays done; what waits for its hand is refused.
 */
export function endDelegation(deps: PowersDeps, ctx: CommandContext, input: unknown): Promise<Result<null>> {
  return runCommand(deps, ctx, 'identity.end-delegation', endDelegationInput, input, async (tx, wanted) => {
    const row = await findDelegation(tx, ctx.jurisdiction, wanted.delegationId, true);
    const refused = mayNotEnd(ctx, row);
    if (refused || !row || ctx.actor.kind !== 'officer')
      return refused ?? refuse('not-found', 'identity.delegation-not-found');
    await end(tx, ctx, deps, row, { by: ctx.actor.accountId, reason: wanted.reason });
    return ok(null);
  });
}

function mayNotEnd({ actor, now }: CommandContext, row: DelegationRow | undefined): Refused | undefined {
  const isTheirs =
    row !== undefined &&
    actor.kind === 'officer' &&
    (sideOf(row, actor) !== 'other' || can(actor, 'identity.manage'));
  if (!isTheirs) return refuse('not-found', 'identity.delegation-not-found');
  return isOpen(delegationState(row, plainDateOf(now)))
    ? undefined
    : refuse('conflict', 'identity.delegation-closed');
}

async function end(
  tx: Tx,
  ctx: CommandContext,
  deps: PowersDeps,
  row: DelegationRow,
  how: Parameters<typeof endRow>[3],
): Promise<void> {
  const ended = await endRow(tx, ctx.jurisdiction, row.delegation_id, how, ctx.now);
  for (const delegationId of ended)
    await recordAction(tx, ctx, deps.newId, { command: 'identity.end-delegation', subjectId: delegationId });
}
