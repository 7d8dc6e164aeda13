import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import { enqueue } from '../../../platform/enqueue.ts';
import { recordAction } from '../../../platform/journal.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { can } from '../../identity/public.ts';
import { type HandedOver, handOverInput } from '../contract.ts';
import { placesToAssign } from '../core/assignment/substitution.ts';
import type { DossierDeps } from '../store/deps.ts';
import { countHeld, insertHandOver } from '../store/hand-overs.ts';
import { moveHeld } from './move-held.ts';

/** The job that goes on with a hand-over too large for one transaction. */
export const continueHandOverTask = 'dossiers.continue-hand-over';

/**
 * Somebody leaves a unit: all their open tasks there go to one colleague, or back to the group. Up to a hundred dossiers
 * move at once; the worker goes on with the rest, a hundred a transaction.
 */
export function handOver(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<HandedOver>> {
  return runCommand(deps, ctx, 'dossiers.hand-over', handOverInput, input, async (tx, wanted) => {
    const { units } = deps.identity;
    const today = plainDateOf(ctx.now);
    const { actor } = ctx;
    if (
      actor.kind !== 'officer' ||
      !can(actor, 'dossiers.assign', placesToAssign(units, wanted.unitId, today))
    ) {
      return refuse('forbidden', 'dossiers.not-assigning');
    }
    if (wanted.toAccountId === wanted.fromAccountId)
      return refuseField('/toAccountId', 'dossiers.own-substitute');
    const held = { account: wanted.fromAccountId, unitScope: units.scopeOf(wanted.unitId, today) };
    const counts = await countHeld(tx, ctx, held);
    const total = counts.reduce((sum, each) => sum + each.tasks, 0);
    if (total !== wanted.expected) {
      return refuse('conflict', 'dossiers.hand-over-changed', { params: { total } });
    }
    if (wanted.toAccountId !== undefined) {
      const holders = await deps.identity.holdersOf(tx, wanted.unitId, today);
      if (!holders.some(({ accountId }) => accountId === wanted.toAccountId))
        return refuseField('/toAccountId', 'dossiers.not-of-unit');
    }
    const row = await insertHandOver(tx, ctx, deps.newId<'handOver'>(), wanted, actor.accountId);
    await recordAction(tx, ctx, deps.newId, {
      command: 'dossiers.hand-over',
      subjectId: row.hand_over_id,
      facts: { unitId: wanted.unitId, from: wanted.fromAccountId, to: wanted.toAccountId ?? null, total },
    });
    const { toPerson, toGroup, isFinished } = await moveHeld(tx, ctx, deps, row);
    if (!isFinished) {
      const payload = {
        jurisdiction: ctx.jurisdiction,
        handOverId: row.hand_over_id,
        requestId: ctx.requestId,
      };
      await enqueue(tx, { task: continueHandOverTask, payload, key: `hand-over:${row.hand_over_id}` });
    }
    return ok({ handOverId: row.hand_over_id, toPerson, toGroup, left: total - toPerson - toGroup });
  });
}
