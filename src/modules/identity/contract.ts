/** What the browser's side may import of identity: pure, small. */

export { type ConsentView, consentScopes } from './core/consent.ts';
export type { DelegationView, LendablePost } from './core/delegation-views.ts';
export { mayBeLent, type PermissionSource, sourcesOf } from './core/explain-permission.ts';
export { lentActs } from './core/lent-posts.ts';
export type { AccountView, FoundCitizen, MergeSide, MergeView } from './core/merge-views.ts';
export { unitFinder } from './core/people/find-unit.ts';
export type {
  PeopleImportBrief,
  PeopleImportEffect,
  PeopleImportState,
  PeopleImportView,
} from './core/people/import/import-view.ts';
export type { WrongCell } from './core/people/import/wrong-cell.ts';
export {
  type ActivationSlip,
  type FactorResetView,
  type PersonLine,
  type PersonPage,
  type PostView,
  peopleStates,
} from './core/people/people-views.ts';
export {
  can,
  type GrantScope,
  grantScopes,
  mayBeGiven,
  type Permission,
  permissionRule,
  permissions,
} from './core/permissions.ts';
export { safeReturnPath } from './core/return-path.ts';
