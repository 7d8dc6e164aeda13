import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, CitizenActor, OfficerActor } from '../../kernel/actor.ts';
import type { CommandContext } from '../../kernel/context.ts';
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
const reason = 'Người dân xuất trình thẻ căn cước';

const numberless = (techId: string, name: string) => aCitizen(techId, { name, identityNumber: '' });

describe('one person with several accounts, and accounts of organisations', () => {
  const test = useTestDatabase();
  let simulator: Awaited<ReturnType<typeof startTestSimulator>>;
  let identity: Identity;
  let administrator: OfficerActor;

  beforeAll(async () => {
    simulator = await startTestSimulator([
      aCitizen('full', { name: 'Lê Văn Hòa', identityNumber: '080085999002' }),
      aCitizen('other-number', { name: 'Lê Văn Hòa', identityNumber: '080085999003' }),
      numberless('old-1', 'Lê Văn Hòa'),
      numberless('old-2', 'Mai Văn Hai'),
      numberless('old-3', 'Mai Văn Hai'),
      numberless('old-4', 'Mai Văn Hai'),
      numberless('unmarked-1', 'Le Van Hoa'),
      numberless('unmarked-2', 'Le Van Hoa'),
      numberless('never-here', 'Mai Văn Mới'),
      aCitizen('company-1', {
        name: 'Đỗ Thị Giám',
        identityNumber: '072180999011',
        organisation: company,
      }),
      aCitizen('company-2', {
        name: 'Đỗ Văn Phó',
        identityNumber: '072180999012',
        organisation: { ...company, name: 'Công ty Cổ phần Nông sản Sông Trẹm' },
      }),
      aCitizen('director', { name: 'Đỗ Thị Giám', identityNumber: '072180999011' }),
    ]);
    identity = aTestIdentity(test, { provider: { ...simulator.client, timeoutSeconds: 2 } });
    await identity.seedDemoPeople([{ login: 'quantri', name: 'Trần Quản Trị', posts: [] }], 'mật khẩu', now);
    const accountId = await identity.accountOfLogin(test.db, 'quantri');
    if (!accountId) throw new Error('no administrator');
    const unitScope = [newUuidV7<'unit'>()];
    const [unitId = newUuidV7<'unit'>()] = unitScope;
    administrator = {
      kind: 'officer',
      accountId,
      personId: newUuidV7<'person'>(),
      provedAt: now,
      grants: [],
      posts: [{ postId: newUuidV7<'post'>(), unitId, role: 'administrator', unitScope }],
    };
  });
  afterAll(() => simulator.stop());

  const as = (actor: Actor): CommandContext => ({
    jurisdiction: test.jurisdiction,
    actor,
    now,
    origin,
    requestId: newUuidV7<'request'>(),
  });

  async function signIn(techId: string): Promise<{ actor: CitizenActor; name: string | undefined }> {
    const started = must(await identity.startCitizenSignIn('/', now));
    const { searchParams } = await chooseAtSimulator(started.redirectTo, { nguoi: techId });
    let done = must(await identity.finishCitizenSignIn(started.flowToken, searchParams, now, origin));
    if (done.kind === 'confirm') done = must(await identity.confirmLink(done.flowToken, now, origin));
    if (done.kind !== 'signedIn') throw new Error('not signed in');
    const { actor, displayName } = await identity.resolveSession(done.session.token, now);
    if (actor.kind !== 'citizen') throw new Error('not a citizen');
    return { actor, name: displayName };
  }

  /** Somebody signed in proves a second account. */
  async function prove(actor: CitizenActor, techId: string) {
    const started = must(await identity.citizens.startMerge(as(actor)));
    const { searchParams } = await chooseAtSimulator(started.redirectTo, { nguoi: techId });
    return identity.finishCitizenSignIn(started.flowToken, searchParams, now, origin);
  }

  async function proved(actor: CitizenActor, techId: string) {
    const done = must(await prove(actor, techId));
    if (done.kind !== 'merge') throw new Error('not asked');
    return done.flowToken;
  }

  it('knows an organisation by its tax code, whoever signs in for it and whatever it is called since', async () => {
    const first = await signIn('company-1');
    expect(first.name).toBe(company.name);
    const second = await signIn('company-2');
    expect(second.actor.organisationId).toBe(first.actor.organisationId);
    expect(second.actor.personId).not.toBe(first.actor.personId);
    expect([...ownAccounts(second.actor)].sort()).toEqual(
      [first.actor.accountId, second.actor.accountId].sort(),
    );
    const facts = await identity.citizens.ownFacts(as(second.actor));
    expect(facts).toMatchObject({
      profile: { name: 'Đỗ Văn Phó', identityNumber: '072180999012' },
      organisation: {
        name: 'Công ty Cổ phần Nông sản Sông Trẹm',
        taxCode: '3900999001',
        phone: '0530000001',
      },
    });
    expect(facts.profile).not.toHaveProperty('phone');
  });

  it('keeps what a person hands in for themselves apart from what they hand in for the organisation', async () => {
    const company1 = await signIn('company-1');
    const own = await signIn('director');
    expect(own.actor.personId).toBe(company1.actor.personId);
    expect(own.name).toBe('Đỗ Thị Giám');
    expect(ownAccounts(own.actor)).toEqual([own.actor.accountId]);
    expect(ownAccounts(company1.actor)).not.toContain(own.actor.accountId);
    expect(await identity.citizens.startMerge(as(company1.actor))).toMatchObject({
      refusal: { type: 'identity.merge-organisation' },
    });
    expect(await prove(own.actor, 'company-2')).toMatchObject({
      refusal: { type: 'identity.merge-organisation' },
    });
  });

  it('merges two accounts that one person proved, keeps the record with a number, and takes it back', async () => {
    const full = await signIn('full');
    const old = await signIn('old-1');
    const flowToken = await proved(old.actor, 'full');
    expect(await identity.citizens.findPendingMerge(as(full.actor), flowToken)).toBeUndefined();
    expect(await identity.citizens.findPendingMerge(as(old.actor), flowToken)).toMatchObject({
      mine: { name: 'Lê Văn Hòa', accounts: 1 },
      other: { name: 'Lê Văn Hòa', numberEnding: '9002', accounts: 1 },
    });
    expect(await identity.citizens.confirmMerge(as(full.actor), flowToken)).toMatchObject({
      refusal: { type: 'identity.sign-in-expired' },
    });
    const again = await proved(old.actor, 'full');
    const { mergeId } = must(await identity.citizens.confirmMerge(as(old.actor), again));
    const merged = await signIn('old-1');
    expect(merged.actor.personId).toBe(full.actor.personId);
    expect([...ownAccounts(merged.actor)].sort()).toEqual([full.actor.accountId, old.actor.accountId].sort());
    expect(await prove(merged.actor, 'full')).toMatchObject({ refusal: { type: 'identity.merge-same' } });
    const { items } = must(await identity.citizens.listMerges(as(merged.actor)));
    expect(items).toMatchObject([{ mergeId, proof: 'bothSignIns', accounts: 1 }]);

    must(await identity.citizens.undoMerge(as(merged.actor), { mergeId, reason: 'Tôi gộp nhầm' }));
    expect((await signIn('old-1')).actor).toMatchObject({
      personId: old.actor.personId,
      accountIds: [old.actor.accountId],
    });
    expect(
      await identity.citizens.undoMerge(as(administrator), { mergeId, reason: 'Tách lần nữa' }),
    ).toMatchObject({ refusal: { type: 'identity.merge-undone' } });
    const written = await many(
      test.owner,
      sql<{ command: string; actor_id: string; facts: { accountIds: string[] } }>`
        select command, actor_id, facts from platform.action
        where command in ('identity.merge-people', 'identity.undo-merge') order by action_id`,
    );
    expect(written.map(({ command, actor_id, facts }) => [command, actor_id, facts.accountIds])).toEqual([
      ['identity.merge-people', old.actor.accountId, [old.actor.accountId]],
      ['identity.undo-merge', old.actor.accountId, [old.actor.accountId]],
    ]);
  });

  it('merges nothing that was never here, is another person’s, or another’s by number', async () => {
    const full = await signIn('full');
    expect(await prove(full.actor, 'never-here')).toMatchObject({
      refusal: { type: 'identity.merge-nothing' },
    });
    await signIn('other-number');
    expect(await prove(full.actor, 'other-number')).toMatchObject({
      refusal: { type: 'identity.merge-numbers-differ' },
    });
  });

  it('lets an administrator merge with a reason and a fresh proof, and undo in the reverse order only', async () => {
    const people = [];
    for (const techId of ['old-2', 'old-3', 'old-4']) people.push((await signIn(techId)).actor.personId);
    const [a, b, c] = people;
    const stale = { ...administrator, provedAt: new Date(now.getTime() - 3_600_000) };
    const citizen = (await signIn('old-2')).actor;
    for (const [actor, input, type] of [
      [citizen, { personIds: [a, b], reason }, 'identity.not-allowed'],
      [stale, { personIds: [a, b], reason }, 'identity.step-up-needed'],
      [administrator, { personIds: [a, b], reason: 'vội' }, 'input.invalid'],
      [administrator, { personIds: [a, a], reason }, 'identity.merge-same'],
      [administrator, { personIds: [a, newUuidV7()], reason }, 'identity.person-unknown'],
    ] as const) {
      expect(await identity.citizens.mergePeople(as(actor), input)).toMatchObject({ refusal: { type } });
    }
    expect(await identity.citizens.findCitizens(as(citizen), { text: 'Mai Văn Hai' })).toMatchObject({
      refusal: { type: 'identity.not-allowed' },
    });
    const stranger = (await signIn('full')).actor.personId;
    expect(
      await identity.citizens.mergePeople(as(administrator), { personIds: [a, stranger], reason }),
    ).toMatchObject({ refusal: { type: 'identity.merge-names-differ' } });
    const found = must(await identity.citizens.findCitizens(as(administrator), { text: 'mai văn hai' }));
    expect(found.map(({ personId }) => personId)).toEqual([a, b, c]);
    expect(
      must(await identity.citizens.findCitizens(as(administrator), { text: '080 085 999 002' })),
    ).toMatchObject([{ name: 'Lê Văn Hòa', numberEnding: '9002' }]);

    const pair = { personIds: [a, b], reason };
    const outcomes = await Promise.all(
      [1, 2].map(() => identity.citizens.mergePeople(as(administrator), pair)),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.find((outcome) => !outcome.ok)).toMatchObject({
      refusal: { type: 'identity.merge-done' },
    });
    const [first] = outcomes.filter((outcome) => outcome.ok);
    const second = must(
      await identity.citizens.mergePeople(as(administrator), { personIds: [c, a], reason }),
    );
    expect((await signIn('old-4')).actor.accountIds).toHaveLength(3);
    const undo = (mergeId: string) => identity.citizens.undoMerge(as(administrator), { mergeId, reason });
    must(await undo(second.mergeId));
    if (first) must(await undo(must(first).mergeId));
    expect((await signIn('old-3')).actor).toMatchObject({ personId: b });
    const { items } = must(await identity.citizens.listMerges(as(administrator)));
    expect(items[0]).toMatchObject({ proof: 'administrator', by: 'Trần Quản Trị', undoReason: reason });
  });

  it('does not take apart what was merged further, nor lets an account without a number rewrite who has one', async () => {
    const people = [];
    for (const techId of ['unmarked-1', 'unmarked-2']) people.push((await signIn(techId)).actor.personId);
    const [a, b] = people;
    const full = (await signIn('full')).actor.personId;
    const first = must(await identity.citizens.mergePeople(as(administrator), { personIds: [a, b], reason }));
    must(await identity.citizens.mergePeople(as(administrator), { personIds: [full, a], reason }));
    expect(
      await identity.citizens.undoMerge(as(administrator), { mergeId: first.mergeId, reason }),
    ).toMatchObject({ refusal: { type: 'identity.merge-superseded' } });
    const { actor, name } = await signIn('unmarked-2');
    expect(actor.personId).toBe(full);
    expect(name).toBe('Lê Văn Hòa');
    expect((await identity.citizens.ownFacts(as(actor))).profile).toMatchObject({
      name: 'Lê Văn Hòa',
      identityNumber: '080085999002',
    });
  });
});
