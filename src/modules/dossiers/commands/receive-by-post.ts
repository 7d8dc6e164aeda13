import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { can } from '../../identity/public.ts';
import { receiveByPostInput } from '../contract.ts';
import { isSplit } from '../core/split-moves.ts';
import type { DossierDeps } from '../store/deps.ts';
import { movePostalItem } from '../store/postal-items.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { lockStanding } from './lock-standing.ts';

/** The papers that a citizen announced have come to the counter; they are checked when the dossier is accepted. */
export function receiveByPost(deps: DossierDeps, ctx: CommandContext, input: unknown): Promise<Result<null>> {
  return runCommand(deps, ctx, 'dossiers.receive-by-post', receiveByPostInput, input, async (tx, wanted) => {
    const locked = await lockStanding(tx, ctx, deps, wanted.dossierId);
    if (!locked.ok) return locked;
    const dossier = locked.value;
    if (ctx.actor.kind !== 'officer' || !can(ctx.actor, 'dossiers.accept', [dossier.received_unit_id]))
      return refuse('forbidden', 'dossiers.not-allowed');
    if (isSplit(deps.identity.units, dossier.received_unit_id, plainDateOf(ctx.now)))
      return refuse('conflict', 'dossiers.split-undecided');
    const { trackingNumber } = wanted;
    const came = await movePostalItem(tx, ctx, wanted.dossierId, 'in', { trackingNumber });
    if (!came) return refuse('conflict', 'dossiers.no-papers-awaited');
    const lastSeq = await record(tx, ctx, deps, {
      command: 'dossiers.receive-by-post',
      dossierId: wanted.dossierId,
      lastSeq: dossier.last_seq,
      events: [{ type: 'dossiers.papersCameByPost', payload: { trackingNumber } }],
    });
    await saveDossier(tx, ctx.jurisdiction, dossier, {}, lastSeq);
    return ok(null);
  });
}
