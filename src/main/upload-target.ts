import { refuse } from '../kernel/result.ts';
import type { UploadTarget } from '../modules/documents/public.ts';
import type { Dossiers } from '../modules/dossiers/public.ts';

/**
 * Where uploaded files go, by the fields of the form that sent them: a paper of a draft or of a request for supplement, or
 * the result of a dossier.
 */
export function uploadTarget(dossiers: Dossiers): UploadTarget {
  return {
    async attach(ctx, fields, fileIds) {
      const { draftId, componentKey, dossierId, supplementId, taskId } = fields;
      if (draftId !== undefined) {
        return dossiers.commands.attachDraftFiles(ctx, { draftId, componentKey, fileIds });
      }
      if (supplementId !== undefined) {
        const paper = { dossierId, requestId: supplementId, componentKey };
        return dossiers.commands.attachSupplementFiles(ctx, { ...paper, fileIds });
      }
      if (taskId !== undefined) return dossiers.commands.attachResultFiles(ctx, { taskId, fileIds });
      return refuse('invalid', 'documents.no-place');
    },
  };
}
