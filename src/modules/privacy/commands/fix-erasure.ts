import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { recordAction } from '../../../platform/journal.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { fixErasureInput } from '../contract.ts';
import { keeperOf } from '../core/keeper.ts';
import { addErasure } from '../store/erasures.ts';
import { oneAtATime } from '../store/one-at-a-time.ts';
import type { PrivacyDeps } from '../store/privacy-deps.ts';
import { dueRows } from '../store/retention-due.ts';

/** What one person reads through and signs for; more is another list. */
const mostListed = 500;

/**
 * First of two steps: fixes the list of what is due, certain and not held in the keeper's reach, soonest first. Nothing is
 * erased by it; what stands in a list already is not listed again.
 */
export async function fixErasure(
  deps: PrivacyDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly erasureId: string; readonly items: number }>> {
  const keeper = keeperOf(ctx);
  if (!keeper.ok) return keeper;
  const { actor, scope } = keeper.value;
  const command = 'privacy.fix-erasure';
  return runCommand(deps, ctx, command, fixErasureInput, input, async (tx, { procedureCode }) => {
    // Lists made at once would both hold the same dossiers.
    await oneAtATime(tx, 'erasure');
    const { jurisdiction } = ctx;
    const of = { jurisdiction, scope, today: plainDateOf(ctx.now), procedureCode, isUnlisted: true };
    const lines = await dueRows(tx, of, { state: 'due', limit: mostListed });
    if (lines.length === 0) return refuse('conflict', 'privacy.nothing-due');
    const erasureId = deps.newId<'erasure'>();
    await addErasure(tx, ctx, { erasureId, by: actor.accountId, person: actor.personId }, lines);
    await recordAction(tx, ctx, deps.newId, {
      command,
      subjectId: erasureId,
      facts: { items: lines.length },
    });
    return ok({ erasureId, items: lines.length });
  });
}
