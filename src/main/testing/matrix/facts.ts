import type { Actor, Role } from '../../../kernel/actor.ts';
import type { Permission } from '../../../modules/identity/public.ts';

/** Somebody who asks, told twice: as the product knows them, and as the facts their answers are expected from. */
export interface Asker {
  readonly actor: Actor;
  readonly posts: readonly AskersPost[];
  readonly given: readonly AskersGrant[];
  readonly lent: readonly AskersLoan[];
  /** Whose work they do today: a name that `StepFacts.heldBy` may bear. */
  readonly standsInFor?: Holder;
  /** They are the one who has the step where it bears this name. */
  readonly is?: Holder;
  readonly citizen?: 'owner' | 'other';
  /** What was lent has ended since their page was opened: the next request knows it, an act that was under way sees it. */
  readonly ended?: readonly AskersLoan[];
  /** Reading is all they were given, and somebody else was given more of it: they are asked about pages alone. */
  readonly onlyReads?: true;
}

export interface AskersPost {
  readonly role: Role;
  /** Keys of the units it reaches. */
  readonly units: readonly string[];
  readonly without?: readonly Permission[];
}

export interface AskersGrant {
  readonly permission: Permission;
  readonly units?: readonly string[];
  readonly sector?: string;
  readonly everywhere?: true;
}

/** What was lent to them: acts of a post, in matters. */
export interface AskersLoan {
  readonly role: Role;
  readonly units: readonly string[];
  readonly acts: readonly string[];
  readonly sectors: readonly string[];
  readonly procedures: readonly string[];
  /** Whose steps they may go on with. */
  readonly of?: Holder;
}

/** Whoever may have taken up a step in these states. */
export type Holder = 'specialist' | 'secondCounter';

export interface StepFacts {
  readonly kind: 'intake' | 'work' | 'sign' | 'issue' | 'return' | 'wait' | 'opinion';
  readonly role: Role;
  readonly unit: string;
  readonly heldBy?: Holder;
  /** Its head has yet to give it out. */
  readonly toAssign?: true;
  /** Of another agency, which has yet to take it over. */
  readonly notAccepted?: true;
}

/** What is true of a dossier in a state, as far as anybody's powers go. */
export interface StateFacts {
  readonly phase: 'submitted' | 'refused' | 'running' | 'completed' | 'returned' | 'stopped';
  readonly procedure: string;
  readonly sector: string;
  readonly received: string;
  readonly competent: string;
  /** The step that is open, or the last that was. */
  readonly step: StepFacts;
  /** Units of steps that are done. */
  readonly done: readonly string[];
  /** A question to another unit that the step waits for. */
  readonly opinion?: StepFacts;
  readonly asked?: 'intake' | 'appraisal';
  /** The one lawful request of its stage has been made. */
  readonly askedBefore?: true;
  readonly wish?: true;
  /** An outage stands in the log. */
  readonly line?: true;
  /** Brought to the counter by somebody without an account. */
  readonly walkIn?: true;
  readonly part?: true;
  readonly post?: 'in' | 'out';
}
