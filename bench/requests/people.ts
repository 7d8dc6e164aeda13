import type { Actor, CitizenActor, OfficerActor } from '../../src/kernel/actor.ts';
import { openSession } from '../../src/modules/identity/commands/open-session.ts';
import { aCitizenAccount, proveByDemoCode } from '../../src/modules/identity/testing/test-identity.ts';
import { newUuidV7 } from '../../src/platform/ids.ts';
import { createSeal } from '../../src/platform/sealed-text.ts';
import { password, type World } from './open-world.ts';

/** Somebody signed in, with the cookie that says so. */
export interface SignedIn<Kind extends Actor> {
  readonly actor: Kind;
  readonly cookie: string;
}

/** The number by which her dossiers may be looked up beside their code. */
export const citizenPhone = '0530000051';

/** A citizen with a session, opened directly: the identity provider is not what is measured. */
export async function aSignedInCitizen({ product }: World): Promise<SignedIn<CitizenActor>> {
  const { db, jurisdiction, clock } = product;
  const facts = { name: 'Phan Thị Mỹ Duyên', identityNumber: '072195999001', phone: citizenPhone };
  const seal = createSeal(product.config.sealKeys);
  const actor = await aCitizenAccount(db, jurisdiction, seal, facts, clock());
  const account = { id: actor.accountId, person_id: actor.personId, kind: 'citizen' } as const;
  const origin = { ip: '127.0.0.1', userAgent: 'bench' };
  const { token } = await db
    .transaction()
    .execute((tx) => openSession({ jurisdiction, newId: newUuidV7 }, tx, account, clock(), origin));
  return { actor, cookie: `motcua=${encodeURIComponent(token)}` };
}

/** A demo officer, signed in at the served product as people do. */
export async function signInOfficer(
  { product }: World,
  address: string,
  login: string,
): Promise<SignedIn<OfficerActor>> {
  const answer = await fetch(`${address}/can-bo/dang-nhap`, {
    method: 'POST',
    body: new URLSearchParams({ login, password }),
    headers: { 'sec-fetch-site': 'same-origin' },
    redirect: 'manual',
  });
  const [cookie] = answer.headers.get('set-cookie')?.split(';') ?? [];
  const token = decodeURIComponent(cookie?.split('=')[1] ?? '');
  const { identity } = product.modules;
  await proveByDemoCode(identity, login, {
    token,
    now: product.clock(),
    origin: { ip: '127.0.0.1', userAgent: 'bench' },
  });
  const { actor } = await identity.resolveSession(token, product.clock());
  if (!cookie || actor.kind !== 'officer') throw new Error(`${login} could not sign in: ${answer.status}`);
  return { actor, cookie };
}
