import type { TextKey } from '../../texts/catalogue.ts';
import type { Fault } from './faults.ts';

/** One fictional account of a simulated issuer. */
export interface SimulatedPerson {
  /** The subject, as the issuer tells it. */
  readonly id: string;
  /** What the page of choice shows. */
  readonly name: string;
  readonly lines: readonly string[];
  claims(fault: Fault | undefined): Readonly<Record<string, unknown>>;
}

/** Whom an issuer plays: its people, what it tells of them, and its words. */
export interface Cast {
  readonly people: readonly SimulatedPerson[];
  readonly claimNames: readonly string[];
  /** What may go wrong there, each with its words. */
  readonly faults: Readonly<Partial<Record<Fault, TextKey>>>;
  /** How somebody signed in there: when, in seconds of the epoch, and by which methods. */
  signIn(fault: Fault | undefined): { readonly ts?: number; readonly amr?: string[] };
  readonly texts: Readonly<Record<'title' | 'warning' | 'shares', TextKey>>;
  /** Where a sign-in begins anew. */
  readonly signInPath: string;
}
