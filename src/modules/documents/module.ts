import type { FastifyInstance } from 'fastify';
import type { NewId } from '../../kernel/id.ts';
import type { BlobStore } from '../../platform/blob-store.ts';
import type { Database } from '../../platform/database.ts';
import { createTypst } from '../../platform/typst.ts';
import type { TaskHandler } from '../../platform/worker.ts';
import { registerResult } from './commands/register-result.ts';
import { storeLetter } from './commands/store-letter.ts';
import type { Documents, FileReaders } from './public.ts';
import { registerDownloadRoutes } from './routes/download-route.ts';
import { registerUploadRoutes, type UploadTarget } from './routes/upload-route.ts';
import { selectFiles } from './store/file-rows.ts';
import { readLetterVersions } from './store/letter-files.ts';
import { incrementCounter, selectResults } from './store/result-rows.ts';
import { sweepContents } from './tasks/sweep-contents.ts';

export interface DocumentsOptions {
  readonly db: Database;
  readonly newId: NewId;
  readonly clock: () => Date;
  readonly blobs: BlobStore;
  /** Absolute folder of letter forms (`data/letters`). */
  readonly lettersFolder: string;
  /** Absolute folder of the fonts they name (`assets/fonts/liberation-serif`). */
  readonly fontsFolder: string;
  readonly upload?: { readonly maxBytes?: number; readonly maxFiles?: number };
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
  readonly tasks: Readonly<Record<'documents.sweep-contents', TaskHandler>>;
}

export function createDocuments(options: DocumentsOptions): DocumentsModule {
  const { db, newId, clock, blobs } = options;
  const printer = {
    typst: createTypst({ workspace: options.lettersFolder, fonts: options.fontsFolder }),
    versions: readLetterVersions(options.lettersFolder),
  };
  return {
    api: {
      commands: {
        storeLetter: (ctx, letter) => storeLetter({ db, newId, blobs, printer }, ctx, letter),
        nextNumber: incrementCounter,
        registerResult: (tx, ctx, result) => registerResult({ newId }, tx, ctx, result),
      },
      queries: { describeFiles: selectFiles, listResults: selectResults },
    },
    routes:
      ({ readers, target }) =>
      async (server) => {
        const { maxBytes = 50_000_000, maxFiles = 20 } = options.upload ?? {};
        await registerUploadRoutes(server, { db, newId, blobs, target, maxBytes, maxFiles });
        registerDownloadRoutes(server, { db, newId, blobs, readers });
      },
    tasks: {
      'documents.sweep-contents': async () => {
        await sweepContents({ db, blobs }, clock());
      },
    },
  };
}
