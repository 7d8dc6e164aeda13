import type { FastifyInstance } from 'fastify';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import type { Id, Jurisdiction, NewId } from '../../kernel/id.ts';
import type { Result } from '../../kernel/result.ts';
import type { BlobStore } from '../../platform/blob-store.ts';
import type { Connection, Database, Tx } from '../../platform/database.ts';
import { createTypst } from '../../platform/typst.ts';
import type { Schedule, TaskHandler } from '../../platform/worker.ts';
import { eraseFiles, forgetContentTask } from './commands/erase-files.ts';
import { registerResult } from './commands/register-result.ts';
import { storeLetter } from './commands/store-letter.ts';
import type { FileDescription } from './core/file-description.ts';
import type { LetterData, LetterFormCode } from './core/letter-data.ts';
import type { NewResult, NumberBook, RegisteredResult } from './core/result-register.ts';
import { withHold } from './queries/describe-files.ts';
import type { FileReaders } from './queries/open-file.ts';
import { scanTrouble } from './queries/scan-trouble.ts';
import { registerDownloadRoutes } from './routes/download-route.ts';
import { registerUploadRoutes, type UploadTarget } from './routes/upload-route.ts';
import { selectKeptFiles } from './store/file-rows.ts';
import { readLetterVersions } from './store/letter-files.ts';
import { incrementCounter, type RunningBook, runningBooks, selectResults } from './store/result-rows.ts';
import type { InfectedListener, Scanning } from './store/scanning.ts';
import { forgetContent } from './tasks/forget-content.ts';
import { scanFile, scanFileTask } from './tasks/scan-file.ts';
import { scanWaiting, scanWaitingTask } from './tasks/scan-waiting.ts';
import { sweepContents } from './tasks/sweep-contents.ts';

export interface Documents {
  readonly commands: {
    /**
     * Prints a letter by the form in force at `ctx.now` and keeps it. Repeating it gives the same bytes under a
     * new file id. Call it from a job and outside a transaction: it takes some milliseconds a page.
     */
    storeLetter<Form extends LetterFormCode>(
      ctx: CommandContext,
      letter: { readonly form: Form; readonly data: LetterData<Form>; readonly fileName: string },
    ): Promise<FileDescription>;
    /** The next number of a book, without gaps: held until the transaction ends, so take it last. */
    nextNumber(tx: Tx, jurisdiction: Jurisdiction, book: NumberBook): Promise<number>;
    /**
     * Enters a result into the register. Refuses `documents.result-number-taken` for a number the book already
     * has and `documents.file-unknown` for a file that is not there. Takes the number lock: call it last.
     */
    registerResult(tx: Tx, ctx: CommandContext, result: NewResult): Promise<Result<RegisteredResult>>;
    /** Takes name and content of files away for good; by whoever knows that nothing else needs them. */
    eraseFiles(tx: Tx, jurisdiction: Jurisdiction, fileIds: readonly string[], now: Date): Promise<void>;
  };
  /** Bytes one uploaded file may have. */
  readonly largestUpload: number;
  readonly queries: {
    /** The files that exist among these ids and are not erased, in no order. */
    describeFiles(
      connection: Connection,
      jurisdiction: Jurisdiction,
      fileIds: readonly string[],
    ): Promise<readonly FileDescription[]>;
    /** The same for a page that knows the files belong to what it shows. */
    readFiles(ctx: QueryContext, fileIds: readonly string[]): Promise<readonly FileDescription[]>;
    /** Books units are in the middle of: for the preview of a reorganisation, by whoever has authorised. */
    runningBooks(
      connection: Connection,
      jurisdiction: Jurisdiction,
      unitIds: readonly Id<'unit'>[],
    ): Promise<readonly RunningBook[]>;
    /** Results of one subject, oldest first. */
    listResults(
      connection: Connection,
      jurisdiction: Jurisdiction,
      subjectId: string,
    ): Promise<readonly RegisteredResult[]>;
    /** How it stands with the scanner, for readiness: what is wrong, in words; undefined when well. */
    scanTrouble(now: Date): Promise<string | undefined>;
  };
}

export interface DocumentsOptions {
  readonly db: Database;
  readonly newId: NewId;
  readonly clock: () => Date;
  readonly jurisdiction: Jurisdiction;
  readonly blobs: BlobStore;
  /** Absolute folder of letter forms (`data/letters`). */
  readonly lettersFolder: string;
  /** Absolute folder of the fonts they name (`assets/fonts/liberation-serif`). */
  readonly fontsFolder: string;
  /** Bytes one file may have, and files one request may carry. */
  readonly upload: { readonly maxBytes: number; readonly maxFiles: number };
  /** Undefined: uploads are not scanned. */
  readonly scanning: Scanning | undefined;
  /** Told inside the transaction that finds files infected. */
  readonly onInfected: InfectedListener;
}

/** Joined in compose: who may read a file and where an upload goes is known by modules above. */
export interface DocumentsNeeds {
  readonly readers: FileReaders;
  readonly target: UploadTarget;
}

export interface DocumentsModule {
  readonly api: Documents;
  /** Upload and download routes, for a server whose requests have a `caller`. */
  readonly routes: (needs: DocumentsNeeds) => (server: FastifyInstance) => Promise<void>;
  readonly tasks: Readonly<
    Record<
      'documents.sweep-contents' | typeof forgetContentTask | typeof scanFileTask | typeof scanWaitingTask,
      TaskHandler
    >
  >;
  readonly schedule: Schedule;
}

export function createDocuments(options: DocumentsOptions): DocumentsModule {
  const { db, newId, clock, blobs, scanning, jurisdiction } = options;
  const describeFiles = async (...asked: Parameters<typeof selectKeptFiles>) =>
    (await selectKeptFiles(...asked)).map((file) => withHold(file, scanning));
  const printer = {
    typst: createTypst({ workspace: options.lettersFolder, fonts: options.fontsFolder }),
    versions: readLetterVersions(options.lettersFolder),
  };
  return {
    api: {
      largestUpload: options.upload.maxBytes,
      commands: {
        storeLetter: (ctx, letter) => storeLetter({ db, newId, blobs, printer }, ctx, letter),
        nextNumber: incrementCounter,
        registerResult: (tx, ctx, result) => registerResult({ newId }, tx, ctx, result),
        eraseFiles,
      },
      queries: {
        describeFiles,
        readFiles: (ctx, fileIds) => describeFiles(db, ctx.jurisdiction, fileIds),
        listResults: selectResults,
        runningBooks,
        scanTrouble: (now) => scanTrouble({ db, scanning }, jurisdiction, now),
      },
    },
    routes:
      ({ readers, target }) =>
      async (server) => {
        await registerUploadRoutes(server, {
          ...{ db, newId, blobs, target, isScanning: scanning !== undefined },
          ...options.upload,
        });
        registerDownloadRoutes(server, { db, newId, blobs, readers, scanning });
      },
    tasks: {
      'documents.sweep-contents': async () => {
        await sweepContents({ db, blobs }, clock());
      },
      [forgetContentTask]: (payload) => forgetContent({ db, blobs }, payload),
      [scanFileTask]: (payload) => scanFile(options, jurisdiction, clock(), payload),
      [scanWaitingTask]: async () => {
        await scanWaiting({ db, scanning }, jurisdiction, clock());
      },
    },
    // 02:17 in Vietnam, when counters and citizens rest.
    schedule: { 'documents.sweep-contents': '17 19 * * *', [scanWaitingTask]: '*/5 * * * *' },
  };
}
