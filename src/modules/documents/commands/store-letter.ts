import type { CommandContext } from '../../../kernel/context.ts';
import type { NewId } from '../../../kernel/id.ts';
import { ok } from '../../../kernel/result.ts';
import type { BlobStore } from '../../../platform/blob-store.ts';
import type { Database } from '../../../platform/database.ts';
import { recordAction } from '../../../platform/journal.ts';
import { journalKey } from '../../../platform/journal-facts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import type { FileDescription } from '../core/file-description.ts';
import { safeFileName } from '../core/file-name.ts';
import type { LetterData, LetterFormCode } from '../core/letter-data.ts';
import { insertFiles } from '../store/file-rows.ts';
import { type LetterPrinter, renderLetter } from './render-letter.ts';

export interface StoreLetterDeps {
  readonly db: Database;
  readonly newId: NewId;
  readonly blobs: BlobStore;
  readonly printer: LetterPrinter;
}

/** Longest letter ever expected, far above any real one. */
const longestPdf = 50_000_000;

/** Prints a letter and keeps it as a file of the system; see `Documents.commands.storeLetter`. */
export async function storeLetter<Form extends LetterFormCode>(
  deps: StoreLetterDeps,
  ctx: CommandContext,
  letter: { readonly form: Form; readonly data: LetterData<Form>; readonly fileName: string },
): Promise<FileDescription> {
  const { pdf, version } = await renderLetter(deps.printer, letter.form, letter.data, ctx.now);
  const staged = await deps.blobs.stage(once(pdf), longestPdf);
  if (!staged.ok) throw new Error(`letter ${letter.form} is longer than ${longestPdf} bytes`);
  const { sha256, size } = await staged.value.keep();
  const file: FileDescription = {
    fileId: deps.newId<'file'>(),
    name: safeFileName(letter.fileName, 'pdf'),
    mediaType: 'application/pdf',
    size,
    sha256,
    uploadedBy: undefined,
    uploadedAt: ctx.now,
  };
  await inTransaction(deps.db, async (tx) => {
    await insertFiles(tx, ctx.jurisdiction, [file]);
    await recordAction(tx, ctx, deps.newId, {
      command: 'documents.store-letter',
      subjectId: file.fileId,
      facts: {
        form: journalKey(letter.form),
        validFrom: journalKey(version.validFrom),
        sha256: journalKey(sha256),
      },
    });
    return ok(null);
  });
  return file;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
