import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { CitizenActor } from '../../../kernel/actor.ts';
import type { Origin } from '../../../kernel/context.ts';
import type { Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Database } from '../../../platform/database.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { createSeal, type Seal } from '../../../platform/sealed-text.ts';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';
import { openSession } from '../commands/open-session.ts';
import type { DemoOfficer, SuccessionRecord, UnitRecord } from '../core/records.ts';
import { createIdentity, type Identity, type IdentityDeps } from '../module.ts';
import { addCitizenAccount } from '../store/account-store.ts';
import { addPerson, type PersonFacts, refreshPerson } from '../store/person-store.ts';

/** Identity over a test database, with cheap password hashes and an issuer that nobody answers at. */
export function aTestIdentity(test: TestDatabase, more: Partial<IdentityDeps> = {}) {
  return createIdentity({
    db: test.db,
    jurisdiction: test.jurisdiction,
    newId: newUuidV7,
    seal: createSeal({
      keys: new Map([['test', randomBytes(32)]]),
      currentKeyId: 'test',
      blindKey: randomBytes(32),
    }),
    mode: 'demo',
    baseUrl: new URL('http://localhost'),
    guessedPasswords: { breached: new Set(['qwerty123456']), words: new Set(), context: [] },
    passwordCost: { memory: 8, passes: 1, parallelism: 1 },
    provider: {
      issuer: new URL('http://127.0.0.1:9'),
      clientId: 'motcua',
      clientSecret: 'secret-of-the-test',
      redirectUri: 'http://localhost/dang-nhap/callback',
      timeoutSeconds: 2,
    },
    ...more,
  });
}

const day = (text: string) => text as PlainDate;

/** A row of reference data about a commune of the two-tier regime unless told otherwise. */
export function aUnitRecord(more: Partial<UnitRecord> & { key: string }): UnitRecord {
  return {
    name: more.key,
    tier: 'commune',
    kind: 'commune',
    validFrom: day('2025-07-01'),
    source: 'Nghị quyết 1682/NQ-UBTVQH15',
    certainty: 'official',
    ...more,
  };
}

/** A merged ward with its counter, one section and its records office, and the ward it came from. */
export const smallProvince: { units: readonly UnitRecord[]; successions: readonly SuccessionRecord[] } = {
  units: [
    aUnitRecord({
      key: 'tay-ninh',
      name: 'Tỉnh Tây Ninh',
      tier: 'province',
      kind: 'province',
      validFrom: day('1976-01-01'),
    }),
    aUnitRecord({
      key: 'phuong-1',
      name: 'Phường 1',
      validFrom: day('2004-01-01'),
      validTo: day('2025-07-01'),
    }),
    aUnitRecord({
      key: 'tan-ninh',
      name: 'Phường Tân Ninh',
      parentKey: 'tay-ninh',
      gsoCode: '25459',
      agencyCode: 'H53.101',
    }),
    aUnitRecord({
      key: 'tan-ninh.one-stop',
      name: 'Trung tâm Phục vụ hành chính công phường Tân Ninh',
      kind: 'oneStop',
      parentKey: 'tan-ninh',
    }),
    aUnitRecord({
      key: 'tan-ninh.office',
      name: 'Văn phòng HĐND và UBND phường Tân Ninh',
      kind: 'section',
      sectionCode: 'office',
      parentKey: 'tan-ninh',
    }),
    aUnitRecord({
      key: 'tan-ninh.records',
      name: 'Văn thư phường Tân Ninh',
      kind: 'recordsOffice',
      parentKey: 'tan-ninh',
    }),
    aUnitRecord({
      key: 'binh-minh.records',
      name: 'Văn thư phường Bình Minh',
      kind: 'recordsOffice',
      parentKey: 'binh-minh',
    }),
    aUnitRecord({ key: 'binh-minh', name: 'Phường Bình Minh', parentKey: 'tay-ninh', gsoCode: '25480' }),
  ],
  successions: [
    {
      fromKey: 'phuong-1',
      toKey: 'tan-ninh',
      on: day('2025-07-01'),
      kind: 'merge',
      source: 'Nghị quyết 1682/NQ-UBTVQH15',
    },
  ],
};

/** An officer of the small province. */
export function anOfficer(
  login: string,
  unitKey: string,
  role: DemoOfficer['posts'][number]['role'],
): DemoOfficer {
  return {
    login,
    name: `Cán bộ ${login}`,
    posts: [
      {
        unitKey,
        role,
        title: 'Công chức',
        from: day('2025-07-01'),
        ...(role === 'leader' && { signatureLines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] }),
      },
    ],
  };
}

/** A signed-in citizen with an account of their own, as after a first sign-in. */
export async function aCitizenAccount(
  db: Database,
  jurisdiction: Jurisdiction,
  seal: Seal,
  facts: PersonFacts,
  now: Date,
): Promise<CitizenActor> {
  const personId = newUuidV7<'person'>();
  const accountId = newUuidV7<'account'>();
  await db.transaction().execute(async (tx) => {
    await addPerson(tx, jurisdiction, seal, personId, facts, now);
    const account = { id: accountId, person_id: personId, issuer: 'http://issuer.test', subject: accountId };
    await addCitizenAccount(tx, jurisdiction, account, now);
  });
  return { kind: 'citizen', accountId, personId };
}

/** What the provider says of somebody at their next sign-in, taken over. */
export async function saidAgain(
  db: Database,
  jurisdiction: Jurisdiction,
  seal: Seal,
  { personId }: CitizenActor,
  facts: PersonFacts,
): Promise<void> {
  await db.transaction().execute((tx) => refreshPerson(tx, jurisdiction, seal, personId, facts));
}

/** Tests sign the same officer in at moments that do not follow each other: their codes are good again. */
export async function forgetUsedCodes(db: Database, jurisdiction: Jurisdiction): Promise<void> {
  await sql`update identity.second_factor set last_step = 0 where jurisdiction = ${jurisdiction}`.execute(db);
}

/** The second step of signing in, where the account demands one, with the code its simulated telephone shows. */
export async function proveByDemoCode(
  identity: Pick<Identity, 'resolveSession' | 'demoCode' | 'security'>,
  login: string,
  request: { readonly token: string; readonly now: Date; readonly origin: Origin },
): Promise<void> {
  const { pending } = await identity.resolveSession(request.token, request.now);
  if (!pending) return;
  const shown = await identity.demoCode(login, request.now);
  if (!shown || !('code' in shown)) throw new Error(`${login}: no code to prove with`);
  const proved = await identity.security.proveByCode(request, { code: shown.code });
  if (!proved.ok) throw new Error(`${login}: ${proved.refusal.type}`);
}

/** A session of a citizen, as their provider's answer would have opened it: the secret of its cookie. */
export async function aCitizenSession(
  db: Database,
  jurisdiction: Jurisdiction,
  citizen: CitizenActor,
  now: Date,
): Promise<string> {
  const account = { id: citizen.accountId, person_id: citizen.personId, kind: 'citizen' } as const;
  const origin = { ip: '127.0.0.1', userAgent: 'test' };
  return db.transaction().execute(async (tx) => {
    const session = await openSession({ jurisdiction, newId: newUuidV7 }, tx, account, now, origin);
    return session.token;
  });
}
