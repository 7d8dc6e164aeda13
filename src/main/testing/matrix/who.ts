import type { Permission } from '../../../modules/identity/public.ts';
import type { Asker, StateFacts } from './facts.ts';
import {
  byLoan,
  doesStep,
  holds,
  inPost,
  isFree,
  lends,
  lentAs,
  type PermissionFile,
  permissionOfKind,
} from './powers.ts';

/** Whether somebody's powers reach an act on a dossier that stands so. */
export type By = (file: PermissionFile, asker: Asker, state: StateFacts) => boolean;

export const isOpen = ({ phase }: StateFacts) =>
  phase === 'submitted' || phase === 'running' || phase === 'completed';
export const runs = ({ phase }: StateFacts) => phase === 'running';
export const isWorked = ({ step }: StateFacts) => step.notAccepted !== true;

export const owner: By = (_, asker, { walkIn }) => asker.citizen === 'owner' && !walkIn;
export const ofStep: By = (file, asker, state) => doesStep(file, asker, state, state.step);
export const holding =
  (permission: Permission, where: (state: StateFacts) => readonly string[]): By =>
  (file, asker, state) =>
    asker.actor.kind === 'officer' && holds(file, asker, permission, where(state));

export const atCounter = ({ received }: StateFacts) => [received];
/** The unit that asked is one of them only while something is asked. */
export const whereAsked = ({ received, competent, step, asked }: StateFacts) => [
  received,
  competent,
  ...(asked ? [step.unit] : []),
];
export const whereGivenOut = ({ step }: StateFacts) => withParent(step.unit);

export const receives: By = (file, asker, state) =>
  holding('dossiers.work', whereAsked)(file, asker, state) ||
  lends(file, asker, state, 'dossiers.work', whereAsked(state));

export const assigns: By = (file, asker, state) =>
  holding('dossiers.assign', whereGivenOut)(file, asker, state) ||
  withParent(state.step.unit).some((unit) =>
    (['headOfSection', 'leader'] as const).some((role) => byLoan(asker, state, { role, unit }, 'assign')),
  );

/** A leader of the agency that decides, or whom they lent this kind of letter. */
export const leads =
  (act: 'apology' | 'extension' | 'stop', permission: Permission): By =>
  (file, asker, state) => {
    const head = { role: 'leader', unit: state.competent } as const;
    return inPost(file, asker, head, permission) || byLoan(asker, state, head, act);
  };

/** Steps in which a dossier may be stopped, unless its process says otherwise. */
const stopping: ReadonlySet<string> = new Set(['intake', 'work', 'sign', 'wait']);

/** Whoever has a step that may stop the dossier, and leaders of the agency. */
export const ends: By = (file, asker, state) => {
  const { step } = state;
  const mayStop = isOpen(state) && stopping.has(step.kind);
  return (
    leads('stop', 'dossiers.sign')(file, asker, state) ||
    (mayStop &&
      (inPost(file, asker, step, permissionOfKind[step.kind]) || byLoan(asker, state, step, 'stop')))
  );
};

/** The clock is logged by whoever works on the dossier now, and by whoever signs for its agency. */
export const clocks: By = (file, asker, state) => {
  const works = isOpen(state) && state.step.kind !== 'intake';
  return (
    holding('dossiers.sign', ({ competent }) => [competent])(file, asker, state) ||
    (works &&
      (inPost(file, asker, state.step, permissionOfKind[state.step.kind]) ||
        byLoan(asker, state, state.step, lentAs[state.step.kind]))) ||
    (state.opinion !== undefined && doesStep(file, asker, state, state.opinion)) ||
    lends(file, asker, state, 'dossiers.sign', [state.competent])
  );
};

function withParent(unit: string): readonly string[] {
  const [agency] = unit.split('/');
  return agency === undefined ? [unit] : [...new Set([unit, agency])];
}

export const goesOn = (state: StateFacts, asker: Asker) =>
  isOpen(state) && isFree(asker, state.step) && state.step.kind !== 'intake' && state.step.kind !== 'wait';

/** The unit that was asked. */
export const ofOpinion: By = (file, asker, state) =>
  state.opinion !== undefined && doesStep(file, asker, state, state.opinion);

/** The counter, and the unit that goes on once what is waited for has come; the installation writes it down for others. */
export const messages: By = (file, asker, state) => {
  const units = [state.step.unit, state.received];
  return (
    asker.actor.kind === 'system' ||
    holding('dossiers.work', () => units)(file, asker, state) ||
    lends(file, asker, state, 'dossiers.work', units)
  );
};

/** The counter that received it, and whoever works where its step is. */
export const scans: By = (file, asker, state) =>
  holding('dossiers.accept', atCounter)(file, asker, state) ||
  (isOpen(state) &&
    (holding('dossiers.work', ({ step }) => [step.unit])(file, asker, state) ||
      lends(file, asker, state, 'dossiers.work', [state.step.unit])));
