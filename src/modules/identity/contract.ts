/** What the browser's side may import of identity: pure, small. */

export type { AccountView, FoundCitizen, MergeSide, MergeView } from './core/merge-views.ts';
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
