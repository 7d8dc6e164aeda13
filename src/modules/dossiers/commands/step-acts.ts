import type { CommandContext } from '../../../kernel/context.ts';
import type { Result } from '../../../kernel/result.ts';
import type { RequestedSupplement } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { acceptHandOver } from './accept-hand-over.ts';
import { answerOpinion } from './answer-opinion.ts';
import { answerSupplement } from './answer-supplement.ts';
import { askOpinion } from './ask-opinion.ts';
import { createListActs, type ListActs } from './list-acts.ts';
import { receiveMessage } from './receive-message.ts';
import { receiveSupplement } from './receive-supplement.ts';
import { requestSupplement } from './request-supplement.ts';
import { stopDossier } from './stop-dossier.ts';
import { attachSupplementFiles, detachSupplementFile } from './supplement-files.ts';
import { transferDossier } from './transfer-dossier.ts';
import { withdrawSupplement } from './withdraw-supplement.ts';
import { declineWithdrawal, requestWithdrawal, takeBackWithdrawal } from './withdrawal.ts';

/** What can be done to a running dossier beside moving it on. */
export interface StepActs extends ListActs {
  /** `requestSupplementInput`. One complete notice; a paper outside the list is refused and counted. */
  requestSupplement(ctx: CommandContext, input: unknown): Promise<Result<RequestedSupplement>>;
  /** `withdrawSupplementInput`. Before its citizen has seen it. */
  withdrawSupplement(ctx: CommandContext, input: unknown): Promise<Result<null>>;
  /** `attachSupplementInput`. The files must have been uploaded by the same account. */
  attachSupplementFiles(ctx: CommandContext, input: unknown): Promise<Result<null>>;
  /** `detachSupplementInput`. */
  detachSupplementFile(ctx: CommandContext, input: unknown): Promise<Result<null>>;
  /** `answerSupplementInput`. The dossier goes on where it stood. */
  answerSupplement(ctx: CommandContext, input: unknown): Promise<Result<null>>;
  /** `receiveSupplementInput`. Papers brought to the counter. */
  receiveSupplement(ctx: CommandContext, input: unknown): Promise<Result<null>>;
  /** `stopDossierInput`. Status 8, with its notice. */
  stopDossier(ctx: CommandContext, input: unknown): Promise<Result<null>>;
  /** `requestWithdrawalInput`. Status 7: a wish, answered by stopping or by going on. */
  requestWithdrawal(ctx: CommandContext, input: unknown): Promise<Result<{ readonly requestId: string }>>;
  /** `takeBackWithdrawalInput`. */
  takeBackWithdrawal(ctx: CommandContext, input: unknown): Promise<Result<null>>;
  /** `declineWithdrawalInput`. */
  declineWithdrawal(ctx: CommandContext, input: unknown): Promise<Result<null>>;
  /** `transferDossierInput`. To another agency that may decide; code and promise stay. */
  transferDossier(ctx: CommandContext, input: unknown): Promise<Result<null>>;
  /** `receiveMessageInput`. What a dossier waited for has come; also called as the system. */
  receiveMessage(ctx: CommandContext, input: unknown): Promise<Result<{ readonly dossierId: string }>>;
  /** `askOpinionInput`. */
  askOpinion(ctx: CommandContext, input: unknown): Promise<Result<{ readonly dossierId: string }>>;
  /** `answerOpinionInput`. */
  answerOpinion(ctx: CommandContext, input: unknown): Promise<Result<null>>;
  /** `acceptHandOverInput`. Another agency takes its step over. */
  acceptHandOver(ctx: CommandContext, input: unknown): Promise<Result<null>>;
}

export function createStepActs(deps: DossierDeps): StepActs {
  return {
    ...createListActs(deps),
    requestSupplement: (ctx, input) => requestSupplement(deps, ctx, input),
    withdrawSupplement: (ctx, input) => withdrawSupplement(deps, ctx, input),
    attachSupplementFiles: (ctx, input) => attachSupplementFiles(deps, ctx, input),
    detachSupplementFile: (ctx, input) => detachSupplementFile(deps, ctx, input),
    answerSupplement: (ctx, input) => answerSupplement(deps, ctx, input),
    receiveSupplement: (ctx, input) => receiveSupplement(deps, ctx, input),
    stopDossier: (ctx, input) => stopDossier(deps, ctx, input),
    requestWithdrawal: (ctx, input) => requestWithdrawal(deps, ctx, input),
    takeBackWithdrawal: (ctx, input) => takeBackWithdrawal(deps, ctx, input),
    declineWithdrawal: (ctx, input) => declineWithdrawal(deps, ctx, input),
    transferDossier: (ctx, input) => transferDossier(deps, ctx, input),
    receiveMessage: (ctx, input) => receiveMessage(deps, ctx, input),
    askOpinion: (ctx, input) => askOpinion(deps, ctx, input),
    answerOpinion: (ctx, input) => answerOpinion(deps, ctx, input),
    acceptHandOver: (ctx, input) => acceptHandOver(deps, ctx, input),
  };
}
