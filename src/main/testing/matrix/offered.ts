import type { ActAccess, AllowedAction } from '../../../modules/dossiers/contract.ts';
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

/** What the explanation of a dossier tells beside its steps, and the command it is about. */
export const explainedAs: readonly (readonly [ActAccess['act'], ActName])[] = [
  ['accept', 'acceptDossier'],
  ['refuse', 'refuseIntake'],
  ['scan', 'attachScans'],
  ['supplement', 'receiveSupplement'],
  ['message', 'receiveMessage'],
  ['clock', 'suspendClock'],
  ['apology', 'apologise'],
  ['extension', 'extendDeadline'],
  ['stop', 'stopDossier'],
];
