import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { recordAction } from '../../../platform/journal.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { formatDateTime } from '../../../texts/format.ts';
import { translate } from '../../../texts/translate.ts';
import { takeExportInput } from '../contract.ts';
import { exportPage } from '../core/export-page.ts';
import { lockExport, markTaken } from '../store/exports.ts';
import type { PrivacyDeps } from '../store/privacy-deps.ts';
import { exportContext } from '../store/sealed-tables.ts';
import type { ExportContent } from '../tasks/make-export.ts';

/**
 * Hands one form of the copy to its owner, once. Not claimed by `once`: what it answers is the data themselves, and the
 * request log must not keep them; a second request finds it taken.
 */
export async function takeExport(
  deps: PrivacyDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly fileName: string; readonly mediaType: string; readonly content: string }>> {
  const parsed = parseInput(takeExportInput, input);
  if (!parsed.ok) return parsed;
  const { exportId, form } = parsed.value;
  return inTransaction(deps.db, async (tx) => {
    const { actor } = ctx;
    if (actor.kind !== 'citizen') return refuse('unauthenticated', 'privacy.sign-in-first');
    const row = await lockExport(tx, ctx.jurisdiction, exportId);
    if (row?.person_id !== actor.personId) return refuse('not-found', 'privacy.export-not-found');
    if (row.made_at === null) return refuse('conflict', 'privacy.export-not-made');
    const takenAt = form === 'json' ? row.json_taken_at : row.page_taken_at;
    if (takenAt !== null) return refuse('conflict', 'privacy.export-taken');
    if (row.content_sealed === null || row.expires_at <= ctx.now)
      return refuse('conflict', 'privacy.export-over');
    const text = deps.seal.open(row.content_sealed, exportContext);
    await markTaken(tx, ctx.jurisdiction, exportId, form, ctx.now);
    await recordAction(tx, ctx, deps.newId, {
      command: 'privacy.take-export',
      subjectId: exportId,
      facts: { form },
    });
    if (form === 'json')
      return ok({ fileName: 'du-lieu-cua-toi.json', mediaType: 'application/json', content: text });
    const { sections } = JSON.parse(text) as ExportContent;
    const head = {
      title: translate('vi', 'privacy.export.document'),
      lead: translate('vi', 'privacy.export.document.lead', { at: formatDateTime(row.made_at) }),
      hint: translate('vi', 'privacy.export.document.hint'),
    };
    return ok({
      fileName: 'du-lieu-cua-toi.html',
      mediaType: 'text/html',
      content: exportPage(head, sections),
    });
  });
}
