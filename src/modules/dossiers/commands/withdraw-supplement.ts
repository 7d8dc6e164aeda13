import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { withdrawSupplementInput } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { lockOfficeSupplement } from './lock-supplement.ts';
import { lockTask } from './lock-task.ts';
import { resumeAfterSupplement } from './resume-after-supplement.ts';

/** Takes a request back ("thu hồi") while its citizen has not opened the dossier since; it then does not count. */
export function withdrawSupplement(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  return runCommand(
    deps,
    ctx,
    'dossiers.withdraw-supplement',
    withdrawSupplementInput,
    input,
    async (tx, wanted) => {
      const seen = await lockOfficeSupplement(tx, ctx, deps, wanted);
      if (!seen.ok) return seen;
      const { request } = seen.value;
      const locked = await lockTask(tx, ctx, deps, request.task_id);
      if (!locked.ok) return locked;
      const { dossier } = locked.value;
      if (request.seen_at !== null) return refuse('conflict', 'dossiers.supplement-seen');
      const closing = { as: 'withdrawn', note: wanted.reason } as const;
      const resumed = await resumeAfterSupplement(tx, ctx, deps, dossier, request, closing);
      if (!resumed.ok) return resumed;
      const lastSeq = await record(tx, ctx, deps, {
        delegationId: locked.value.delegationId,
        command: 'dossiers.withdraw-supplement',
        dossierId: dossier.dossier_id,
        lastSeq: dossier.last_seq,
        events: [
          { type: 'dossiers.supplementWithdrawn', payload: { requestId: request.request_id } },
          ...resumed.value,
        ],
      });
      await saveDossier(tx, ctx.jurisdiction, dossier, {}, lastSeq);
      return ok(null);
    },
  );
}
