import type { Role } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { Certainty } from '../records.ts';
import type { UnitSuccession } from '../unit.ts';
import type { EndLine, UnitFacts } from './plan.ts';
import type { FoundFault } from './plan-faults.ts';
import type { UnitLoad } from './unit-work.ts';

/** A reorganisation in the list. */
export interface ReorganisationBrief {
  readonly id: Id<'reorganisation'>;
  readonly title: string;
  readonly decisionNumber?: string;
  readonly effectiveOn?: PlainDate;
  readonly state: 'draft' | 'carriedOut' | 'discarded';
  readonly savedAt: Date;
  readonly savedBy: string;
}

export interface ReorganisationPage {
  readonly items: readonly ReorganisationBrief[];
  readonly next?: string;
}

export interface NamedUnit {
  readonly unitId: Id<'unit'>;
  readonly name: string;
}

/** A line of the plan with names. */
export interface FactsLine extends NamedUnit {
  readonly facts: UnitFacts;
  readonly parent?: string;
  /** Of a change: the name until then. */
  readonly before?: string;
}

export interface EndView extends NamedUnit {
  readonly successors: readonly (NamedUnit & { readonly part?: string })[];
  readonly choice?: EndLine['choice'];
  /** Decided by what was chosen for the unit it belongs to. */
  readonly followsParent: boolean;
  readonly load?: UnitLoad;
}

/** A post of an ended unit and where it goes; `to` absent where nobody has said, null where it ends. */
export interface PostView {
  readonly postId: Id<'post'>;
  readonly name: string;
  readonly title: string;
  readonly role: Role;
  readonly unitId: Id<'unit'>;
  readonly to?: NamedUnit | null;
}

/** One reorganisation with all it moves, as its page shows it. */
export interface ReorganisationView extends ReorganisationBrief {
  readonly decidedOn?: PlainDate;
  readonly note?: string;
  readonly version: number;
  readonly carriedOutAt?: Date;
  readonly carriedOutBy?: string;
  /** It was carried out and its day has not come. */
  readonly canUndo: boolean;
  readonly wasUndone: boolean;
  readonly begins: readonly FactsLine[];
  readonly changes: readonly FactsLine[];
  readonly ends: readonly EndView[];
  readonly posts: readonly PostView[];
  readonly faults: readonly (FoundFault & { readonly unit?: string })[];
  readonly vacancies: readonly (NamedUnit & { readonly role: Role })[];
  /** Delegations given from posts that end: to be given anew from the new ones. */
  readonly endingPowers: readonly EndingPower[];
}

/** A power that ends because the post it was lent from does. */
export interface EndingPower {
  readonly delegationId: string;
  readonly kind: 'authorised' | 'signingFor';
  readonly decision: string;
  readonly principal: string;
  readonly delegate: string;
  readonly lastOn: PlainDate;
}

/** What a unit was during one span, and by which text. */
export interface SpanView {
  readonly facts: UnitFacts;
  readonly parent?: NamedUnit;
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate;
  readonly source: string;
  readonly certainty: Certainty;
  /** The office wrote or corrected it. */
  readonly isEdited: boolean;
  readonly reorganisationId?: Id<'reorganisation'>;
}

export interface ArrowView extends NamedUnit {
  readonly on: PlainDate;
  readonly kind: UnitSuccession['kind'];
  readonly part?: string;
}

/** One unit over time: what it was when, who it came after and who came after it, who works there, who changed it. */
export interface UnitView extends NamedUnit {
  readonly key: string;
  /** Newest first. */
  readonly spans: readonly SpanView[];
  readonly predecessors: readonly ArrowView[];
  readonly successors: readonly ArrowView[];
  readonly parts: readonly NamedUnit[];
  readonly posts: readonly {
    readonly postId: Id<'post'>;
    readonly name: string;
    readonly title: string;
    readonly role: Role;
  }[];
  readonly trail: readonly {
    readonly at: Date;
    readonly command: string;
    readonly by: string;
    readonly reason?: string;
  }[];
}
