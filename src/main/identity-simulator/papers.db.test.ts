import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../../kernel/actor.ts';
import type { Identity } from '../../modules/identity/public.ts';
import { aTestIdentity } from '../../modules/identity/testing/test-identity.ts';
import { many } from '../../platform/database.ts';
import { newUuidV7 } from '../../platform/ids.ts';
import { must } from '../../platform/testing/must.ts';
import { useTestDatabase } from '../../platform/testing/test-database.ts';
import { inTransaction } from '../../platform/transaction.ts';
import { aCitizen, chooseAtSimulator, startTestSimulator } from './testing.ts';

const now = new Date('2026-11-23T08:00:00+07:00');
const origin = { ip: '10.0.0.1', userAgent: 'test' };
const number = '072179999006';

describe('the number of an identity paper makes one record, whoever brings it first', () => {
  const test = useTestDatabase();
  let simulator: Awaited<ReturnType<typeof startTestSimulator>>;
  let identity: Identity;
  let counter: OfficerActor;

  /** What the provider knows; a test changes it between two sign-ins. */
  const late = aCitizen('late', { name: 'Kiều Văn Sau', identityNumber: '' });
  const taken = aCitizen('taken', { name: 'Bùi Thị Mai', identityNumber: '' });

  beforeAll(async () => {
    simulator = await startTestSimulator([
      aCitizen('twin-1', { name: 'Ngô Thị Đôi', identityNumber: number }),
      aCitizen('twin-2', { name: 'Ngô Thị Đôi', identityNumber: number }),
      late,
      taken,
      aCitizen('holder', { name: 'Bùi Thị Mai', identityNumber: '072079999009' }),
      aCitizen('foreigner-1', { name: 'SMITH JOHN', identityNumber: '', passport: 'C1234567' }),
      aCitizen('foreigner-2', { name: 'SMITH JOHN', identityNumber: '', passport: 'c123 4567' }),
      aCitizen('other-card', { name: 'Tạ Văn Khác', identityNumber: '', formerCard: '290123455' }),
      aCitizen('old-card', { name: 'Dương Văn Cũ', identityNumber: '', formerCard: '290123456' }),
      aCitizen('new-card', { name: 'Dương Văn Cũ', identityNumber: '072079999010', formerCard: '290123456' }),
      aCitizen('namesake', { name: 'Dương Văn Lạ', identityNumber: '072079999011', formerCard: '290123456' }),
      aCitizen('at-counter', { name: 'Cao Văn Quầy', identityNumber: '072079999007' }),
    ]);
    identity = aTestIdentity(test, { provider: { ...simulator.client, timeoutSeconds: 2 } });
    must(
      await identity.seedDemoPeople([{ login: 'tiepnhan', name: 'Trần Quầy', posts: [] }], 'mật khẩu', now),
    );
    const accountId = await identity.accountOfLogin(test.db, 'tiepnhan');
    if (!accountId) throw new Error('nobody at the counter');
    const unitId = newUuidV7<'unit'>();
    await sql`insert into identity.unit (jurisdiction, id, key) values (${test.jurisdiction}, ${unitId}, 'quay')`.execute(
      test.owner,
    );
    const post = {
      postId: newUuidV7<'post'>(),
      unitId,
      role: 'oneStopOfficer',
      unitScope: [unitId],
    } as const;
    counter = {
      kind: 'officer',
      accountId,
      personId: newUuidV7<'person'>(),
      grants: [],
      posts: [post],
      provedAt: now,
    };
  });
  afterAll(() => simulator.stop());

  async function answered(techId: string) {
    const started = must(await identity.startCitizenSignIn('/', now));
    const { searchParams } = await chooseAtSimulator(started.redirectTo, { nguoi: techId });
    return { flowToken: started.flowToken, searchParams };
  }

  /** How the sign-in ends: `signedIn`, or `confirm` where the older record is asked about. */
  async function finish({ flowToken, searchParams }: Awaited<ReturnType<typeof answered>>) {
    return must(await identity.finishCitizenSignIn(flowToken, searchParams, now, origin)).kind;
  }

  /** Runs both, the first held where it writes its last row, until the second waits for it. */
  async function together<A, B>(table: string, first: () => Promise<A>, second: () => Promise<B>) {
    let outcomes: [Promise<A>, Promise<B>] | undefined;
    await inTransaction(test.owner, async (tx) => {
      await sql`lock table ${sql.id('identity', table)} in exclusive mode`.execute(tx);
      const one = first();
      await until(1);
      outcomes = [one, second()];
      for (const outcome of outcomes) outcome.catch(() => undefined);
      await until(2);
      return { ok: true, value: null };
    });
    if (!outcomes) throw new Error('neither began');
    return Promise.all(outcomes);
  }

  async function until(count: number): Promise<void> {
    const waiting = () =>
      many(
        test.owner,
        sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
    while ((await waiting()).length < count) await new Promise((resolve) => setImmediate(resolve));
  }

  it('two first sign-ins at once under two TechIDs: one makes the record, the other is asked', async () => {
    const [one, other] = [await answered('twin-1'), await answered('twin-2')];
    const kinds = await together(
      'session',
      () => finish(one),
      () => finish(other),
    );
    expect(kinds).toEqual(['signedIn', 'confirm']);
  });

  it('the question asked in two tabs may be answered in both', async () => {
    const asked = [await answered('twin-2'), await answered('twin-2')];
    const tokens = [];
    for (const { flowToken, searchParams } of asked) {
      const done = must(await identity.finishCitizenSignIn(flowToken, searchParams, now, origin));
      if (done.kind !== 'confirm') throw new Error(`not asked but ${done.kind}`);
      tokens.push(done.flowToken);
    }
    for (const token of tokens)
      expect(await identity.confirmLink(token, now, origin)).toMatchObject({ value: { kind: 'signedIn' } });
  });

  it('a first sign-in beside a counter that writes the same number down is asked too', async () => {
    const waiting = await answered('at-counter');
    const ctx = {
      jurisdiction: test.jurisdiction,
      actor: counter,
      now,
      origin,
      requestId: newUuidV7<'request'>(),
    };
    const principal = { name: 'Cao Văn Quầy', identityNumber: '072079999007' };
    const [given, kind] = await together(
      'helper_consent',
      () => identity.citizens.giveConsent(ctx, { scope: 'dossier', untilOn: '2026-12-31', principal }),
      () => finish(waiting),
    );
    expect([given.ok, kind]).toEqual([true, 'confirm']);
  });

  /** Signs in, answering yes where the older record is asked about; tells whether it was asked, and who it is. */
  async function enter(techId: string) {
    const { flowToken, searchParams } = await answered(techId);
    const done = must(await identity.finishCitizenSignIn(flowToken, searchParams, now, origin));
    const pending = done.kind === 'confirm' ? await identity.findPendingLink(done.flowToken, now) : undefined;
    const entered =
      done.kind === 'confirm' ? must(await identity.confirmLink(done.flowToken, now, origin)) : done;
    if (entered.kind !== 'signedIn') throw new Error('not signed in');
    const { actor } = await identity.resolveSession(entered.session.token, now);
    if (actor.kind !== 'citizen') throw new Error('not a citizen');
    const profile = await identity.citizenProfile(test.db, actor.personId);
    const asked = pending && [pending.matched, pending.numberEnding];
    return { asked, actor, number: profile?.identityNumber };
  }

  it('a number that comes at a later sign-in is set on the record that had none', async () => {
    const first = await enter('late');
    expect(first.number).toBeUndefined();
    Object.assign(late, { identityNumber: '072079999008' });
    const second = await enter('late');
    expect([second.asked, second.number]).toEqual([undefined, '072079999008']);
    expect(second.actor.personId).toBe(first.actor.personId);
  });

  it('a number that comes later and is another record’s is asked about; the two are one from then on', async () => {
    const alone = await enter('taken');
    const holder = await enter('holder');
    Object.assign(taken, { identityNumber: '072079999009' });
    const both = await enter('taken');
    expect([both.asked, both.number]).toEqual([['identityNumber', '9009'], '072079999009']);
    expect(both.actor.personId).toBe(holder.actor.personId);
    expect(both.actor.accountId).toBe(alone.actor.accountId);
    expect([...(both.actor.accountIds ?? [])].sort()).toEqual(
      [alone.actor.accountId, holder.actor.accountId].sort(),
    );
    expect((await enter('taken')).asked).toBeUndefined();
  });

  it('who has no identity number is known by the passport, however it is written', async () => {
    const first = await enter('foreigner-1');
    const second = await enter('foreigner-2');
    expect([first.asked, second.asked]).toEqual([undefined, ['passport', '4567']]);
    expect(second.actor.personId).toBe(first.actor.personId);
    expect((await enter('other-card')).asked).toBeUndefined();
  });

  it('the old card finds the record, and gives it the number; who has another number is somebody else', async () => {
    const old = await enter('old-card');
    const since = await enter('new-card');
    expect([since.asked, since.number]).toEqual([['formerCard', '3456'], '072079999010']);
    expect(since.actor.personId).toBe(old.actor.personId);
    expect((await enter('namesake')).asked).toBeUndefined();
  });

  it('keeps the papers sealed', async () => {
    const rows = await many(
      test.owner,
      sql<{ text: string }>`select p::text as text from identity.person_paper p`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(3);
    expect(JSON.stringify(rows)).not.toMatch(/290123456|C1234567/);
  });
});
