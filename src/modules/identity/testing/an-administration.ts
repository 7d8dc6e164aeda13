import type { Actor, OfficerActor } from '../../../kernel/actor.ts';
import type { CommandContext } from '../../../kernel/context.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { must } from '../../../platform/testing/must.ts';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';
import type { Identity, IdentityDeps } from '../module.ts';
import { anOfficer, aTestIdentity, proveByDemoCode, smallProvince } from './test-identity.ts';

const origin = { ip: '10.0.0.7', userAgent: 'test' };
const password = 'mật khẩu của buổi thử';

/** The small province with two administrators, a leader, a clerk and an officer at the counter, all with one password. */
export async function anAdministration(test: TestDatabase, now: Date, more: Partial<IdentityDeps> = {}) {
  const identity = aTestIdentity(test, more);
  must(await identity.loadUnits(smallProvince.units, smallProvince.successions, now));
  const officers = [
    anOfficer('quantri', 'tay-ninh', 'administrator'),
    anOfficer('quantri2', 'tay-ninh', 'administrator'),
    anOfficer('chutich.tanninh', 'tan-ninh', 'leader'),
    anOfficer('chutich.binhminh', 'binh-minh', 'leader'),
    anOfficer('vanthu.tanninh', 'tan-ninh.records', 'recordsClerk'),
    anOfficer('tiepnhan.tanninh', 'tan-ninh.one-stop', 'oneStopOfficer'),
  ];
  must(await identity.seedDemoPeople(officers, password, now));
  return {
    identity,
    origin,
    password,
    signIn: (login: string, at = now) => signIn(identity, login, at),
    as: (actor: Actor, at = now): CommandContext => ({
      jurisdiction: test.jurisdiction,
      actor: actor.kind === 'officer' ? { ...actor, provedAt: at } : actor,
      now: at,
      origin,
      requestId: newUuidV7(),
    }),
  };
}

async function signIn(identity: Identity, login: string, now: Date): Promise<OfficerActor> {
  const { token } = must(await identity.signInOfficer({ login, password }, now, origin));
  await proveByDemoCode(identity, login, { token, now, origin });
  const { actor } = await identity.resolveSession(token, now);
  if (actor.kind !== 'officer') throw new Error(`${login} is no officer`);
  return actor;
}
