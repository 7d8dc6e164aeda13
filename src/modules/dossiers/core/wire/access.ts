import type { Role } from '../../../../kernel/actor.ts';
import type { Permission } from '../../../identity/public.ts';

/** Where a dossier lies: who received it, decides on it, returns it, or has or had a step of it. */
export type DossierPlace = 'received' | 'competent' | 'return' | 'step';

/** One rule that lets somebody see a dossier. `unit` is the place of the dossier that it reaches. */
export type ReadingRule =
  | { readonly rule: 'everywhere'; readonly role: Role }
  | { readonly rule: 'post'; readonly role: Role; readonly place: DossierPlace; readonly unit: string }
  | { readonly rule: 'grant'; readonly reach: 'jurisdiction' | 'units' | 'sectors' }
  | { readonly rule: 'lent' }
  | { readonly rule: 'standIn' };

/** Why somebody may or may not do an open step. */
export type StepVerdict = 'may' | 'role' | 'barred' | 'toAssign' | 'other' | 'nobody';

export interface StepAccess {
  /** Absent for an administrator who may not read the dossier: it would say what is asked for. */
  readonly stepName?: string;
  readonly taskId: string;
  readonly unit: string;
  readonly role: Role;
  readonly verdict: StepVerdict;
}

/** What can be done to a dossier beside its steps. */
export type ExplainedAct =
  | 'accept'
  | 'refuse'
  | 'scan'
  | 'supplement'
  | 'message'
  | 'clock'
  | 'apology'
  | 'extension'
  | 'stop';

/** Whether somebody may, by a post of theirs or a lent one; `needs` is what gives it, one or the other. */
export interface ActAccess {
  readonly act: ExplainedAct;
  readonly verdict: 'own' | 'lent' | 'no';
  readonly needs: readonly { readonly permission: Permission; readonly unit: string }[];
}

/** Why somebody sees a dossier, or does not: nothing of the dossier beyond where it lies and what is to be done. */
export interface AccessExplanation {
  readonly code: string;
  readonly rules: readonly ReadingRule[];
  /** Empty for whoever does not see it and asks for themselves: it may as well not exist. */
  readonly places: readonly { readonly place: DossierPlace; readonly unit: string }[];
  readonly steps: readonly StepAccess[];
  /** Empty for an administrator who may not read the dossier: it would say how it stands. */
  readonly acts: readonly ActAccess[];
  /** Where the person may read: names of units; everything of a sector. */
  readonly reads: { readonly units: readonly string[]; readonly sectors: readonly string[] };
}
