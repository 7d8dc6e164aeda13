import type { CommandContext } from '../../../kernel/context.ts';
import type { Result } from '../../../kernel/result.ts';
import type { SubmittedDossier } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { chooseForDraft } from './choose-for-draft.ts';
import { discardDraft } from './discard-draft.ts';
import { attachDraftFiles, detachDraftFile } from './draft-files.ts';
import { renewDraft } from './renew-draft.ts';
import { saveDraft } from './save-draft.ts';
import { saveRepresented } from './save-represented.ts';
import { startDraft } from './start-draft.ts';
import { submitDraft } from './submit-draft.ts';

/** From the first word of a draft until it is handed in: by its citizen, or by a helper under their consent. */
export interface DraftActs {
  /** `startDraftInput`. Refuses a procedure without process or form, or a unit without officers. */
  startDraft(ctx: CommandContext, input: unknown): Promise<Result<{ readonly draftId: string }>>;
  /** `saveDraftInput`. Keeps half-filled answers as they are; nothing is validated but the shape. */
  saveDraft(
    ctx: CommandContext,
    input: unknown,
  ): Promise<Result<{ readonly version: number; readonly savedAt: string }>>;
  /** `saveRepresentedInput`. For whom the draft is made, and by what right. */
  saveRepresented(ctx: CommandContext, input: unknown): Promise<Result<{ readonly version: number }>>;
  /** `chooseForDraftInput`. What is chosen beside the form. */
  chooseForDraft(ctx: CommandContext, input: unknown): Promise<Result<{ readonly version: number }>>;
  /** `attachFilesInput`. The files must have been uploaded by the same account. */
  attachDraftFiles(ctx: CommandContext, input: unknown): Promise<Result<{ readonly version: number }>>;
  /** `detachFileInput`. */
  detachDraftFile(ctx: CommandContext, input: unknown): Promise<Result<{ readonly version: number }>>;
  /** `renewDraftInput`. Moves the draft to the versions in force today, keeping what was filled in. */
  renewDraft(ctx: CommandContext, input: unknown): Promise<Result<{ readonly version: number }>>;
  /** `draftInput`. */
  discardDraft(ctx: CommandContext, input: unknown): Promise<Result<null>>;
  /** `submitDraftInput`. Status 1; the legal clock has not started, the office's 8-working-hour answer clock has. */
  submitDraft(ctx: CommandContext, input: unknown): Promise<Result<SubmittedDossier>>;
}

export function createDraftActs(deps: DossierDeps): DraftActs {
  return {
    startDraft: (ctx, input) => startDraft(deps, ctx, input),
    saveDraft: (ctx, input) => saveDraft(deps, ctx, input),
    saveRepresented: (ctx, input) => saveRepresented(deps, ctx, input),
    chooseForDraft: (ctx, input) => chooseForDraft(deps, ctx, input),
    attachDraftFiles: (ctx, input) => attachDraftFiles(deps, ctx, input),
    detachDraftFile: (ctx, input) => detachDraftFile(deps, ctx, input),
    renewDraft: (ctx, input) => renewDraft(deps, ctx, input),
    discardDraft: (ctx, input) => discardDraft(deps, ctx, input),
    submitDraft: (ctx, input) => submitDraft(deps, ctx, input),
  };
}
