import type { DueUnit } from '../clock/due-rule.ts';
import type { Performer } from './performer.ts';
import type { Rule } from './rule.ts';
import type { StepTimer } from './step-timer.ts';

/** One row of the decision's table: "TT | Nội dung công việc | Người thực hiện | Thời gian (giờ) | Biểu mẫu/Kết quả". */
export type Step = PerformedStep | WaitStep;

/** What every row has. */
interface StepFacts {
  /** Stable within the process, kebab-case in a table, e.g. `tham-dinh`; in a diagram the id of the element. */
  readonly key: string;
  readonly name: string;
  /** Who does it, as the decision words it. */
  readonly performerName?: string;
  /** What the step leaves behind, as the decision names it. */
  readonly output?: string;
  /** Consecutive steps with the same label run side by side and are waited for together. */
  readonly together?: string;
  /** Inside a parallel part: the rows of one branch, done one after the other. After choices: the choice they belong to. */
  readonly branch?: string;
  readonly timers?: readonly StepTimer[];
  /** What the citizen sees while this step is open. */
  readonly citizenText?: string;
}

/** A step that an officer performs: a task in somebody's list. */
export interface PerformedStep extends StepFacts {
  readonly kind: 'intake' | 'work' | 'sign' | 'issue' | 'return';
  readonly performer: Performer;
  /** Working hours of the step; may be a fraction of whole minutes (0.5); 0 where nothing is due (returning a result). */
  readonly hours: number;
  /** Narrows what the kind allows; see `allowedOutcomes`. */
  readonly outcomes?: readonly Outcome[];
  /** What must hold before the step goes forward. */
  readonly preconditions?: readonly Precondition[];
  /** Keys of steps: whoever did one of them does not do this one (who appraised does not sign). */
  readonly notBy?: readonly string[];
  /** Coordinating units, asked side by side inside this step. */
  readonly coordinators?: readonly Performer[];
  /** Ways on after the step, one of which is taken; absent: there is one way. */
  readonly choices?: readonly Choice[];
}

/** Waiting for a message from outside (a tax notice, its payment): nobody's task, ended by `{ kind: 'message' }`. */
export interface WaitStep extends StepFacts {
  readonly kind: 'wait';
  readonly wait: Wait;
  /** Working hours of the one waited for, by his own limit: for the simulation and its timers, never part of the sum. */
  readonly hours?: number;
}

export interface Wait {
  /** Name of the message that ends the wait, e.g. `tax-notice`. */
  readonly message: string;
  /** The dossier's clock stands still meanwhile, on a legal ground and with a national status. */
  readonly suspension?: { readonly ground: string; readonly status: 5 | 6 };
  /** The limit of the one waited for where it is no number of hours: 30 days to pay. */
  readonly limit?: { readonly unit: DueUnit; readonly amount: number };
}

/** One way on. The performer names it; `when` decides where he does not. */
export interface Choice {
  readonly key: string;
  readonly label: string;
  readonly when?: Rule;
  /** Key of the step it leads to, or `end`; absent: the rows of this `branch`, else what follows. */
  readonly to?: string;
}

export type StepKind = Step['kind'];

/** What a performer may decide. The last three leave the tokens where they are: the dossier deals with them. */
export type Outcome = 'forward' | 'back' | 'stop' | 'supplement' | 'opinion' | 'transfer';

/** Facts of a dossier that a step may demand before it goes forward. */
export type Precondition = 'papers-checked' | 'fee-settled' | 'result-file' | 'opinions-in';

const outcomesOf: Readonly<Record<StepKind, readonly Outcome[]>> = {
  intake: ['forward', 'stop', 'supplement'],
  work: ['forward', 'back', 'stop', 'supplement', 'opinion', 'transfer'],
  sign: ['forward', 'back', 'stop'],
  issue: ['forward', 'back'],
  return: ['forward'],
  wait: ['stop'],
};

/** What the performer of a step may decide. A numbered result has left the agency: nothing goes back or stops after it. */
export function allowedOutcomes(step: Step): readonly Outcome[] {
  return step.kind === 'wait' ? outcomesOf.wait : (step.outcomes ?? outcomesOf[step.kind]);
}
