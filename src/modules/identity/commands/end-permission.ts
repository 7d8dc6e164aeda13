import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { recordAction } from '../../../platform/journal.ts';
import { endPermissionInput } from '../core/powers.ts';
import { endGrant } from '../store/grant-store.ts';
import type { PowersDeps } from '../store/powers-deps.ts';
import { administer } from './administer.ts';

/**
 * Takes a given permission back, from the next request of whoever has it. Refuses `identity.powers-not-allowed`,
 * `identity.step-up-needed` and `identity.grant-gone` for one that is unknown or was ended before.
 */
export function endPermission(deps: PowersDeps, ctx: CommandContext, input: unknown): Promise<Result<null>> {
  const command = {
    name: 'identity.end-permission' as const,
    input: endPermissionInput,
    refusal: 'identity.powers-not-allowed',
    fresh: true,
  };
  return administer(deps, ctx, command, input, async (tx, { grantId, reason }, officer) => {
    const ended = await endGrant(tx, ctx, grantId, officer.accountId, reason);
    if (!ended) return refuse('not-found', 'identity.grant-gone');
    await recordAction(tx, ctx, deps.newId, { command: command.name, subjectId: grantId });
    return ok(null);
  });
}
