import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CitizenActor } from '../../kernel/actor.ts';
import { type Identity, ownAccounts } from '../../modules/identity/public.ts';
import { aTestIdentity } from '../../modules/identity/testing/test-identity.ts';
import { many } from '../../platform/database.ts';
import { newUuidV7 } from '../../platform/ids.ts';
import { must } from '../../platform/testing/must.ts';
import { useTestDatabase } from '../../platform/testing/test-database.ts';
import { aCitizen, chooseAtSimulator, startTestSimulator } from './testing.ts';

const now = new Date('2026-11-23T08:00:00+07:00');
const origin = { ip: '10.0.0.1', userAgent: 'test' };
const company = { name: 'Công ty TNHH Nông sản Sông Trẹm', taxCode: '3900999001' };
const cooperative = { name: 'Hợp tác xã Vàm Cỏ', taxCode: '3900999002' };

describe('for whom an account acts is what the provider says today', () => {
  const test = useTestDatabase();
  let simulator: Awaited<ReturnType<typeof startTestSimulator>>;
  let identity: Identity;
  /** What the provider knows; a test changes it between two sign-ins. */
  const dismissed = aCitizen('dismissed', {
    name: 'Đỗ Văn Phó',
    identityNumber: '072180999012',
    organisation: company,
  });
  const colleague = aCitizen('colleague', {
    name: 'Đỗ Thị Giám',
    identityNumber: '072180999011',
    organisation: company,
  });
  const mover = aCitizen('mover', {
    name: 'Lê Văn Chuyển',
    identityNumber: '072180999013',
    organisation: company,
  });
  const shared = aCitizen('shared', {
    name: 'Võ Thị Trước',
    identityNumber: '072180999014',
    organisation: cooperative,
  });

  const passedOn = aCitizen('passed-on', {
    name: 'Hồ Thị Trước',
    identityNumber: '',
    organisation: cooperative,
  });
  const known = aCitizen('known', { name: 'Hồ Văn Sau', identityNumber: '072180999016' });

  beforeAll(async () => {
    simulator = await startTestSimulator([dismissed, colleague, mover, shared, passedOn, known]);
    identity = aTestIdentity(test, { provider: { ...simulator.client, timeoutSeconds: 2 } });
  });
  afterAll(() => simulator.stop());

  async function signIn(techId: string) {
    const started = must(await identity.startCitizenSignIn('/', now));
    const { searchParams } = await chooseAtSimulator(started.redirectTo, { nguoi: techId });
    const done = must(await identity.finishCitizenSignIn(started.flowToken, searchParams, now, origin));
    if (done.kind !== 'signedIn') throw new Error(`not signed in but ${done.kind}`);
    return entered(done.session);
  }

  /** The same, where an older record is asked about: that it is theirs. */
  async function signInSayingYes(techId: string) {
    const started = must(await identity.startCitizenSignIn('/', now));
    const { searchParams } = await chooseAtSimulator(started.redirectTo, { nguoi: techId });
    const done = must(await identity.finishCitizenSignIn(started.flowToken, searchParams, now, origin));
    if (done.kind !== 'confirm') throw new Error(`not asked but ${done.kind}`);
    return entered(must(await identity.confirmLink(done.flowToken, now, origin)).session);
  }

  async function entered({ token }: { readonly token: string }) {
    const { displayName: name } = await identity.resolveSession(token, now);
    return { token, name, actor: await actorOf(token) };
  }

  async function actorOf(token: string): Promise<CitizenActor> {
    const { actor } = await identity.resolveSession(token, now);
    if (actor.kind !== 'citizen') throw new Error(`not a citizen but ${actor.kind}`);
    return actor;
  }

  const contextOf = (actor: CitizenActor) => ({
    jurisdiction: test.jurisdiction,
    actor,
    now,
    origin,
    requestId: newUuidV7<'request'>(),
  });

  it('a dismissed representative signs in as themselves; what they filed stays with the organisation', async () => {
    const before = await signIn('dismissed');
    Object.assign(dismissed, { organisation: undefined });
    const after = await signIn('dismissed');
    expect([before.name, after.name]).toEqual([company.name, 'Đỗ Văn Phó']);
    expect(after.actor.organisationId).toBeUndefined();
    expect(after.actor.personId).toBe(before.actor.personId);
    expect(ownAccounts(after.actor)).not.toContain(before.actor.accountId);
    const remaining = await signIn('colleague');
    expect(ownAccounts(remaining.actor)).toContain(before.actor.accountId);
  });

  it('ends the session they still had for the organisation', async () => {
    Object.assign(dismissed, { organisation: company });
    const before = await signIn('dismissed');
    const beside = await signIn('dismissed');
    expect(await identity.resolveSession(before.token, now)).toMatchObject({ expired: false });
    Object.assign(dismissed, { organisation: undefined });
    await signIn('dismissed');
    for (const { token } of [before, beside])
      expect(await identity.resolveSession(token, now)).toMatchObject({ expired: true });
  });

  it('who acts for another organisation reads and files nothing of the first', async () => {
    const first = await signIn('mover');
    Object.assign(mover, { organisation: cooperative });
    const second = await signIn('mover');
    expect(second.name).toBe(cooperative.name);
    expect(second.actor.personId).toBe(first.actor.personId);
    expect(ownAccounts(second.actor)).toEqual([second.actor.accountId]);
    Object.assign(mover, { organisation: company });
    const again = await signIn('mover');
    expect(again.actor.accountId).toBe(first.actor.accountId);
  });

  it('an organisation’s account that has passed to another representative names nobody who has left', async () => {
    const first = await signIn('shared');
    Object.assign(shared, { name: 'Võ Văn Sau', identityNumber: '072180999015' });
    const second = await signIn('shared');
    expect(second.actor.organisationId).toBe(first.actor.organisationId);
    expect(second.actor.personId).not.toBe(first.actor.personId);
    expect(ownAccounts(second.actor)).toContain(first.actor.accountId);
    expect(await identity.resolveSession(first.token, now)).toMatchObject({ expired: true });
    expect((await signIn('shared')).actor.accountId).toBe(second.actor.accountId);
    const people = await many(
      test.owner,
      sql<{ name: string }>`select name from identity.person where name like 'Võ %' order by name`,
    );
    expect(people.map(({ name }) => name)).toEqual(['Võ Thị Trước', 'Võ Văn Sau']);
  });

  it('a successor who says that an older record is theirs takes nothing of a predecessor without a number', async () => {
    const predecessor = await signIn('passed-on');
    const older = await signIn('known');
    Object.assign(passedOn, { name: 'Hồ Văn Sau', identityNumber: '072180999016' });
    const successor = await signInSayingYes('passed-on');
    expect(successor.actor.personId).toBe(older.actor.personId);
    expect(successor.actor.organisationId).toBe(predecessor.actor.organisationId);
    expect(must(await identity.citizens.listMerges(contextOf(older.actor))).items).toEqual([]);
    const accounts = await many(
      test.owner,
      sql<{
        person_id: string;
      }>`select person_id from identity.account where id = ${predecessor.actor.accountId}`,
    );
    expect(accounts).toEqual([{ person_id: predecessor.actor.personId }]);
  });
});
