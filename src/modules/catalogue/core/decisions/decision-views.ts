import type { Done } from '../drafts/draft-views.ts';
import type { SaidFinding } from '../lint/say-finding.ts';
import type { ListFacts, ListLine, ListName } from '../lists/list-entry.ts';
import type { DecisionChange, DecisionKind } from './decision-inputs.ts';

export interface DecisionSummary {
  readonly decisionId: string;
  readonly kind: DecisionKind;
  readonly number: string;
  readonly decidedOn: string;
  readonly agency: string;
  readonly title?: string;
  readonly version: number;
  /** First day its changes are in force here; absent until it is carried out. */
  readonly inForceFrom?: string;
  readonly lines: number;
}

export interface DecisionLineView {
  readonly code: string;
  readonly change: DecisionChange;
  /** Of the draft, else of the version in force. */
  readonly name?: string;
  readonly draftId?: string;
  readonly draftState?: string;
  /** The version the line put in force. */
  readonly versionId?: string;
  readonly replacedBy?: string;
}

/** A procedure put on a list or taken off it. */
export interface ListLineView {
  readonly list: ListName;
  readonly code: string;
  readonly name?: string;
  readonly change: ListLine['change'];
  /** What follows from it; absent when it is taken off. */
  readonly facts?: ListFacts;
}

export interface DecisionView extends Omit<DecisionSummary, 'lines'> {
  readonly signer?: string;
  readonly fileId?: string;
  readonly effectiveOn?: string;
  readonly announcedOn?: string;
  readonly publishedOn?: string;
  readonly postedOn?: string;
  readonly recorded: Done;
  readonly carriedOut?: Done;
  /** Carried out, and its day has not come yet. */
  readonly canUndo: boolean;
  /** When it was last taken back before its day. */
  readonly undone?: Done & { readonly reason: string };
  readonly lines: readonly DecisionLineView[];
  readonly lists: readonly ListLineView[];
}

/** A version as it is named in an effect. */
export interface NamedVersion {
  readonly versionId: string;
  readonly number: number;
  readonly from: string;
}

/** What one line does to its procedure on the day. */
export interface LineEffect {
  readonly code: string;
  readonly name: string;
  readonly change: DecisionChange;
  readonly draftId?: string;
  /** The version that ends on the day; absent when none is in force then. */
  readonly ends?: NamedVersion;
  /** Versions published earlier that were to begin on that day or later: they never do. */
  readonly withdraws: readonly NamedVersion[];
  /** Why the line cannot be carried out: types of refusals with their sentence in the texts. */
  readonly obstacles: readonly {
    readonly type: string;
    /** Place in the draft. */
    readonly pointer?: string;
    /** The sentence with what it is about filled in, where the type alone does not say it. */
    readonly detail?: string;
  }[];
  /** What the linter tells besides. */
  readonly warnings: readonly SaidFinding[];
}

/** What one change of a list does on the day. */
export interface ListEffect {
  readonly list: ListName;
  readonly code: string;
  readonly name?: string;
  readonly change: ListLine['change'];
  readonly obstacles: readonly { readonly type: string }[];
}

/** Everything a decision changes if it is carried out from a day. */
export interface DecisionEffect {
  readonly from: string;
  readonly lines: readonly LineEffect[];
  readonly lists: readonly ListEffect[];
  /** True when nothing stands in the way. */
  readonly possible: boolean;
  /** Fingerprint to carry it out with: what was shown is what happens, or it is refused. */
  readonly effect: string;
}
