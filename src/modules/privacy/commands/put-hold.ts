import type { CommandContext } from '../../../kernel/context.ts';
import { parsePlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { recordAction } from '../../../platform/journal.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { keptKinds, putHoldInput } from '../contract.ts';
import { keeperOf, reaches } from '../core/keeper.ts';
import { addHold, retentionLock } from '../store/holds.ts';
import type { PrivacyDeps } from '../store/privacy-deps.ts';
import { holdContext } from '../store/sealed-tables.ts';

/** Holds a dossier back from erasing for a complaint, a court, an inspection. Any of one's agency's, ended or not, of which something is left. */
export async function putHold(
  deps: PrivacyDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly holdId: string }>> {
  const keeper = keeperOf(ctx);
  if (!keeper.ok) return keeper;
  const command = 'privacy.put-hold';
  return runCommand(deps, ctx, command, putHoldInput, input, async (tx, wanted) => {
    const untilOn = wanted.untilOn === undefined ? undefined : parsePlainDate(wanted.untilOn);
    if (untilOn !== undefined && untilOn < plainDateOf(ctx.now)) return refusedField('untilOn', 'hold-over');
    const dossier = await deps.kept.findByCode(tx, ctx.jurisdiction, wanted.code.toUpperCase());
    if (!dossier || !reaches(keeper.value, dossier.unitId)) return refusedField('code', 'dossier-not-found');
    await retentionLock(tx, dossier.dossierId);
    // Asked once more: while the lock was waited for, it may have been erased.
    const left = await deps.kept.findByCode(tx, ctx.jurisdiction, dossier.code);
    if (!left || left.erased.length === keptKinds.length) return refusedField('code', 'hold-erased');
    const holdId = deps.newId<'retentionHold'>();
    await addHold(tx, ctx, {
      hold_id: holdId,
      dossier_id: dossier.dossierId,
      dossier_code: dossier.code,
      unit_id: dossier.unitId,
      ground: wanted.ground,
      reason_sealed: deps.seal.seal(wanted.reason, holdContext),
      decision_number: wanted.decisionNumber,
      until_on: untilOn ?? null,
      put_by: keeper.value.actor.accountId,
    });
    await recordAction(tx, ctx, deps.newId, {
      command,
      subjectId: dossier.dossierId,
      facts: { holdId, ground: wanted.ground, ...(untilOn !== undefined && { untilOn }) },
    });
    return ok({ holdId });
  });
}

function refusedField(field: string, name: string) {
  const type = `privacy.${name}`;
  return refuse('invalid', type, { fields: [{ pointer: `/${field}`, type }] });
}
