import type { Role } from '../../../kernel/actor.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { UnitKind, UnitSuccession, UnitTier } from './unit.ts';

/** How sure a fact of the reference data is: read in an official text, reported, or practice not yet checked. */
export type Certainty = 'official' | 'reported' | 'unchecked';

/**
 * One span of one unit as the reference data states it. Rows with one key are the same unit over time (a
 * rename, a new parent); they must not overlap. Dates are half-open.
 */
export interface UnitRecord {
  readonly key: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly shortName?: string;
  readonly tier: UnitTier;
  readonly kind: UnitKind;
  readonly parentKey?: string;
  readonly gsoCode?: string;
  readonly agencyCode?: string;
  readonly sectionCode?: string;
  readonly officeHours?: string;
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate;
  readonly source: string;
  readonly certainty: Certainty;
}

/** One arrow of a reorganisation as the reference data states it. */
export interface SuccessionRecord {
  readonly fromKey: string;
  readonly toKey: string;
  readonly on: PlainDate;
  readonly kind: UnitSuccession['kind'];
  readonly part?: string;
  readonly source: string;
}

/** A fictional officer of the demo. */
export interface DemoOfficer {
  readonly login: string;
  readonly name: string;
  readonly posts: readonly {
    readonly unitKey: string;
    readonly role: Role;
    readonly title: string;
    readonly signatureLines?: readonly string[];
    readonly from: PlainDate;
    readonly to?: PlainDate;
  }[];
}

/** A fictional citizen of the demo: an account of the local identity provider. */
export interface DemoCitizen {
  /** Stable key of the national account (claim TechID). */
  readonly techId: string;
  readonly name: string;
  /** Twelve digits; absent for an account that never proved one. */
  readonly identityNumber?: string | undefined;
  /** Nine digits. */
  readonly formerCard?: string | undefined;
  readonly passport?: string | undefined;
  readonly birthDate: PlainDate;
  readonly gender: 'male' | 'female';
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  /** Claim loAs: 2 unless told otherwise. */
  readonly assuranceLevel?: number;
  /** Whose account it is, when it is not the person's own. */
  readonly organisation?: { readonly name: string; readonly taxCode: string } | undefined;
}
