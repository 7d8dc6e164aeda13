import type { Jurisdiction, NewId } from '../../kernel/id.ts';
import type { Database } from '../../platform/database.ts';
import type { Seal } from '../../platform/sealed-text.ts';
import { createIdentityProvider, type IdentityProviderOptions } from './commands/identity-provider.ts';
import { loadUnits } from './commands/load-units.ts';
import { seedDemoPeople } from './commands/seed-demo-people.ts';
import {
  confirmLink,
  findPendingLink,
  finishCitizenSignIn,
  startCitizenSignIn,
} from './commands/sign-in-citizen.ts';
import { signInOfficer } from './commands/sign-in-officer.ts';
import { signOut } from './commands/sign-out.ts';
import type { UnitDirectory } from './core/unit.ts';
import { unitTree } from './core/unit-tree.ts';
import type { Identity } from './public.ts';
import { describeAccounts, describePeople } from './queries/describe-people.ts';
import { hasPerformer, performersOf, unitsWithoutPerformer } from './queries/find-performers.ts';
import { resolveSession } from './queries/resolve-session.ts';
import { defaultPasswordCost, type PasswordCost } from './store/password-hash.ts';
import { findProfile } from './store/person-store.ts';
import { loadUnitDirectory } from './store/unit-store.ts';

export interface IdentityDeps {
  readonly db: Database;
  readonly jurisdiction: Jurisdiction;
  readonly newId: NewId;
  readonly seal: Seal;
  readonly mode: 'demo' | 'production';
  readonly provider: IdentityProviderOptions;
  /** Lower only in tests. */
  readonly passwordCost?: PasswordCost;
}

/** Builds identity. The unit directory is empty until `refreshUnits` has run once. */
export function createIdentity(options: IdentityDeps): Identity {
  let current = unitTree([], []);
  const deps = {
    ...options,
    units: following(() => current),
    provider: createIdentityProvider(options.provider),
    passwordCost: options.passwordCost ?? defaultPasswordCost,
  };

  async function refreshUnits(): Promise<void> {
    current = await loadUnitDirectory(deps.db, deps.jurisdiction);
  }

  return {
    units: deps.units,
    isProviderSimulated: options.provider.simulated ?? false,
    refreshUnits,
    async loadUnits(units, successions, now) {
      const report = await loadUnits(deps, units, successions, now);
      if (report.ok) await refreshUnits();
      return report;
    },
    seedDemoPeople: (officers, password, now) => seedDemoPeople(deps, officers, password, now),
    resolveSession: (token, now) => resolveSession(deps, token, now),
    signInOfficer: (input, now, origin) => signInOfficer(deps, input, now, origin),
    signOut: (token, now, origin) => signOut(deps, token, now, origin),
    startCitizenSignIn: (returnPath, now) => startCitizenSignIn(deps, returnPath, now),
    finishCitizenSignIn: (flowToken, callback, now, origin) =>
      finishCitizenSignIn(deps, flowToken, callback, now, origin),
    findPendingLink: (flowToken, now) => findPendingLink(deps, flowToken, now),
    confirmLink: (flowToken, now, origin) => confirmLink(deps, flowToken, now, origin),
    describePeople: (db, personIds, on) => describePeople(db, deps.jurisdiction, personIds, on),
    describeAccounts: (db, accountIds, on) => describeAccounts(db, deps.jurisdiction, accountIds, on),
    citizenProfile: (db, personId) => findProfile(db, deps.jurisdiction, deps.seal, personId),
    hasPerformer: (db, unitId, role, on) => hasPerformer(deps, db, unitId, role, on),
    performersOf: (db, unitId, role, on) => performersOf(deps, db, unitId, role, on),
    unitsWithoutPerformer: (db, role, on) => unitsWithoutPerformer(deps, db, role, on),
  };
}

/** A directory that always answers from the newest tree, so that holders never keep an old one. */
function following(tree: () => UnitDirectory): UnitDirectory {
  return {
    unitOn: (id, on) => tree().unitOn(id, on),
    latest: (id) => tree().latest(id),
    byKey: (key) => tree().byKey(key),
    byAgencyCode: (agencyCode, on) => tree().byAgencyCode(agencyCode, on),
    unitsOn: (on, filter) => tree().unitsOn(on, filter),
    successorsOn: (id, on) => tree().successorsOn(id, on),
    successorOn: (id, on) => tree().successorOn(id, on),
    scopeOf: (id) => tree().scopeOf(id),
    heirsOf: (id) => tree().heirsOf(id),
    findSubUnit: (parentId, which, on) => tree().findSubUnit(parentId, which, on),
    nearestSubUnit: (id, which, on) => tree().nearestSubUnit(id, which, on),
    ancestorsOn: (id, on) => tree().ancestorsOn(id, on),
  };
}
