import type { ProcedureText } from '../procedure-text.ts';
import type { DraftChange } from './apply-patch.ts';
import type { DraftDocument, DraftFaults } from './draft-document.ts';

/**
 * `draft`: being written. `inReview`: submitted, nobody writes. `approved`: waits for its decision. `published`:
 * became a version. `discarded`: given up.
 */
export type DraftState = 'draft' | 'inReview' | 'approved' | 'published' | 'discarded';

/** Who did something when; nameless for the system. */
export interface Done {
  readonly at: string;
  readonly by?: string;
}

export interface DraftSummary {
  readonly draftId: string;
  readonly code: string;
  readonly name: string;
  readonly sector: string;
  readonly state: DraftState;
  readonly version: number;
  readonly created: Done;
  readonly changed: Done;
  /** Decisions that have a line for it. */
  readonly decisions: readonly { readonly decisionId: string; readonly number: string }[];
}

export interface DraftComment {
  readonly commentId: string;
  readonly kind: 'comment' | 'submitted' | 'returned' | 'approved' | 'discarded';
  readonly pointer?: string;
  readonly text: string;
  /** The draft's version it was said of. */
  readonly version: number;
  readonly written: Done;
}

/** One line of the field history. */
export interface DraftHistoryLine extends DraftChange {
  readonly seq: number;
  readonly version: number;
  readonly changed: Done;
}

export interface DraftView extends DraftSummary {
  readonly baseVersionId?: string;
  /** Set once the draft became a version. */
  readonly versionId?: string;
  readonly document: DraftDocument;
  /** The finished text; absent while something is missing or wrong. */
  readonly text?: ProcedureText;
  readonly faults: DraftFaults;
  readonly comments: readonly DraftComment[];
  readonly submitted?: Done;
  readonly approved?: Done;
}
