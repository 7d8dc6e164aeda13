import { sql } from 'kysely';
import type { Actor, OfficerActor } from '../../../kernel/actor.ts';
import type { CommandContext } from '../../../kernel/context.ts';
import { openSession } from '../../../modules/identity/commands/open-session.ts';
import { codeOfStep, stepAt } from '../../../modules/identity/store/totp.ts';
import { aCitizenSession } from '../../../modules/identity/testing/test-identity.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { must } from '../../../platform/testing/must.ts';
import { aSoftwarePasskey } from '../software-passkey.ts';
import { morning } from '../test-config.ts';
import type { Made, Making } from './things.ts';

/** What the input of somebody's own act names. */
export type Own = 'token' | 'secret' | 'factor' | 'recovery' | 'spentRecovery' | 'session' | 'endedSession';

/** What is theirs of what was made; nothing for whoever is not signed in. */
export function ownOf(actor: Actor, made: Made, what: Own): string | undefined {
  const found = 'accountId' in actor ? made[`${actor.accountId}.${what}`] : undefined;
  return found === undefined ? undefined : `${found}`;
}

/** A request in the session of whoever asks. */
export const requestOf = ({ actor, now, origin }: CommandContext, made: Made) => ({
  token: ownOf(actor, made, 'token'),
  now,
  origin,
});

export const codeAt = (secret: string, now: Date) => codeOfStep(secret, stepAt(now));

/** A key of everybody's own, and one that is nobody's. */
const keys = new Map<string, ReturnType<typeof aSoftwarePasskey>>();
export function keyOf(owner: string) {
  const key = keys.get(owner) ?? aSoftwarePasskey(new URL('http://localhost:8080'));
  keys.set(owner, key);
  return key;
}

const origin = { ip: '127.0.0.1', userAgent: 'test' };
const withoutFactor = new Set(['bare', 'halfStale']);

/** Everybody signed in so: each with a session, factors and codes of their own. */
export async function everybodySignedIn(making: Making, state: string): Promise<Made> {
  const { world, test, people } = making;
  const { db } = world.product;
  // The demo's telephones are put away: each begins without a factor.
  await sql`update identity.second_factor set removed_at = ${morning} where removed_at is null`.execute(db);
  const made: Record<string, string | number> = {};
  for (const actor of Object.values(people)) {
    if (actor.kind === 'officer')
      for (const [what, value] of Object.entries(await signedIn(making, actor, state)))
        made[`${actor.accountId}.${what}`] = value;
    if (actor.kind === 'citizen')
      made[`${actor.accountId}.token`] = await aCitizenSession(db, test.jurisdiction, actor, morning);
  }
  return made;
}

async function signedIn(
  making: Making,
  officer: OfficerActor,
  state: string,
): Promise<Partial<Record<Own, string>>> {
  const { identity } = making.world.product.modules;
  const request = async (needsFactor: boolean) => ({
    token: await aSession(making, officer, needsFactor),
    now: morning,
    origin,
  });
  const other = await request(false);
  const left = await request(false);
  const sessionOf = async ({ token }: { token: string }) =>
    (await identity.resolveSession(token, morning)).sessionId ?? '';
  const sessions = { session: await sessionOf(other), endedSession: await sessionOf(left) };
  await identity.signOut(left.token, morning, origin);
  const first = await request(false);
  if (withoutFactor.has(state)) return { token: first.token, ...sessions };
  const { secret } = must(await identity.security.enrolTotp(first, { label: 'Điện thoại' }, true));
  must(await identity.security.proveByCode(first, { code: codeAt(secret, morning) }));
  const { factors } = must(await identity.securityOverview(first));
  const found = { token: first.token, secret, factor: factors[0]?.factorId ?? '', ...sessions };
  if (state === 'two') {
    const { challenge } = must(await identity.security.beginPasskey(first, false));
    const response = keyOf(officer.accountId).make(challenge);
    must(await identity.security.addPasskey(first, { label: 'Khóa', response }, false));
  }
  if (state === 'halfway') return { ...found, token: (await request(true)).token };
  if (state === 'ended') await identity.signOut(first.token, morning, origin);
  if (state !== 'recovered') return found;
  const [spent = '', recovery = ''] = must(await identity.security.makeRecoveryCodes(first));
  const again = await request(true);
  must(await identity.security.proveByCode(again, { code: spent }));
  return { ...found, token: again.token, recovery, spentRecovery: spent };
}

/** As after the right password. */
async function aSession(
  { world, test }: Making,
  officer: OfficerActor,
  needsFactor: boolean,
): Promise<string> {
  const account = {
    id: officer.accountId,
    person_id: officer.personId,
    kind: 'officer',
    needsFactor,
  } as const;
  const deps = { jurisdiction: test.jurisdiction, newId: newUuidV7 };
  const opened = await world.product.db
    .transaction()
    .execute((tx) => openSession(deps, tx, account, morning, origin));
  return opened.token;
}
