import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { attachScansInput } from '../contract.ts';
import { componentsOf } from '../store/components.ts';
import type { DossierDeps } from '../store/deps.ts';
import { lockDossier } from '../store/dossier-row.ts';
import { attachFile } from '../store/files.ts';
import { mayScan } from '../store/may-scan.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { tasksOf } from '../store/tasks.ts';
import { ownUploads } from './own-uploads.ts';

/**
 * Pictures of a paper that the office took: on a day without paper all that is kept of it. By the counter that received the
 * dossier or whoever works on it, while it is on its way.
 */
export function attachScans(deps: DossierDeps, ctx: CommandContext, input: unknown): Promise<Result<null>> {
  return runCommand(deps, ctx, 'dossiers.attach-scans', attachScansInput, input, async (tx, wanted) => {
    const dossier = await lockDossier(tx, ctx.jurisdiction, wanted.dossierId);
    if (!dossier) return refuse('not-found', 'dossiers.not-found');
    const tasks = await tasksOf(tx, ctx.jurisdiction, wanted.dossierId);
    if (!mayScan(ctx, dossier, tasks)) return refuse('forbidden', 'dossiers.not-allowed');
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
      command: 'dossiers.attach-scans',
      dossierId: wanted.dossierId,
      lastSeq: dossier.last_seq,
      events: [{ type: 'dossiers.papersScanned', payload: { componentKey, fileIds } }],
    });
    await saveDossier(tx, ctx.jurisdiction, dossier, {}, lastSeq);
    return ok(null);
  });
}
