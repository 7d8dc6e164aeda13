import { sql } from 'kysely';
import { z } from 'zod';
import type { QueryContext } from '../../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../../kernel/id.ts';
import { plainDateOf } from '../../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import { type Connection, maybeOne } from '../../../../platform/database.ts';
import { recordRead } from '../../../../platform/journal.ts';
import { parseInput } from '../../../../platform/parse-input.ts';
import { demandsSecondFactor } from '../../core/assurance.ts';
import { mayManage } from '../../core/people/manage-reach.ts';
import type { PersonPage } from '../../core/people/people-views.ts';
import { can } from '../../core/permissions.ts';
import { blockedUntil, forgottenBefore } from '../../core/sign-in-throttle.ts';
import { allPostsOf, findOfficer } from '../../store/people/officer-accounts.ts';
import type { PeopleDeps } from '../../store/people/people-deps.ts';
import { reachOf, toSpan } from '../../store/people/reach.ts';
import { factorsOf } from '../../store/second-factor-store.ts';
import { liveSessions } from '../../store/session-store.ts';
import { failuresOfLogin } from '../../store/sign-in-failure-store.ts';
import { reasonsAbout } from '../../store/stated-reasons.ts';
import { openResetViews } from './open-resets.ts';
import { toPostView } from './post-view.ts';

/** One person with everything an administrator may change. Needs `identity.manage`; beyond the reach, not found. */
export async function personPage(
  deps: PeopleDeps,
  ctx: QueryContext,
  accountId: unknown,
): Promise<Result<PersonPage>> {
  const { actor, jurisdiction, now } = ctx;
  if (actor.kind !== 'officer' || !can(actor, 'identity.manage'))
    return refuse('forbidden', 'identity.not-administrator');
  const parsed = parseInput(z.uuid(), accountId);
  const officer = parsed.ok ? await findOfficer(deps.db, jurisdiction, parsed.value) : undefined;
  if (!officer) return refuse('not-found', 'identity.officer-unknown');
  const today = plainDateOf(now);
  const posts = await allPostsOf(deps.db, jurisdiction, [officer.person_id]);
  if (!mayManage(reachOf(deps.units, actor, today), posts.map(toSpan), today))
    return refuse('not-found', 'identity.officer-unknown');
  const id = officer.account_id;
  const factors = await factorsOf(deps.db, jurisdiction, id);
  const views = posts.map((post) => toPostView(deps.units, post, today));
  const current = views.filter(({ when }) => when === 'now');
  const reset = (await openResetViews(deps, ctx, actor)).find((each) => each.accountId === id);
  const codeUntil = await codeGoodUntil(deps.db, jurisdiction, id, now);
  await recordRead(deps.db, ctx, deps.newId, { query: 'identity.person-page', subjectIds: [id] });
  return ok({
    accountId: id,
    name: officer.name,
    login: officer.login,
    ...(officer.phone !== null && { phone: officer.phone }),
    ...(officer.email !== null && { email: officer.email }),
    createdAt: officer.created_at.toISOString(),
    ...(officer.closed_at && { closedAt: officer.closed_at.toISOString() }),
    isSelf: id === actor.accountId,
    hasPassword: officer.has_password,
    ...(officer.linked_at && { linkedAt: officer.linked_at.toISOString() }),
    ...(codeUntil && { codeUntil: codeUntil.toISOString() }),
    factors: factors.filter(({ confirmed_at: at }) => at !== null).length,
    demandsFactor: demandsSecondFactor(current.map(({ role }) => role)),
    posts: views,
    work: await workOf(deps, jurisdiction, id),
    sessions: await sessionsOf(deps, jurisdiction, id, now),
    slowdown: await slowdownOf(deps, jurisdiction, officer.login, now),
    ...(reset && { reset }),
    reasons: await reasonsOf(deps, jurisdiction, id),
  });
}

async function reasonsOf(
  deps: PeopleDeps,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
): Promise<PersonPage['reasons']> {
  const stated = await reasonsAbout(deps.db, jurisdiction, accountId);
  return stated.map(({ command: did, reason, stated_at: at, stated_by_name: by }) => ({
    did,
    reason,
    at: at.toISOString(),
    by,
  }));
}

async function workOf(
  deps: PeopleDeps,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
): Promise<PersonPage['work']> {
  const work = await deps.workInHand(deps.db, jurisdiction, accountId);
  return work.map(({ unitId, open }) => ({ unit: deps.units.latest(unitId)?.name ?? '', open }));
}

async function sessionsOf(
  deps: PeopleDeps,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
  now: Date,
): Promise<PersonPage['sessions']> {
  const sessions = await liveSessions(deps.db, jurisdiction, accountId, now);
  return sessions.map((each) => ({
    sessionId: each.id,
    createdAt: each.created_at.toISOString(),
    seenAt: each.seen_at.toISOString(),
    ...(each.origin_ip !== null && { ip: each.origin_ip }),
    ...(each.user_agent !== null && { userAgent: each.user_agent }),
    byProvince: each.by_province,
  }));
}

async function slowdownOf(
  deps: PeopleDeps,
  jurisdiction: Jurisdiction,
  login: string,
  now: Date,
): Promise<PersonPage['slowdown']> {
  const all = await failuresOfLogin(deps.db, jurisdiction, login);
  const lately = all.filter(({ lastFailureAt }) => lastFailureAt >= forgottenBefore(now));
  const until = lately.flatMap((state) => blockedUntil(state, now) ?? []).toSorted((a, b) => +b - +a)[0];
  return {
    addresses: lately.length,
    failures: lately.reduce((sum, { failures }) => sum + failures, 0),
    ...(until && { until: until.toISOString() }),
  };
}

async function codeGoodUntil(
  db: Connection,
  jurisdiction: Jurisdiction,
  accountId: Id<'account'>,
  now: Date,
): Promise<Date | undefined> {
  const row = await maybeOne(
    db,
    sql<{ expires_at: Date }>`
      select expires_at from identity.activation
      where jurisdiction = ${jurisdiction} and account_id = ${accountId} and expires_at > ${now}`,
  );
  return row?.expires_at;
}
