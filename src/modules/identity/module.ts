import type { FastifyInstance } from 'fastify';
import type { Role } from '../../kernel/actor.ts';
import type { Origin } from '../../kernel/context.ts';
import type { Id, Jurisdiction, NewId } from '../../kernel/id.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Result } from '../../kernel/result.ts';
import type { Connection, Database } from '../../platform/database.ts';
import type { Seal } from '../../platform/sealed-text.ts';
import { type CitizenCommands, createCitizenCommands } from './commands/citizens/citizens.ts';
import { type DelegationCommands, delegationCommands } from './commands/delegations.ts';
import { createIdentityProvider, type IdentityProviderOptions } from './commands/identity-provider.ts';
import { type LoadReport, loadUnits } from './commands/load-units.ts';
import {
  type Activation,
  createActivation,
  createPeopleCommands,
  type PeopleCommands,
} from './commands/people/people-commands.ts';
import { type PowersCommands, powersCommands } from './commands/powers.ts';
import { createProvince, type Province } from './commands/province/province.ts';
import { createProvinceProvider, type ProvinceOptions } from './commands/province/province-provider.ts';
import { reorganisationCommands } from './commands/reorganisation/reorganisation.ts';
import { createSecurity, type Security } from './commands/security.ts';
import { seedDemoPeople } from './commands/seed-demo-people.ts';
import {
  confirmLink,
  findPendingLink,
  finishCitizenSignIn,
  startCitizenSignIn,
} from './commands/sign-in-citizen.ts';
import { signInOfficer } from './commands/sign-in-officer.ts';
import { signOut } from './commands/sign-out.ts';
import type { GuessedPasswords } from './core/people/password.ts';
import type { Tie } from './core/people/second-person.ts';
import type { CitizenProfile, PersonBrief, PostHolder } from './core/people.ts';
import type { DemoOfficer, SuccessionRecord, UnitRecord } from './core/records.ts';
import type { Reorganisation } from './core/reorganisation/reorganisation.ts';
import type {
  FinishedSignIn,
  NewSession,
  PendingLink,
  ResolvedSession,
  StartedSignIn,
} from './core/sign-in.ts';
import type { UnitDirectory } from './core/unit.ts';
import { unitTree } from './core/unit-tree.ts';
import { type CitizenQueries, createCitizenQueries } from './queries/citizens/citizens.ts';
import { type DelegationQueries, delegationQueries } from './queries/delegation-queries.ts';
import { describeAccounts, describePeople } from './queries/describe-people.ts';
import {
  hasPerformer,
  holdersOf,
  performersOf,
  staffing,
  unitsWithoutPerformer,
} from './queries/find-performers.ts';
import { type PowersQueries, powersQueries } from './queries/given-permissions.ts';
import { createPeopleQueries, type PeopleQueries } from './queries/people/people-queries.ts';
import { reorganisationQueries } from './queries/reorganisations.ts';
import { resolveSession } from './queries/resolve-session.ts';
import { type SecurityOverview, securityOverview } from './queries/security-overview.ts';
import { registerPeopleImport } from './routes/people-import-route.ts';
import { findAccountOfLogin } from './store/account-store.ts';
import { demoCode } from './store/demo-phone.ts';
import { recordsOf } from './store/merge-store.ts';
import { defaultPasswordCost, type PasswordCost } from './store/password-hash.ts';
import type { WorkInHandOf } from './store/people/people-deps.ts';
import { tiesBetween } from './store/people/ties.ts';
import { findProfile } from './store/person-store.ts';
import type { UnitWork } from './store/reorganisation-deps.ts';
import type { SecurityRequest } from './store/secure-session.ts';
import { loadUnitDirectory } from './store/unit-store.ts';

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

  /**
   * What the simulated telephone of a fictional officer shows: a code not used yet, or how long until there is one. Undefined for
   * an account without one, and always in production mode.
   */
  demoCode(
    login: string,
    now: Date,
  ): Promise<{ readonly code: string } | { readonly inSeconds: number } | undefined>;

  /** The actor behind a session token; anonymous without one. Moves the idle limit forward. */
  resolveSession(token: string | undefined, now: Date): Promise<ResolvedSession>;
  /** Login and password. Refuses `identity.sign-in-incomplete`, `.wrong-password`, `.sign-in-blocked`. */
  signInOfficer(input: unknown, now: Date, origin: Origin): Promise<Result<NewSession>>;
  /** What officers do about their own sign-in: second factor, passkeys, recovery codes, sessions, password. */
  readonly security: Security;
  /** Powers lent for a time: who acts for whom, by which decision. */
  readonly delegations: DelegationCommands & DelegationQueries;
  /** Single permissions given to people beyond their posts. */
  readonly powers: PowersCommands & PowersQueries;
  /** What administrators do about officers' accounts and posts, and read of them. */
  readonly people: { readonly commands: PeopleCommands; readonly queries: PeopleQueries };
  /** Sending in people and posts as a workbook, its template, what was wrong with it. */
  registerRoutes(server: FastifyInstance): Promise<void>;
  /** Setting a password with a code, before anybody is signed in. */
  readonly activation: Activation;
  /** Officers at the province's issuer: signing in, proving anew, linking. */
  readonly province: Province;
  /** How the unit tree changes: drafts, previews, carrying out and undoing, corrections. */
  readonly reorganisation: Reorganisation;
  /** The own factors, recovery codes and sessions; half a sign-in sees only what is still asked for. */
  securityOverview(request: SecurityRequest): Promise<Result<SecurityOverview>>;
  /** Ends the session; an unknown one is no fault. Tells whether it was opened at the province's issuer. */
  signOut(token: string, now: Date, origin: Origin): Promise<{ readonly byProvince: boolean }>;
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

  /** What belongs to citizens and organisations beyond signing in. */
  readonly citizens: CitizenCommands & CitizenQueries;

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
  /** What ties two officers who are to watch each other: `made` one by the other lately, `related` both by a third. */
  tiesBetween(db: Connection, one: Id<'account'>, other: Id<'account'>, now: Date): Promise<Tie>;
  /** The officer's account behind a login, closed ones too: the journal remembers them. */
  accountOfLogin(db: Connection, login: string): Promise<Id<'account'> | undefined>;
  /** What the identity provider vouched for about a citizen, for prefilling their own forms. */
  citizenProfile(db: Connection, personId: Id<'person'>): Promise<CitizenProfile | undefined>;
  /** The citizen's record and every one merged into it: what readings of either were about. */
  recordsOf(db: Connection, personId: Id<'person'>): Promise<readonly Id<'person'>[]>;
  /** Whether anybody holds the role in the unit, or in one that took over from it, on the day. */
  hasPerformer(db: Connection, unitId: Id<'unit'>, role: Role, on: PlainDate): Promise<boolean>;
  /** Who holds the role in the unit itself on the day, in Vietnamese order of names: for choosing a signer. */
  performersOf(
    db: Connection,
    unitId: Id<'unit'>,
    role: Role,
    on: PlainDate,
  ): Promise<readonly PersonBrief[]>;
  /** Everybody whose post acts for the unit on the day, in Vietnamese order of names: whom its work may be given to. */
  holdersOf(db: Connection, unitId: Id<'unit'>, on: PlainDate): Promise<readonly PostHolder[]>;
  /** Which roles are held where on the day, read once: answers for many units as `hasPerformer` would for each. */
  staffing(db: Connection, on: PlainDate): Promise<(unitId: Id<'unit'>, role: Role) => boolean>;
  /** Units of the kinds that need the role, existing on the day, in which nobody holds it. */
  unitsWithoutPerformer(db: Connection, role: Role, on: PlainDate): Promise<readonly Id<'unit'>[]>;
}

export interface IdentityDeps {
  readonly db: Database;
  readonly jurisdiction: Jurisdiction;
  readonly newId: NewId;
  readonly seal: Seal;
  readonly mode: 'demo' | 'production';
  readonly provider: IdentityProviderOptions;
  /** At which officers may sign in too; left out, none is offered. */
  readonly province?: ProvinceOptions | undefined;
  /** Address people type: passkeys are bound to its host. */
  readonly baseUrl: URL;
  /** What an officer has in hand, told by the modules that give out work. */
  readonly workInHand?: WorkInHandOf;
  /** What rests on units, known to modules above. */
  readonly unitWork?: UnitWork;
  /** Whether office hours of this code are kept. */
  readonly isCalendar?: (code: string) => boolean;
  /** What is refused as a new password; left out only in tests. */
  readonly guessedPasswords?: GuessedPasswords;
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
    province: options.province && createProvinceProvider(options.province),
    passwordCost: options.passwordCost ?? defaultPasswordCost,
    guessedPasswords: options.guessedPasswords ?? { breached: new Set(), words: new Set(), context: [] },
    workInHand: options.workInHand ?? (async () => []),
  };

  async function refreshUnits(): Promise<void> {
    current = await loadUnitDirectory(deps.db, deps.jurisdiction);
  }

  return {
    units: deps.units,
    security: createSecurity(deps),
    reorganisation: {
      ...reorganisationCommands({ ...deps, refreshUnits }),
      ...reorganisationQueries({ ...deps, refreshUnits }),
    },
    delegations: { ...delegationCommands(deps), ...delegationQueries(deps) },
    powers: { ...powersCommands(deps), ...powersQueries(deps) },
    citizens: { ...createCitizenCommands(deps), ...createCitizenQueries(deps) },
    people: { commands: createPeopleCommands(deps), queries: createPeopleQueries(deps) },
    registerRoutes: (server) => registerPeopleImport(server, deps),
    activation: createActivation(deps),
    province: createProvince(deps),
    securityOverview: (request) => securityOverview(deps, request),
    isProviderSimulated: options.provider.simulated ?? false,
    refreshUnits,
    async loadUnits(units, successions, now) {
      const report = await loadUnits(deps, units, successions, now);
      if (report.ok) await refreshUnits();
      return report;
    },
    seedDemoPeople: (officers, password, now) => seedDemoPeople(deps, officers, password, now),
    demoCode: async (login, now) => (deps.mode === 'demo' ? demoCode(deps, login, now) : undefined),
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
    tiesBetween: (db, one, other, now) => tiesBetween(db, deps.jurisdiction, one, other, now),
    accountOfLogin: (db, login) => findAccountOfLogin(db, deps.jurisdiction, login),
    citizenProfile: (db, personId) => findProfile(db, deps.jurisdiction, deps.seal, personId),
    recordsOf: (db, personId) => recordsOf(db, deps.jurisdiction, personId),
    hasPerformer: (db, unitId, role, on) => hasPerformer(deps, db, unitId, role, on),
    performersOf: (db, unitId, role, on) => performersOf(deps, db, unitId, role, on),
    holdersOf: (db, unitId, on) => holdersOf(deps, db, unitId, on),
    staffing: (db, on) => staffing(deps, db, on),
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
    partOf: (fromId, toId) => tree().partOf(fromId, toId),
    splitUnits: (on) => tree().splitUnits(on),
    heirFor: (id, on, work) => tree().heirFor(id, on, work),
    scopeOf: (id, on) => tree().scopeOf(id, on),
    heirsOf: (id, on) => tree().heirsOf(id, on),
    continuedFrom: (id, on) => tree().continuedFrom(id, on),
    findSubUnit: (parentId, which, on) => tree().findSubUnit(parentId, which, on),
    nearestSubUnit: (id, which, on) => tree().nearestSubUnit(id, which, on),
    subtreeOn: (id, on) => tree().subtreeOn(id, on),
    ancestorsOn: (id, on) => tree().ancestorsOn(id, on),
  };
}
