/** The only door of identity: who exists, who acts, what they may do, and which unit holds what when. */
export type { IdentityProviderOptions } from './commands/identity-provider.ts';
export type { LoadReport } from './commands/load-units.ts';
export type { PendingProvinceLink } from './commands/province/link-province.ts';
export type { ProvinceOptions } from './commands/province/province-provider.ts';
export { actingPost } from './core/acting-post.ts';
export { demandsSecondFactor, isFreshlyProved, refuseStale, refuseUnproved } from './core/assurance.ts';
export type { DelegationBrief } from './core/delegation-views.ts';
export {
  delegationOf,
  type LentAct,
  type LimitedReach,
  lentWithinLimits,
  type Matter,
  readsAsDelegate,
} from './core/lent-posts.ts';
export { ownAccounts } from './core/own-accounts.ts';
export { foldPassword, type GuessedPasswords } from './core/people/password.ts';
export type { CitizenProfile, Organisation, PersonBrief, PostBrief, PostHolder } from './core/people.ts';
export {
  can,
  type Permission,
  type PermissionScope,
  permissionRule,
  reachesNothing,
  scopeFor,
} from './core/permissions.ts';
export type { GivenPermission, GrantState } from './core/powers.ts';
export type { Certainty, DemoCitizen, DemoOfficer, SuccessionRecord, UnitRecord } from './core/records.ts';
export type {
  RunningSeries,
  UnitLoad,
  WorkCount,
} from './core/reorganisation/unit-work.ts';
export type {
  ReorganisationBrief,
  ReorganisationView,
  UnitView,
} from './core/reorganisation/views.ts';
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
  WorkKind,
} from './core/unit.ts';
export { createIdentity, type Identity, type IdentityDeps } from './module.ts';
export { keptOfPerson } from './queries/citizens/kept-of-person.ts';
export { correctContact } from './store/correct-contact.ts';
export { forgetExpired } from './store/forget-expired.ts';
export { sealedTables } from './store/sealed-tables.ts';
