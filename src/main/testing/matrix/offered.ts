import type { AllowedAction } from '../../../modules/dossiers/contract.ts';
import type { ActName } from './acts.ts';

/** What the page of a dossier offers, and the command it would send. */
export const offeredAs: readonly (readonly [AllowedAction['action'], ActName])[] = [
  ['accept', 'acceptDossier'],
  ['refuse', 'refuseIntake'],
  ['takeUp', 'takeUpTask'],
  ['forward', 'completeTask'],
  ['issue', 'completeTask'],
  ['return', 'completeTask'],
  ['supplement', 'requestSupplement'],
  ['withdrawSupplement', 'withdrawSupplement'],
  ['receiveSupplement', 'receiveSupplement'],
  ['opinion', 'askOpinion'],
  ['answerOpinion', 'answerOpinion'],
  ['transfer', 'transferDossier'],
  ['receiveMessage', 'receiveMessage'],
  ['declineWithdrawal', 'declineWithdrawal'],
  ['stop', 'stopDossier'],
  ['acceptHandOver', 'acceptHandOver'],
];
