import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { recordAction } from '../../../platform/journal.ts';
import { journalKey } from '../../../platform/journal-facts.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { liftHoldInput } from '../contract.ts';
import { keeperOf, reaches } from '../core/keeper.ts';
import { dossierOfHold, endHold, lockHold, retentionLock } from '../store/holds.ts';
import type { PrivacyDeps } from '../store/privacy-deps.ts';
import { holdContext } from '../store/sealed-tables.ts';

/** Lifts a hold, once, with a reason; from then on what is due may be listed again. */
export async function liftHold(
  deps: PrivacyDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  const keeper = keeperOf(ctx);
  if (!keeper.ok) return keeper;
  const command = 'privacy.lift-hold';
  return runCommand(deps, ctx, command, liftHoldInput, input, async (tx, { holdId, reason }) => {
    const held = await dossierOfHold(tx, ctx.jurisdiction, holdId);
    if (held !== undefined) await retentionLock(tx, held);
    const hold = await lockHold(tx, ctx.jurisdiction, holdId);
    if (!hold || !reaches(keeper.value, hold.unit_id)) return refuse('not-found', 'privacy.hold-not-found');
    if (hold.lifted_at !== null) return refuse('conflict', 'privacy.hold-lifted');
    const dossier = await deps.kept.findByCode(tx, ctx.jurisdiction, hold.dossier_code);
    // A hold whose day was over did not keep the dossier: nothing is written about its people any more.
    const isErased = dossier?.erased.includes('facts') ?? true;
    const sealed = isErased ? null : deps.seal.seal(reason, holdContext);
    await endHold(tx, ctx, holdId, keeper.value.actor.accountId, sealed);
    await recordAction(tx, ctx, deps.newId, {
      command,
      subjectId: hold.dossier_id,
      facts: { holdId: journalKey(holdId) },
    });
    return ok(null);
  });
}
