import type { DelegatedPost } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { DelegationSide, DelegationState } from './delegation.ts';
import type { LentAct } from './lent-posts.ts';

/** One delegation as a list shows it, with what the asker may do about it. */
export interface DelegationView {
  readonly delegationId: Id<'delegation'>;
  readonly kind: DelegatedPost['delegation']['kind'];
  /** Name and title. */
  readonly principal: string;
  readonly delegate: string;
  /** The unit of the lent post. */
  readonly unit: string;
  readonly decisionNumber: string;
  readonly decisionOn: PlainDate;
  readonly fromOn: PlainDate;
  readonly lastOn: PlainDate;
  readonly acts: readonly LentAct[];
  readonly sectors: readonly string[];
  readonly procedures: readonly string[];
  readonly mayPassOn: boolean;
  readonly isPassedOn: boolean;
  readonly state: DelegationState;
  readonly endReason?: string;
  /** Whether the asker lent it, has it, or only watches. */
  readonly side: DelegationSide;
  /** It holds, or will, and ends within a week: time for a new one. */
  readonly endsSoon: boolean;
  readonly mayAnswer: boolean;
  readonly mayEnd: boolean;
}

/** A power the asker may lend, and to whom. */
export interface LendablePost {
  readonly postId: Id<'post'>;
  /** Set where it was lent to the asker and may be passed on. */
  readonly passedOnFrom?: Id<'delegation'>;
  readonly title: string;
  readonly unit: string;
  readonly acts: readonly LentAct[];
  readonly sectors: readonly string[];
  readonly procedures: readonly string[];
  readonly people: readonly {
    readonly personId: Id<'person'>;
    readonly name: string;
    readonly title: string;
    readonly isDeputy: boolean;
  }[];
}

/** What a timeline, a letter or the journal says of a delegation. */
export interface DelegationBrief {
  readonly kind: DelegatedPost['delegation']['kind'];
  readonly principalPersonId: Id<'person'>;
  readonly delegatePersonId: Id<'person'>;
  /** Name and title. */
  readonly principal: string;
  readonly delegate: string;
  readonly decisionNumber: string;
  readonly lastOn: PlainDate;
}
