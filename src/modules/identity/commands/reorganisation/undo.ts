import type { CommandContext } from '../../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import { lockUnits } from '../../store/hold-units.ts';
import type { ReorganisationDeps } from '../../store/reorganisation-deps.ts';
import { lockReorganisation, moveReorganisation } from '../../store/reorganisation-store.ts';
import { builtUpon, takeBack } from '../../store/reorganisation-undo.ts';
import { recordWithReason } from '../../store/stated-reasons.ts';
import { administer } from '../administer.ts';
import { hasBegun } from './carry-out.ts';
import { refusal, undoInput } from './inputs.ts';

/**
 * Takes a carried-out reorganisation back before its day; it is a draft again. Refuses one whose day has come, and one that
 * others have built upon since (`identity.reorganisation-built-upon`).
 */
export async function undoReorganisation(
  deps: ReorganisationDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  const command = { name: 'identity.undo-reorganisation' as const, input: undoInput, refusal, fresh: true };
  const done = await administer(deps, ctx, command, input, async (tx, wanted, officer) => {
    const found = await lockReorganisation(tx, ctx.jurisdiction, wanted.reorganisationId);
    if (!found || found.state === 'discarded') return refuse('not-found', 'identity.reorganisation-unknown');
    if (found.version !== wanted.expectedVersion)
      return refuse('conflict', 'identity.reorganisation-changed');
    const { applied, effectiveOn: on } = found;
    if (applied === null || on === null) return refuse('conflict', 'identity.reorganisation-not-carried-out');
    if (hasBegun(on, ctx.now)) return refuse('conflict', 'identity.reorganisation-begun');
    await lockUnits(tx, ctx.jurisdiction);
    const undoing = { jurisdiction: ctx.jurisdiction, reorganisationId: found.id, on, applied };
    const built = await builtUpon(tx, undoing);
    if (built > 0)
      return refuse('conflict', 'identity.reorganisation-built-upon', { params: { count: built } });
    await takeBack(tx, undoing);
    await moveReorganisation(tx, ctx, officer.accountId, found, { state: 'draft' });
    await recordWithReason(tx, ctx, deps.newId, {
      command: command.name,
      subjectId: found.id,
      reason: wanted.reason,
      facts: { effectiveOn: on },
    });
    return ok(null);
  });
  if (done.ok) await deps.refreshUnits();
  return done;
}
