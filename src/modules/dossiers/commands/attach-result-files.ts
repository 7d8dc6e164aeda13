import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { attachResultFilesInput } from '../contract.ts';
import { phaseAfter } from '../core/life-cycle.ts';
import type { DossierDeps } from '../store/deps.ts';
import { attachFile } from '../store/files.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { lockWork } from './lock-task.ts';
import { ownUploads } from './own-uploads.ts';

/**
 * Puts scans on a dossier in work: of the result (its people see them once it is issued, and nothing joins them then), or,
 * in the task of a unit that was asked, of its answer, which stays among officers.
 */
export function attachResultFiles(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  return runCommand(
    deps,
    ctx,
    'dossiers.attach-result-files',
    attachResultFilesInput,
    input,
    async (tx, wanted) => {
      const locked = await lockWork(tx, ctx, deps, wanted.taskId);
      if (!locked.ok) return locked;
      const own = await ownUploads(tx, ctx, deps, wanted.fileIds);
      if (!own.ok) return own;
      const { dossier, task } = locked.value;
      const phase = phaseAfter(dossier.phase, 'attachResult');
      if (!phase.ok) return phase;
      const isOpinion = task.kind === 'opinion';
      for (const fileId of wanted.fileIds) {
        await (isOpinion
          ? attachFile(tx, ctx, dossier.dossier_id, fileId, 'opinion', task.task_id)
          : attachFile(tx, ctx, dossier.dossier_id, fileId, 'result'));
      }
      const lastSeq = await record(tx, ctx, deps, {
        delegationId: locked.value.delegationId,
        command: 'dossiers.attach-result-files',
        dossierId: dossier.dossier_id,
        lastSeq: dossier.last_seq,
        events: isOpinion
          ? []
          : [{ type: 'dossiers.resultScanned', payload: { taskId: task.task_id, fileIds: wanted.fileIds } }],
      });
      await saveDossier(tx, ctx.jurisdiction, dossier, { phase: phase.value }, lastSeq);
      return ok(null);
    },
  );
}
