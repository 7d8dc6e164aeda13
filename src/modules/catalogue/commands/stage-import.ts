import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { once, recordAction } from '../../../platform/journal.ts';
import { sentFileName } from '../../../platform/spreadsheet/sent-file-name.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { can } from '../../identity/public.ts';
import type { CatalogueStoreDeps } from '../store/catalogue-deps.ts';
import { insertImport } from '../store/import-rows.ts';
import { previewRecords } from '../store/preview-records.ts';
import { readImportFile } from '../store/read-import-file.ts';

/** Wrong places that are kept: enough to mend a file by, and no file fills the table. */
const mostKept = 2_000;

export interface SentImport {
  /** Where the file lies for now. */
  readonly path: string;
  /** As the sender named it. */
  readonly name: string;
}

/**
 * Reads a file and keeps what it found for its page, where it is taken in or laid aside (`settleImport`). Nothing of
 * the catalogue changes. Refuses `catalogue.manage-forbidden` and what `readImportFile` refuses.
 */
export async function stageImport(
  deps: CatalogueStoreDeps,
  ctx: CommandContext,
  { path, name }: SentImport,
): Promise<Result<{ importId: string }>> {
  if (!can(ctx.actor, 'catalogue.manage')) return refuse('forbidden', 'catalogue.manage-forbidden');
  const given = await readImportFile(path, plainDateOf(ctx.now));
  if (!given.ok) return given;
  const { read, records, wrong, format } = given.value;
  const importId = deps.newId<'import'>();
  return inTransaction(deps.db, (tx) =>
    once(tx, ctx, 'catalogue.stage-import', { name, read, wrong: wrong.length }, async () => {
      const effect = await previewRecords(tx, ctx, records);
      const account = { read, wrongCount: wrong.length, wrong: wrong.slice(0, mostKept), effect };
      await insertImport(tx, ctx, { importId, fileName: sentFileName(name), format, records, ...account });
      await recordAction(tx, ctx, deps.newId, {
        command: 'catalogue.stage-import',
        subjectId: importId,
        facts: { format, read, wrong: wrong.length },
      });
      return ok({ importId });
    }),
  );
}
