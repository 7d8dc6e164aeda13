import type { Done } from '../drafts/draft-views.ts';
import type { DecisionChange, DecisionKind } from './decision-inputs.ts';

/** A decision as the procedure's page names it. */
export interface ProcedureDecision {
  readonly decisionId: string;
  readonly kind: DecisionKind;
  readonly number: string;
  readonly decidedOn: string;
  readonly agency: string;
  readonly signer?: string;
  readonly fileId?: string;
  readonly announcedOn?: string;
  readonly publishedOn?: string;
  readonly postedOn?: string;
  /** First day its changes are in force here; absent until it is carried out. */
  readonly inForceFrom?: string;
  /** What its line does to the text; absent where it only changes lists. */
  readonly change?: DecisionChange;
  /** Who marked facts of its text as checked ("đã đối chiếu") before it went out, how many, and when last. */
  readonly checks: readonly { readonly facts: number; readonly last: Done }[];
  /** Versions that rest on it or were ended by it. */
  readonly versionIds: readonly string[];
}
