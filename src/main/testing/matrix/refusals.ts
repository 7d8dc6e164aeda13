import { type ActName, acts } from './acts.ts';
import type { Asker } from './facts.ts';
import { isFree, shippedFile } from './powers.ts';
import { type State, states } from './states.ts';

type ByState = Readonly<Partial<Record<State, string>>>;

/** What an act answers where it is not done: in these states, and in any other. */
interface NotNow {
  readonly in?: ByState;
  readonly otherwise?: string;
  /** A step that somebody else has, or that is still to be given out, is refused as such before anything else. */
  readonly ofStep?: true;
}

const ofOthers: ByState = {
  heldAtCounter: 'dossiers.task-with-other',
  taken: 'dossiers.task-with-other',
  toAssign: 'dossiers.task-to-assign',
};

const over = (type: string): ByState => ({ refused: type, returned: type, stopped: type });
const atIntake = (type: string): ByState => ({
  submitted: type,
  heldAtCounter: type,
  askedAtIntake: type,
  postAwaited: type,
});
const done = over('dossiers.task-already-done');
const early = atIntake('dossiers.wrong-phase');
const wrongPhase = { ...early, ...over('dossiers.wrong-phase'), atReturn: 'dossiers.wrong-phase' };
const unworked = { handedOver: 'dossiers.hand-over-not-accepted' };

/** Where each act is not done, what whoever may hears. */
const notNow: Readonly<Record<ActName, NotNow>> = {
  acceptDossier: {
    in: { askedAtIntake: 'dossiers.supplement-open', heldAtCounter: 'dossiers.task-with-other' },
    otherwise: 'dossiers.wrong-phase',
  },
  refuseIntake: {
    in: { heldAtCounter: 'dossiers.task-with-other' },
    otherwise: 'dossiers.wrong-phase',
  },
  takeUpTask: { in: { ...done, ...unworked, waiting: 'dossiers.nobodys-task' }, ofStep: true },
  releaseTask: { in: done, otherwise: 'dossiers.task-not-held', ofStep: true },
  assignTask: {
    in: { ...done, ...atIntake('dossiers.intake-not-assigned'), waiting: 'dossiers.nobodys-task' },
  },
  completeTask: {
    in: {
      ...done,
      ...unworked,
      ...atIntake('dossiers.intake-is-accepted'),
      asked: 'dossiers.supplement-open',
      wished: 'dossiers.withdrawal-unanswered',
      opinionAsked: 'dossiers.opinion-missing',
      waiting: 'dossiers.not-a-step',
    },
    ofStep: true,
  },
  attachResultFiles: {
    in: { ...done, ...unworked, ...early, atReturn: 'dossiers.wrong-phase' },
    ofStep: true,
  },
  requestSupplement: {
    in: {
      ...done,
      ...unworked,
      asked: 'dossiers.supplement-open',
      askedAtIntake: 'dossiers.supplement-open',
      answered: 'dossiers.supplement-limit',
      wished: 'dossiers.withdrawal-unanswered',
      atReturn: 'dossiers.wrong-phase',
    },
    otherwise: 'dossiers.supplement-not-here',
    ofStep: true,
  },
  withdrawSupplement: { otherwise: 'dossiers.supplement-closed' },
  attachSupplementFiles: { otherwise: 'dossiers.supplement-closed' },
  detachSupplementFile: { otherwise: 'dossiers.supplement-closed' },
  answerSupplement: { otherwise: 'dossiers.supplement-closed' },
  receiveSupplement: { otherwise: 'dossiers.supplement-closed' },
  stopDossier: { in: wrongPhase },
  requestWithdrawal: { in: { ...wrongPhase, wished: 'dossiers.withdrawal-open' } },
  takeBackWithdrawal: { otherwise: 'dossiers.withdrawal-closed' },
  declineWithdrawal: { otherwise: 'dossiers.withdrawal-closed' },
  transferDossier: {
    in: {
      ...done,
      ...unworked,
      asked: 'dossiers.task-waits',
      askedAtIntake: 'dossiers.task-waits',
      opinionAsked: 'dossiers.task-waits',
      wished: 'dossiers.task-waits',
      waiting: 'dossiers.task-waits',
      atReturn: 'dossiers.wrong-phase',
    },
    otherwise: 'dossiers.transfer-not-here',
    ofStep: true,
  },
  receiveMessage: { otherwise: 'dossiers.not-a-wait' },
  askOpinion: {
    in: {
      ...done,
      ...unworked,
      ...early,
      atReturn: 'dossiers.wrong-phase',
      asked: 'dossiers.task-waits',
      wished: 'dossiers.task-waits',
      waiting: 'dossiers.task-waits',
    },
    otherwise: 'dossiers.opinion-not-here',
    ofStep: true,
  },
  answerOpinion: {},
  acceptHandOver: {
    in: { ...done, ...early, atReturn: 'dossiers.wrong-phase' },
    otherwise: 'dossiers.nothing-to-accept',
    ofStep: true,
  },
  suspendClock: { in: wrongPhase },
  resumeClock: {
    in: { ...wrongPhase, asked: 'dossiers.suspension-awaits', waiting: 'dossiers.suspension-awaits' },
    otherwise: 'dossiers.not-suspended',
  },
  apologise: { in: wrongPhase },
  extendDeadline: {
    in: {
      ...wrongPhase,
      asked: 'dossiers.clock-not-running',
      waiting: 'dossiers.extension-not-lawful',
    },
  },
  recordPart: { in: { ...done, ...unworked }, otherwise: 'dossiers.part-not-found', ofStep: true },
  attachScans: { in: { ...over('dossiers.wrong-phase'), atReturn: 'dossiers.wrong-phase' } },
  receiveByPost: { otherwise: 'dossiers.no-papers-awaited' },
  handToPost: {
    in: { returned: 'dossiers.task-already-done' },
    otherwise: 'dossiers.nothing-for-the-post',
  },
};

/** What the owner does about their own dossier. */
const ofOwner: ReadonlySet<ActName> = new Set([
  'attachSupplementFiles',
  'detachSupplementFile',
  'answerSupplement',
  'requestWithdrawal',
  'takeBackWithdrawal',
]);

/** The type of the refusal in a state where the act is not done, for whoever may. */
export function toldNow(name: ActName, asker: Asker, state: State): string {
  const { in: byState, otherwise, ofStep } = notNow[name];
  const others = ofStep && !isFree(asker, states[state].step) ? ofOthers[state] : undefined;
  return others ?? byState?.[state] ?? otherwise ?? 'a refusal that its row does not name';
}

/** The type of the refusal for whoever may not: what an ended power would have let them do is told as that. */
export function toldBarred(name: ActName, asker: Asker, state: State): string {
  if (ofOwner.has(name)) return asker.citizen ? 'dossiers.not-found' : 'dossiers.sign-in-first';
  if (name === 'answerOpinion' && state !== 'opinionAsked') return 'dossiers.opinion-not-found';
  const before = { ...asker, lent: asker.ended ?? [] };
  // Taking a request back asks for two things; the first is what receiving the supplement asks for.
  const { by } = acts[name === 'withdrawSupplement' ? 'receiveSupplement' : name];
  if (asker.ended && by(shippedFile, before, states[state])) return 'dossiers.delegation-ended';
  return name === 'assignTask' ? 'dossiers.not-assigning' : 'dossiers.not-allowed';
}
