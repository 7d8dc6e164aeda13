import type { DossierEventType } from '../../dossiers/public.ts';

/** The sentence each told event has in the inbox; what is not here is the office's own business. */
export const toldEvents: Readonly<Partial<Record<DossierEventType, string>>> = {
  'dossiers.submitted': 'notifications.submitted',
  'dossiers.accepted': 'notifications.accepted',
  'dossiers.intakeRefused': 'notifications.intake-refused',
  'dossiers.stepTakenUp': 'notifications.in-process',
  'dossiers.letterIssued': 'notifications.letter-issued',
  'dossiers.intakeSupplementRequested': 'notifications.supplement',
  'dossiers.supplementRequested': 'notifications.supplement',
  'dossiers.supplementWithdrawn': 'notifications.supplement-withdrawn',
  'dossiers.supplementAnswered': 'notifications.supplement-answered',
  'dossiers.fileInfected': 'notifications.file-infected',
  'dossiers.withdrawalClosed': 'notifications.withdrawal-closed',
  'dossiers.waitOpened': 'notifications.wait-opened',
  'dossiers.transferred': 'notifications.transferred',
  'dossiers.reallocated': 'notifications.reallocated',
  'dossiers.stopped': 'notifications.stopped',
  'dossiers.completed': 'notifications.completed',
  'dossiers.returned': 'notifications.returned',
  'dossiers.erasingAnnounced': 'notifications.erasing-announced',
  'dossiers.erased': 'notifications.erased',
};
