import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { enqueue } from '../../../platform/enqueue.ts';
import { once, recordAction } from '../../../platform/journal.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { exportDays } from '../contract.ts';
import { ownAccountsAlone } from '../core/own-accounts-alone.ts';
import { addExport, exportsOf } from '../store/exports.ts';
import { oneAtATime } from '../store/one-at-a-time.ts';
import type { PrivacyDeps } from '../store/privacy-deps.ts';

/** Job that makes the copy. */
export const makeExportTask = 'privacy.make-export';

/** Asks for a copy of one's own data; one at a time. */
export function askExport(
  deps: PrivacyDeps,
  ctx: CommandContext,
): Promise<Result<{ readonly exportId: string }>> {
  return inTransaction(deps.db, (tx) =>
    once(tx, ctx, 'privacy.ask-export', {}, async () => {
      const { actor } = ctx;
      if (actor.kind !== 'citizen') return refuse('unauthenticated', 'privacy.sign-in-first');
      await oneAtATime(tx, actor.personId);
      const [newest] = await exportsOf(tx, ctx.jurisdiction, actor.personId, 1);
      const isOpen = newest && newest.expires_at > ctx.now && (!newest.made_at || newest.content_sealed);
      if (isOpen) return refuse('conflict', 'privacy.export-open');
      const exportId = deps.newId<'dataExport'>();
      await addExport(tx, ctx.jurisdiction, {
        export_id: exportId,
        person_id: actor.personId,
        account_id: actor.accountId,
        account_ids: ownAccountsAlone(actor),
        requested_at: ctx.now,
        expires_at: new Date(ctx.now.getTime() + exportDays * 86_400_000),
      });
      await recordAction(tx, ctx, deps.newId, { command: 'privacy.ask-export', subjectId: exportId });
      await enqueue(tx, {
        task: makeExportTask,
        payload: { jurisdiction: ctx.jurisdiction, exportId },
        key: `privacy.export:${exportId}`,
      });
      return ok({ exportId });
    }),
  );
}
