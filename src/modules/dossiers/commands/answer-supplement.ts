import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { answerSupplementInput } from '../contract.ts';
import { checkAnswer } from '../core/supplement.ts';
import type { DossierDeps } from '../store/deps.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { supplementItemsOf } from '../store/supplements.ts';
import { infectedUploads } from './infected-uploads.ts';
import { lockOwnSupplement } from './lock-supplement.ts';
import { resumeAfterSupplement } from './resume-after-supplement.ts';

/** The citizen hands the supplement in: a file for every paper, or a word why not. The dossier goes on where it stood. */
export function answerSupplement(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  return runCommand(
    deps,
    ctx,
    'dossiers.answer-supplement',
    answerSupplementInput,
    input,
    async (tx, wanted) => {
      const locked = await lockOwnSupplement(tx, ctx, wanted);
      if (!locked.ok) return locked;
      const { dossier, request } = locked.value;
      const items = (await supplementItemsOf(tx, ctx.jurisdiction, dossier.dossier_id)).filter(
        (item) => item.request_id === request.request_id,
      );
      const given = new Set(items.filter((item) => item.fileIds.length > 0).map((item) => item.key));
      const placed = items.flatMap(({ key, fileIds }) =>
        fileIds.map((fileId) => ({ fileId, pointer: `/items/${key}` })),
      );
      const fields = await infectedUploads(tx, ctx, deps, placed);
      if (fields.length > 0) return refuse('invalid', 'dossiers.supplement-unanswered', { fields });
      const whole = checkAnswer(items, given, wanted.note);
      if (!whole.ok) return whole;
      const closing = { as: 'online', note: wanted.note } as const;
      const resumed = await resumeAfterSupplement(tx, ctx, deps, dossier, request, closing);
      if (!resumed.ok) return resumed;
      const payload = { requestId: request.request_id, channel: 'online' } as const;
      const lastSeq = await record(tx, ctx, deps, {
        command: 'dossiers.answer-supplement',
        dossierId: dossier.dossier_id,
        lastSeq: dossier.last_seq,
        events: [{ type: 'dossiers.supplementAnswered', payload }, ...resumed.value],
      });
      await saveDossier(tx, ctx.jurisdiction, dossier, {}, lastSeq);
      return ok(null);
    },
  );
}
