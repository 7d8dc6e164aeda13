import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { ok } from '../../../kernel/result.ts';
import { once } from '../../../platform/journal.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { requestSupplementInput } from '../contract.ts';
import { unlistedPaper } from '../core/supplement.ts';
import type { DossierDeps } from '../store/deps.ts';
import { lockDossier } from '../store/dossier-row.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { findTask } from '../store/tasks.ts';

/**
 * Asking for a paper outside the published list is refused and rolled back; that it was tried stays on record, once
 * a request. What was asked for is free text and is not kept.
 */
export async function countUnlistedAsk(
  deps: DossierDeps,
  ctx: CommandContext,
  refusal: Refusal,
  input: unknown,
): Promise<void> {
  const wanted = requestSupplementInput.safeParse(input);
  if (refusal.type !== unlistedPaper || !wanted.success) return;
  const { taskId } = wanted.data;
  await inTransaction(deps.db, (tx) =>
    once(tx, ctx, 'dossiers.supplement-refused', { taskId }, async () => {
      const task = await findTask(tx, ctx.jurisdiction, taskId);
      const dossier = task && (await lockDossier(tx, ctx.jurisdiction, task.dossier_id));
      if (!task || !dossier) throw new Error(`task ${taskId} is gone`);
      const payload = { taskId, unitId: task.unit_id };
      const lastSeq = await record(tx, ctx, deps, {
        command: 'dossiers.supplement-refused',
        dossierId: dossier.dossier_id,
        lastSeq: dossier.last_seq,
        events: [{ type: 'dossiers.supplementRefused', payload }],
      });
      await sql`
        insert into dossiers.unlisted_ask (jurisdiction, ask_id, dossier_id, unit_id, asked_at)
        values (${ctx.jurisdiction}, ${deps.newId<'unlistedAsk'>()}, ${dossier.dossier_id}, ${task.unit_id}, ${ctx.now})
      `.execute(tx);
      await saveDossier(tx, ctx.jurisdiction, dossier, {}, lastSeq);
      return ok(null);
    }),
  );
}
