import { refuse } from '../kernel/result.ts';
import type { Catalogue } from '../modules/catalogue/public.ts';
import type { UploadTarget } from '../modules/documents/public.ts';
import type { Dossiers } from '../modules/dossiers/public.ts';

/**
 * Where uploaded files go, by the fields of the form that sent them: a paper of a draft, of a request for supplement or
 * of a dossier, the result of a dossier, or a decision.
 */
export function uploadTarget(dossiers: Dossiers, catalogue: Pick<Catalogue, 'commands'>): UploadTarget {
  return {
    async attach(ctx, fields, fileIds) {
      const { draftId, componentKey, dossierId, supplementId, taskId, decisionId, version } = fields;
      if (draftId !== undefined) {
        return dossiers.commands.attachDraftFiles(ctx, { draftId, componentKey, fileIds });
      }
      if (supplementId !== undefined) {
        const paper = { dossierId, requestId: supplementId, componentKey };
        return dossiers.commands.attachSupplementFiles(ctx, { ...paper, fileIds });
      }
      if (dossierId !== undefined && componentKey !== undefined)
        return dossiers.commands.attachScans(ctx, { dossierId, componentKey, fileIds });
      if (taskId !== undefined) return dossiers.commands.attachResultFiles(ctx, { taskId, fileIds });
      if (decisionId !== undefined) {
        // One paper a decision: of several sent the first.
        const [fileId] = fileIds;
        return catalogue.commands.attachDecisionFile(ctx, { decisionId, version: Number(version), fileId });
      }
      return refuse('invalid', 'documents.no-place');
    },
  };
}
