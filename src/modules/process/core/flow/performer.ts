import type { Role } from '../../../../kernel/actor.ts';

/** Who performs: a unit by its part in the dossier, the role its officer must hold there, and how one is chosen. */
export interface Performer {
  readonly unit: PerformerUnit;
  readonly role: Role;
  /** `group` (default): who holds the role may take it; the other rules say who gets it first. */
  readonly rule?: 'group' | 'named' | 'previous' | 'roundRobin';
  /** A post of the unit, by its key; narrows the role. */
  readonly post?: string;
  /** With the rule `named`: the account that gets the step. */
  readonly person?: string;
}

/**
 * `oneStop`: where the dossier was received; `competent`: the resolving agency; a section of it by code; another agency
 * by its key (a step done by that agency, with its own acceptance).
 */
export type PerformerUnit =
  | 'oneStop'
  | 'competent'
  | { readonly section: string }
  | { readonly agency: string };
