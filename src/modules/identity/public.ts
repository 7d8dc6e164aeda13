/** The only door of identity: who exists, who acts, what they may do, and which unit holds what when. */

import type { Role } from '../../kernel/actor.ts';
import type { Origin } from '../../kernel/context.ts';
import type { Id } from '../../kernel/id.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Result } from '../../kernel/result.ts';
import type { Connection } from '../../platform/database.ts';
import type { LoadReport } from './commands/load-units.ts';
import type { CitizenProfile, PersonBrief } from './core/people.ts';
import type { DemoOfficer, SuccessionRecord, UnitRecord } from './core/records.ts';
import type {
  FinishedSignIn,
  NewSession,
  PendingLink,
  ResolvedSession,
  StartedSignIn,
} from './core/sign-in.ts';
import type { UnitDirectory } from './core/unit.ts';

export type { IdentityProviderOptions } from './commands/identity-provider.ts';
export type { LoadReport } from './commands/load-units.ts';
export type { CitizenProfile, PersonBrief, PostBrief } from './core/people.ts';
export {
  can,
  citizenPermissions,
  heldPost,
  type Permission,
  type PermissionScope,
  permissions,
  roleBundles,
  scopeFor,
} from './core/permissions.ts';
export type { Certainty, DemoCitizen, DemoOfficer, SuccessionRecord, UnitRecord } from './core/records.ts';
export { safeReturnPath } from './core/return-path.ts';
export type {
  FinishedSignIn,
  NewSession,
  PendingLink,
  ResolvedSession,
  StartedSignIn,
} from './core/sign-in.ts';
export type {
  SubUnit,
  Unit,
  UnitDirectory,
  UnitFilter,
  UnitKind,
  UnitSuccession,
  UnitTier,
} from './core/unit.ts';
export { personNameOrder, vietnameseOrder } from './core/vietnamese-order.ts';
export { createIdentity, type IdentityDeps } from './module.ts';

/** What the other modules and the web see of identity. `db` is a connection or the caller's transaction. */
export interface Identity {
  readonly units: UnitDirectory;
  /** Citizens sign in at the demo's stand-in: the pages say so. */
  readonly isProviderSimulated: boolean;
  /** Reads the unit tree again; at start, after a load, and by the server every half minute. */
  refreshUnits(): Promise<void>;
  /** Brings the unit tree to the reference data. Refuses `identity.unit-data-faulty`. */
  loadUnits(
    units: readonly UnitRecord[],
    successions: readonly SuccessionRecord[],
    now: Date,
  ): Promise<Result<LoadReport>>;
  /** Adds the fictional officers, all with one password. Refused in production mode. */
  seedDemoPeople(
    officers: readonly DemoOfficer[],
    password: string,
    now: Date,
  ): Promise<Result<{ added: number }>>;

  /** The actor behind a session token; anonymous without one. Moves the idle limit forward. */
  resolveSession(token: string | undefined, now: Date): Promise<ResolvedSession>;
  /** Login and password. Refuses `identity.sign-in-incomplete`, `.wrong-password`, `.sign-in-blocked`. */
  signInOfficer(input: unknown, now: Date, origin: Origin): Promise<Result<NewSession>>;
  /** Ends the session; an unknown one is no fault. */
  signOut(token: string, now: Date, origin: Origin): Promise<void>;
  /** Begins a sign-in at the identity provider. Refuses `identity.issuer-unavailable`. */
  startCitizenSignIn(returnPath: string | undefined, now: Date): Promise<Result<StartedSignIn>>;
  /** Takes the provider's answer. Refuses `identity.sign-in-expired`, `.sign-in-rejected` and others. */
  finishCitizenSignIn(
    flowToken: string | undefined,
    callback: URLSearchParams,
    now: Date,
    origin: Origin,
  ): Promise<Result<FinishedSignIn>>;
  /** What the confirmation page shows; undefined when nothing waits for confirmation. */
  findPendingLink(flowToken: string | undefined, now: Date): Promise<PendingLink | undefined>;
  /** Links the account to the older record. Refuses `identity.sign-in-expired`. */
  confirmLink(
    flowToken: string | undefined,
    now: Date,
    origin: Origin,
  ): Promise<Result<Extract<FinishedSignIn, { kind: 'signedIn' }>>>;

  /** Names and posts of people on a day, for timelines and letters; unknown ids are left out. */
  describePeople(
    db: Connection,
    personIds: readonly Id<'person'>[],
    on: PlainDate,
  ): Promise<ReadonlyMap<Id<'person'>, PersonBrief>>;
  /** The same by account: journal rows name their actor by account. */
  describeAccounts(
    db: Connection,
    accountIds: readonly Id<'account'>[],
    on: PlainDate,
  ): Promise<ReadonlyMap<Id<'account'>, PersonBrief>>;
  /** What the identity provider vouched for about a citizen, for prefilling their own forms. */
  citizenProfile(db: Connection, personId: Id<'person'>): Promise<CitizenProfile | undefined>;
  /** Whether anybody holds the role in the unit, or in one that took over from it, on the day. */
  hasPerformer(db: Connection, unitId: Id<'unit'>, role: Role, on: PlainDate): Promise<boolean>;
  /** Who holds the role in the unit itself on the day, in Vietnamese order of names: for choosing a signer. */
  performersOf(
    db: Connection,
    unitId: Id<'unit'>,
    role: Role,
    on: PlainDate,
  ): Promise<readonly PersonBrief[]>;
  /** Units of the kinds that need the role, existing on the day, in which nobody holds it. */
  unitsWithoutPerformer(db: Connection, role: Role, on: PlainDate): Promise<readonly Id<'unit'>[]>;
}
