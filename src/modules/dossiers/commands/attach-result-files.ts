import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { attachResultFilesInput } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { attachFile } from '../store/files.ts';
import { lockTask } from './lock-task.ts';
import { ownUploads } from './own-uploads.ts';
import { runCommand } from './run-command.ts';

/** Puts scans of the result on the dossier; its people see them once the result is issued. */
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
      const locked = await lockTask(tx, ctx, deps, wanted.taskId);
      if (!locked.ok) return locked;
      const own = await ownUploads(tx, ctx, deps, wanted.fileIds);
      if (!own.ok) return own;
      for (const fileId of wanted.fileIds)
        await attachFile(tx, ctx, locked.value.dossier.dossier_id, fileId, 'result');
      return ok(null);
    },
  );
}
