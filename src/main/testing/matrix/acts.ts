import { birthPapers } from '../dossier-samples.ts';
import type { Asker, StateFacts } from './facts.ts';
import { isFree } from './powers.ts';
import {
  assigns,
  atCounter,
  type By,
  clocks,
  ends,
  goesOn,
  holding,
  isOpen,
  isWorked,
  leads,
  messages,
  ofOpinion,
  ofStep,
  owner,
  receives,
  runs,
  scans,
} from './who.ts';

/** A dossier as it stands: what inputs name. */
export interface Standing {
  readonly dossierId: string;
  readonly code: string;
  readonly version: number;
  readonly taskId: string;
  readonly supplementId: string;
  readonly wishId: string;
  readonly lineId: string;
  readonly opinionId: string;
  /** Who may sign for the agency that decides. */
  readonly signerPostId: string;
  /** Who may be given the step. */
  readonly assignee: string;
  readonly unitId: (key: string) => string | undefined;
  /** A file that the asker has uploaded. */
  readonly fileId: string;
}

/** Who may do something to a dossier, and in which states it can be done at all. */
export interface ActRule {
  readonly by: By;
  readonly when: (state: StateFacts, asker: Asker) => boolean;
  readonly input: (at: Standing, state: StateFacts) => object;
}

const reason = 'Bản chụp mờ, không đọc được số giấy';
const scan = 'giay-chung-sinh';

/** What may be done to a dossier on its way: one row for each command that depends on where it stands. */
export const acts = {
  acceptDossier: {
    by: holding('dossiers.accept', atCounter),
    when: (state, asker) => state.phase === 'submitted' && !state.asked && isFree(asker, state.step),
    input: ({ dossierId, version }) => ({ dossierId, expectedVersion: version, components: birthPapers }),
  },
  refuseIntake: {
    by: holding('dossiers.refuse', atCounter),
    when: (state, asker) => state.phase === 'submitted' && isFree(asker, state.step),
    input: ({ dossierId, version }) => ({ dossierId, expectedVersion: version, reason }),
  },
  takeUpTask: {
    by: ofStep,
    when: (state, asker) =>
      isOpen(state) && state.step.kind !== 'wait' && isWorked(state) && isFree(asker, state.step),
    input: ({ taskId }) => ({ taskId }),
  },
  releaseTask: {
    by: ofStep,
    when: (state, asker) => isOpen(state) && state.step.heldBy !== undefined && isFree(asker, state.step),
    input: ({ taskId }) => ({ taskId }),
  },
  assignTask: {
    by: assigns,
    when: (state) => isOpen(state) && state.step.kind !== 'wait' && state.step.kind !== 'intake',
    input: ({ taskId, assignee }) => ({ taskId, accountId: assignee, reason }),
  },
  completeTask: {
    by: ofStep,
    when: (state, asker) =>
      goesOn(state, asker) && state.asked === undefined && !state.wish && !state.opinion && isWorked(state),
    input: ({ taskId }, { step }) => ({
      taskId,
      outcome: 'forward',
      ...(step.kind === 'issue' && {
        result: { typeCode: 'KQ.G15.000031', number: '9001', book: '01/2026', issuedOn: '2026-11-23' },
      }),
    }),
  },
  attachResultFiles: {
    by: ofStep,
    when: (state, asker) => runs(state) && isWorked(state) && isFree(asker, state.step),
    input: ({ taskId, fileId }) => ({ taskId, fileIds: [fileId] }),
  },
  requestSupplement: {
    by: ofStep,
    when: (state, asker) =>
      (state.phase === 'submitted' || (runs(state) && state.step.kind === 'work')) &&
      state.asked === undefined &&
      !state.askedBefore &&
      !state.wish &&
      isWorked(state) &&
      isFree(asker, state.step),
    input: ({ taskId, signerPostId }) => ({
      taskId,
      items: [{ componentKey: scan, reason }],
      answerBy: '2026-12-04',
      signerPostId,
    }),
  },
  withdrawSupplement: {
    by: (file, asker, state) =>
      receives(file, asker, state) && (state.asked === undefined || ofStep(file, asker, state)),
    when: (state, asker) => state.asked !== undefined && isFree(asker, state.step),
    input: ({ dossierId, supplementId }) => ({ dossierId, requestId: supplementId, reason }),
  },
  attachSupplementFiles: {
    by: owner,
    when: ({ asked }) => asked !== undefined,
    input: ({ dossierId, supplementId, fileId }) => ({
      dossierId,
      requestId: supplementId,
      componentKey: scan,
      fileIds: [fileId],
    }),
  },
  detachSupplementFile: {
    by: owner,
    when: ({ asked }) => asked !== undefined,
    input: ({ dossierId, supplementId, fileId }) => ({ dossierId, requestId: supplementId, fileId }),
  },
  answerSupplement: {
    by: owner,
    when: ({ asked }) => asked !== undefined,
    input: ({ dossierId, supplementId }) => ({ dossierId, requestId: supplementId, note: reason }),
  },
  receiveSupplement: {
    by: receives,
    when: ({ asked }) => asked !== undefined,
    input: ({ dossierId, supplementId }) => ({ dossierId, requestId: supplementId, components: birthPapers }),
  },
  stopDossier: {
    by: ends,
    when: runs,
    input: ({ dossierId, version, signerPostId }) => ({
      dossierId,
      expectedVersion: version,
      ground: 'law',
      reason,
      money: 'Chưa thu phí',
      signerPostId,
    }),
  },
  requestWithdrawal: {
    by: owner,
    when: (state) => runs(state) && !state.wish,
    input: ({ dossierId }) => ({ dossierId, reason }),
  },
  takeBackWithdrawal: {
    by: owner,
    when: ({ wish }) => wish === true,
    input: ({ dossierId, wishId }) => ({ dossierId, requestId: wishId }),
  },
  declineWithdrawal: {
    by: ends,
    when: ({ wish }) => wish === true,
    input: ({ dossierId, wishId }) => ({ dossierId, requestId: wishId, answer: reason }),
  },
  transferDossier: {
    by: ofStep,
    when: (state, asker) =>
      (state.phase === 'submitted' || (runs(state) && state.step.kind === 'work')) &&
      state.asked === undefined &&
      !state.wish &&
      !state.opinion &&
      isWorked(state) &&
      isFree(asker, state.step),
    input: ({ taskId, unitId }, { competent }) => ({
      taskId,
      toUnitId: unitId(competent === 'xa-tan-bien' ? 'phuong-tan-ninh' : 'xa-tan-bien'),
      reason,
    }),
  },
  receiveMessage: {
    by: messages,
    when: (state) => runs(state) && state.step.kind === 'wait',
    input: ({ taskId }) => ({
      taskId,
      document: { name: 'Thông báo nộp thuế', number: '12/TB', on: '2026-11-23' },
    }),
  },
  askOpinion: {
    by: ofStep,
    when: (state, asker) =>
      runs(state) &&
      state.step.kind === 'work' &&
      state.asked === undefined &&
      !state.wish &&
      isWorked(state) &&
      isFree(asker, state.step),
    input: ({ taskId, unitId }) => ({
      taskId,
      unitId: unitId('phuong-tan-ninh/economy'),
      question: 'Đề nghị xác nhận nơi cư trú',
      hours: 8,
      wait: true,
    }),
  },
  answerOpinion: {
    by: ofOpinion,
    when: ({ opinion }) => opinion !== undefined,
    input: ({ dossierId, opinionId }) => ({
      dossierId,
      opinionId,
      verdict: 'agree',
      answer: 'Đúng như khai',
    }),
  },
  acceptHandOver: {
    by: ofStep,
    when: (state) => state.step.notAccepted === true,
    input: ({ taskId }) => ({ taskId }),
  },
  suspendClock: {
    by: clocks,
    when: runs,
    input: ({ dossierId }) => ({ dossierId, ground: 'outage' }),
  },
  resumeClock: {
    by: clocks,
    when: ({ line }) => line === true,
    input: ({ dossierId, lineId }) => ({ dossierId, suspensionId: lineId }),
  },
  apologise: {
    by: leads('apology', 'dossiers.promise'),
    when: runs,
    input: ({ dossierId }) => ({ dossierId, newDueOn: '2026-12-25', reason }),
  },
  extendDeadline: {
    by: leads('extension', 'dossiers.promise'),
    when: (state) => runs(state) && state.step.kind !== 'wait' && state.asked === undefined,
    input: ({ dossierId }) => ({ dossierId, amount: 2, reason }),
  },
  recordPart: {
    by: ofStep,
    when: (state, asker) => state.part === true && isFree(asker, state.step),
    input: ({ taskId }) => ({ taskId, code: '1.004222', state: 'sent' }),
  },
  attachScans: {
    by: scans,
    when: (state) => state.phase === 'submitted' || runs(state),
    input: ({ dossierId, fileId }, { walkIn }) => ({
      dossierId,
      componentKey: walkIn ? 'don-mau-18' : scan,
      fileIds: [fileId],
    }),
  },
  receiveByPost: {
    by: holding('dossiers.accept', atCounter),
    when: ({ post }) => post === 'in',
    input: ({ dossierId }) => ({ dossierId, trackingNumber: 'EA123456789VN' }),
  },
  handToPost: {
    by: holding('dossiers.return', atCounter),
    when: (state) => state.post === 'out' && state.step.kind === 'return',
    input: ({ taskId, unitId }, { received }) => ({
      unitId: unitId(received),
      items: [{ taskId, trackingNumber: 'EA123456789VN' }],
    }),
  },
} as const satisfies Readonly<Record<string, ActRule>>;

export type ActName = keyof typeof acts;

export const actNames = Object.keys(acts) as readonly ActName[];
