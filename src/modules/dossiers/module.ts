import type { TaskHandler } from '../../platform/worker.ts';
import { acceptDossier } from './commands/accept-dossier.ts';
import { attachResultFiles } from './commands/attach-result-files.ts';
import { completeTask } from './commands/complete-task.ts';
import { discardDraft } from './commands/discard-draft.ts';
import { attachDraftFiles, detachDraftFile } from './commands/draft-files.ts';
import { loadCodePatterns } from './commands/load-code-patterns.ts';
import { refuseIntake } from './commands/refuse-intake.ts';
import { registerWalkIn } from './commands/register-walk-in.ts';
import { renewDraft } from './commands/renew-draft.ts';
import { saveDraft } from './commands/save-draft.ts';
import { settleAtCounter } from './commands/settle-at-counter.ts';
import { startDraft } from './commands/start-draft.ts';
import { submitDraft } from './commands/submit-draft.ts';
import { takeUpTask } from './commands/take-up-task.ts';
import type { Dossiers } from './public.ts';
import { listCompetentUnits } from './queries/competent-units.ts';
import { counterView } from './queries/counter.ts';
import { getDraft, listDrafts } from './queries/drafts.ts';
import { inbox, queueCounts } from './queries/inbox.ts';
import { lookUp } from './queries/look-up.ts';
import { mayReadFile } from './queries/may-read-file.ts';
import { getMyDossier, listMyDossiers } from './queries/my-dossiers.ts';
import { getOfficeDossier } from './queries/office-dossier.ts';
import { searchDossiers } from './queries/search.ts';
import { submitterOf } from './queries/submitter-of.ts';
import type { DossierDeps } from './store/deps.ts';
import { renderLetterTask } from './store/letters.ts';
import { renderLetter } from './tasks/render-letter.ts';

/** Builds dossiers: its commands and queries, and the jobs the worker runs for it. */
export function createDossiers(deps: DossierDeps & { readonly clock: () => Date }): Dossiers & {
  readonly tasks: Readonly<Record<string, TaskHandler>>;
} {
  return {
    commands: {
      startDraft: (ctx, input) => startDraft(deps, ctx, input),
      saveDraft: (ctx, input) => saveDraft(deps, ctx, input),
      attachDraftFiles: (ctx, input) => attachDraftFiles(deps, ctx, input),
      detachDraftFile: (ctx, input) => detachDraftFile(deps, ctx, input),
      renewDraft: (ctx, input) => renewDraft(deps, ctx, input),
      discardDraft: (ctx, input) => discardDraft(deps, ctx, input),
      submitDraft: (ctx, input) => submitDraft(deps, ctx, input),
      acceptDossier: (ctx, input) => acceptDossier(deps, ctx, input),
      refuseIntake: (ctx, input) => refuseIntake(deps, ctx, input),
      registerWalkIn: (ctx, input) => registerWalkIn(deps, ctx, input),
      settleAtCounter: (ctx, input) => settleAtCounter(deps, ctx, input),
      takeUpTask: (ctx, input) => takeUpTask(deps, ctx, input),
      attachResultFiles: (ctx, input) => attachResultFiles(deps, ctx, input),
      completeTask: (ctx, input) => completeTask(deps, ctx, input),
      loadCodePatterns: (tx, jurisdiction, records) =>
        loadCodePatterns(tx, jurisdiction, deps.identity.units, records),
    },
    queries: {
      competentUnits: (ctx, code) => listCompetentUnits(deps, ctx, code),
      getDraft: (ctx, draftId) => getDraft(deps, ctx, draftId),
      listDrafts: (ctx) => listDrafts(deps, ctx),
      listMyDossiers: (ctx, cursor) => listMyDossiers(deps, ctx, cursor),
      getMyDossier: (ctx, dossierId) => getMyDossier(deps, ctx, dossierId),
      lookUp: (ctx, input) => lookUp(deps, ctx, input),
      inbox: (ctx, queue, cursor) => inbox(deps, ctx, queue, cursor),
      queueCounts: (ctx) => queueCounts(deps, ctx),
      getOfficeDossier: (ctx, dossierId) => getOfficeDossier(deps, ctx, dossierId),
      counter: (ctx, input) => counterView(deps, ctx, input),
      search: (ctx, text) => searchDossiers(deps, ctx, text),
      submitterOf: (jurisdiction, dossierId) => submitterOf(deps, jurisdiction, dossierId),
      mayReadFile: (ctx, fileId) => mayReadFile(deps, ctx, fileId),
    },
    tasks: { [renderLetterTask]: (payload) => renderLetter(deps, deps.clock(), payload) },
  };
}
