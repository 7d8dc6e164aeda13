import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { attachScansInput } from '../contract.ts';
import { phaseAfter } from '../core/life-cycle.ts';
import { scanPlaces } from '../core/power-places.ts';
import { componentsOf } from '../store/components.ts';
import type { DossierDeps } from '../store/deps.ts';
import { attachFile } from '../store/files.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { tasksOf } from '../store/tasks.ts';
import { lockStanding, refuseUndecided } from './lock-standing.ts';
import { ownUploads } from './own-uploads.ts';
import { requirePower } from './under-power.ts';

/**
 * Pictures of a paper that the office took: on a day without paper all that is kept of it. By the counter that received the
 * dossier or whoever works on it, while it is on its way.
 */
export function attachScans(deps: DossierDeps, ctx: CommandContext, input: unknown): Promise<Result<null>> {
  return runCommand(deps, ctx, 'dossiers.attach-scans', attachScansInput, input, async (tx, wanted) => {
    const locked = await lockStanding(tx, ctx, deps, wanted.dossierId);
    if (!locked.ok) return locked;
    const dossier = locked.value;
    const tasks = await tasksOf(tx, ctx.jurisdiction, wanted.dossierId);
    const power = await requirePower(tx, ctx, deps, dossier, scanPlaces(dossier, tasks));
    if (!power.ok) return power;
    const undecided = refuseUndecided(ctx, deps, dossier);
    if (undecided) return undecided;
    const phase = phaseAfter(dossier.phase, 'scan');
    if (!phase.ok) return phase;
    const { componentKey, fileIds } = wanted;
    const listed = await componentsOf(tx, ctx.jurisdiction, wanted.dossierId);
    if (!listed.some(({ key }) => key === componentKey)) {
      return refuse('invalid', 'dossiers.component-not-listed', { params: { component: componentKey } });
    }
    const own = await ownUploads(tx, ctx, deps, fileIds);
    if (!own.ok) return own;
    for (const fileId of fileIds)
      await attachFile(tx, ctx, wanted.dossierId, fileId, 'component', undefined, componentKey);
    const lastSeq = await record(tx, ctx, deps, {
      delegationId: power.value.delegationId,
      command: 'dossiers.attach-scans',
      dossierId: wanted.dossierId,
      lastSeq: dossier.last_seq,
      events: [{ type: 'dossiers.papersScanned', payload: { componentKey, fileIds } }],
    });
    await saveDossier(tx, ctx.jurisdiction, dossier, {}, lastSeq);
    return ok(null);
  });
}
