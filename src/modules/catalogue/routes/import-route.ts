import type { FastifyInstance } from 'fastify';
import { registerSentFile } from '../../../platform/http/sent-file.ts';
import { can } from '../../identity/public.ts';
import { stageImport } from '../commands/stage-import.ts';
import type { CatalogueStoreDeps } from '../store/catalogue-deps.ts';
import { largestImport } from '../store/read-import-file.ts';

/** Where the form of the import page sends its file, and where the outcome is shown. */
export const importPage = '/can-bo/thu-tuc/nhap';

/** `POST /can-bo/thu-tuc/nhap/tep`: one file to import. */
export function registerImportRoute(server: FastifyInstance, deps: CatalogueStoreDeps): Promise<void> {
  return registerSentFile(server, {
    page: importPage,
    largestBytes: largestImport,
    mayNot: ({ caller }) =>
      can(caller.actor, 'catalogue.manage') ? undefined : 'catalogue.manage-forbidden',
    noFile: 'catalogue.import-no-file',
    tooLarge: 'catalogue.import-too-large',
    newId: deps.newId,
    stage: (ctx, file) => stageImport(deps, ctx, file),
  });
}
