/** The only door of identity: who exists, who acts, what they may do, and which unit holds what when. */
import type { Kysely } from 'kysely';
import type { Role } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { CitizenProfile, PersonBrief } from './core/people.ts';
import type { ResolvedSession } from './core/sign-in.ts';
import type { UnitDirectory } from './core/unit.ts';

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
export type { NewSession, ResolvedSession } from './core/sign-in.ts';
export type {
  SubUnit,
  Unit,
  UnitDirectory,
  UnitFilter,
  UnitKind,
  UnitSuccession,
  UnitTier,
} from './core/unit.ts';

/** What the other modules and the web see of identity. `db` is a connection or the caller's transaction. */
export interface Identity {
  readonly units: UnitDirectory;
  /** Reads the unit tree again; at start, after a load, and by the server every half minute. */
  refreshUnits(): Promise<void>;
  /** The actor behind a session token; anonymous without one. Moves the idle limit forward. */
  resolveSession(token: string | undefined, now: Date): Promise<ResolvedSession>;
  /** Names and posts of people on a day, for timelines and letters; unknown ids are left out. */
  describePeople(
    db: Kysely<unknown>,
    personIds: readonly Id<'person'>[],
    on: PlainDate,
  ): Promise<ReadonlyMap<Id<'person'>, PersonBrief>>;
  /** What the identity provider vouched for about the signed-in citizen. */
  citizenProfile(db: Kysely<unknown>, personId: Id<'person'>): Promise<CitizenProfile | undefined>;
  /** Whether anybody holds the role in the unit (or, for its leaders, its successor) on the day. */
  hasPerformer(db: Kysely<unknown>, unitId: Id<'unit'>, role: Role, on: PlainDate): Promise<boolean>;
  /** Units existing on the day in which nobody holds the role. */
  unitsWithoutPerformer(db: Kysely<unknown>, role: Role, on: PlainDate): Promise<readonly Id<'unit'>[]>;
}
