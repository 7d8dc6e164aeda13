import type { CitizenActor, DelegatedPost, HeldPost, OfficerActor } from '../../../kernel/actor.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import type { Database } from '../../../platform/database.ts';
import { demandsSecondFactor } from '../core/assurance.ts';
import { grantsAsOf } from '../core/grant-reach.ts';
import { lentLetters, permissionOfAct, staysLent } from '../core/lent-posts.ts';
import { idleUntil, sessionLimits } from '../core/session-limits.ts';
import type { ResolvedSession } from '../core/sign-in.ts';
import type { UnitDirectory } from '../core/unit.ts';
import { postsOn } from '../store/account-store.ts';
import { type DelegationInForce, delegationsInForce } from '../store/delegation-store.ts';
import { grantsOn } from '../store/grant-store.ts';
import { findSession, hasEnded, type SessionRow, touchSession } from '../store/session-store.ts';
import { isDivided } from './division.ts';

export interface ResolveSessionDeps {
  readonly db: Database;
  readonly jurisdiction: Jurisdiction;
  readonly units: UnitDirectory;
}

/** Writing the idle limit at each click would cost a write a request; once a minute is exact enough. */
const touchEveryMs = 60_000;

/** What a deputy's post loses where the head has divided the fields. */
const signing = [...new Set(lentLetters.map((letter) => permissionOfAct[letter]))];

/** Who is behind the token; see `Identity.resolveSession`. */
export async function resolveSession(
  deps: ResolveSessionDeps,
  token: string | undefined,
  now: Date,
): Promise<ResolvedSession> {
  if (!token) return { actor: { kind: 'anonymous' }, expired: false };
  const session = await findSession(deps.db, deps.jurisdiction, token, now);
  if (!session || hasEnded(session, now))
    return { actor: { kind: 'anonymous' }, expired: true, ...(session && { endedOf: session.kind }) };
  if (now.getTime() - session.seen_at.getTime() >= touchEveryMs) {
    const until = idleUntil(sessionLimits[session.kind], now, session.absolute_until);
    await touchSession(deps.db, deps.jurisdiction, session.id, now, until);
  }
  const actor = await actorOf(deps, session, now);
  const known = { sessionId: session.id, displayName: session.name, expired: false };
  if (actor.kind === 'officer' && awaitsFactor(session, actor))
    return { ...known, actor: { kind: 'anonymous' }, pending: { mustEnrol: !session.has_factor } };
  return { ...known, actor, ...(session.elsewhere && { elsewhere: true }) };
}

/** Also in the middle of a session: whoever is made a leader, acts for one or is given what a step-up opens, proves it from then on. */
function awaitsFactor(session: SessionRow, actor: OfficerActor): boolean {
  const needed =
    session.needs_factor ||
    demandsSecondFactor(
      [...actor.posts, ...(actor.delegated ?? [])].map(({ role }) => role),
      actor.grants.map(({ permission }) => permission),
    );
  return needed && session.factor_at === null;
}

async function actorOf(
  deps: ResolveSessionDeps,
  session: SessionRow,
  now: Date,
): Promise<CitizenActor | OfficerActor> {
  const who = { accountId: session.account_id, personId: session.person_id };
  if (session.kind === 'citizen') {
    return {
      kind: 'citizen',
      ...who,
      accountIds: session.own_accounts ?? [session.account_id],
      ...(session.organisation_id !== null && { organisationId: session.organisation_id }),
    };
  }
  const provedAt = session.factor_at ?? (session.has_factor ? null : session.password_at);
  return { ...(await officerOn(deps, who, plainDateOf(now))), ...(provedAt && { provedAt }) };
}

/** The officer as they stand on the day, without any proof of who they are: their posts, what is given to them and lent. */
export async function officerOn(
  deps: ResolveSessionDeps,
  who: Pick<OfficerActor, 'accountId' | 'personId'>,
  today: PlainDate,
): Promise<OfficerActor> {
  const posts = await postsOn(deps.db, deps.jurisdiction, who.personId, today);
  const given = await grantsOn(deps.db, deps.jurisdiction, who.personId, today);
  const held: HeldPost[] = [];
  for (const { id: postId, unit_id: unitId, role, is_deputy: isDeputy } of posts) {
    const isBound = isDeputy && (await isDivided(deps, deps.db, unitId, role, today));
    const unitScope = scopeOfPost(deps.units, unitId, today);
    held.push({ postId, unitId, role, unitScope, ...(isBound && { withheld: signing }) });
  }
  const inForce = await delegationsInForce(deps.db, deps.jurisdiction, who.personId, today);
  const lent = inForce
    .map((row) => lentPost(deps.units, row, today))
    .filter((post) => staysLent(deps.units, post, held, today));
  return {
    kind: 'officer',
    ...who,
    posts: held,
    grants: grantsAsOf(deps.units, given, held, today),
    ...(lent.length > 0 && { delegated: lent }),
  };
}

function lentPost(units: UnitDirectory, row: DelegationInForce, today: PlainDate): DelegatedPost {
  return {
    postId: row.principal_post_id,
    unitId: row.unit_id,
    role: row.role,
    unitScope: scopeOfPost(units, row.unit_id, today),
    delegation: {
      delegationId: row.delegation_id,
      kind: row.kind,
      acts: row.acts,
      sectors: row.sectors,
      procedures: row.procedures,
      principalPersonId: row.principal_person_id,
      principalAccountIds: row.principal_accounts,
    },
  };
}

/** A post in a records office acts for the agency whose seal it keeps: the same reach as `hasPerformer` promises. */
function scopeOfPost(units: UnitDirectory, unitId: Id<'unit'>, on: PlainDate): readonly Id<'unit'>[] {
  const unit = units.unitOn(unitId, on);
  const agency = unit?.kind === 'recordsOffice' ? unit.parentId : undefined;
  return agency ? [...units.scopeOf(unitId, on), ...units.scopeOf(agency, on)] : units.scopeOf(unitId, on);
}
