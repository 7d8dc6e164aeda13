import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import { many } from '../../../../platform/database.ts';
import { useTestDatabase } from '../../../../platform/testing/test-database.ts';
import { anAdministration, must } from '../../testing/an-administration.ts';

const now = new Date('2026-11-26T08:00:00+07:00');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const reason = 'Quyết định 12/QĐ-UBND';

describe('administration of people and posts', () => {
  const test = useTestDatabase();
  let house: Awaited<ReturnType<typeof anAdministration>>;
  let admin: OfficerActor;
  let admin2: OfficerActor;
  let leader: OfficerActor;
  let counter: OfficerActor;
  const commands = () => house.identity.people.commands;
  const queries = () => house.identity.people.queries;

  beforeAll(async () => {
    house = await anAdministration(test, now, {
      workInHand: async () => [{ unitId: unitId('tan-ninh.one-stop'), open: 3 }],
    });
    admin = await house.signIn('quantri');
    admin2 = await house.signIn('quantri2');
    leader = await house.signIn('chutich.tanninh');
    counter = await house.signIn('tiepnhan.tanninh');
  });

  const unitId = (key: string): Id<'unit'> => {
    const unit = house.identity.units.byKey(key);
    if (!unit) throw new Error(`no unit ${key}`);
    return unit.id;
  };

  let made = 0;
  const person = (more: object = {}) => {
    made += 1;
    return {
      name: 'Nguyễn Thị Ánh',
      login: `moi.${made}`,
      phone: '0530000099',
      email: '',
      post: {
        unit: 'Văn phòng HĐND và UBND phường Tân Ninh',
        role: 'specialist',
        title: 'Chuyên viên',
        from: '2026-11-26',
      },
      ...more,
    };
  };
  const open = async (more: object = {}) =>
    must(await commands().openAccount(house.as(admin), person(more))).accountId;
  const page = async (accountId: string, at = now) =>
    must(await queries().person(house.as(admin, at), accountId));
  const firstPost = async (accountId: string) => (await page(accountId)).posts[0]?.postId;
  const actions = (accountId: string) =>
    many(
      test.owner,
      sql<{ command: string; facts: object }>`
        select command, facts from platform.action where subject_id = ${accountId} order by action_id`,
    );

  it('names the field and the fix of what cannot be', async () => {
    const refused = async (more: object) => {
      const outcome = await commands().openAccount(house.as(admin), person(more));
      return outcome.ok ? 'taken' : (outcome.refusal.fields ?? [outcome.refusal])[0];
    };
    const { post } = person();
    expect(await refused({ login: 'quantri' })).toMatchObject({
      pointer: '/login',
      type: 'identity.login-taken',
    });
    expect(await refused({ login: 'có dấu' })).toMatchObject({ pointer: '/login' });
    expect(await refused({ name: ' ' })).toMatchObject({ pointer: '/name', type: 'input.required' });
    expect(await refused({ post: { ...post, unit: 'Phường Không Có' } })).toMatchObject({
      pointer: '/post/unit',
      type: 'identity.unit-not-there',
    });
    expect(await refused({ post: { ...post, from: '2025-06-30' } })).toMatchObject({ pointer: '/post/unit' });
    expect(await refused({ post: { ...post, lastOn: '2026-11-25' } })).toMatchObject({
      pointer: '/post/lastOn',
      type: 'identity.post-days-reversed',
    });
    expect(await refused({ post: { ...post, from: '2026-02-30' } })).toMatchObject({ pointer: '/post/from' });
    expect(await refused({ post: { ...post, role: 'postOfficeOfficer' } })).toMatchObject({
      pointer: '/post/role',
      type: 'identity.post-not-at-counter',
    });
    const left = await many(
      test.owner,
      sql`select from identity.account where login like 'moi.%' and id not in (
      select subject_id::uuid from platform.action where command = 'identity.open-account')`,
    );
    expect(left).toEqual([]);
  });

  it('gives several posts, and none twice at a time', async () => {
    const accountId = await open();
    const post = {
      accountId,
      unit: 'tan-ninh.one-stop',
      role: 'oneStopOfficer',
      title: 'Công chức',
      from: '2026-12-01',
    };
    must(await commands().givePost(house.as(admin), { ...post, lastOn: '2026-12-31' }));
    expect(await commands().givePost(house.as(admin), { ...post, from: '2026-12-31' })).toMatchObject({
      refusal: { fields: [{ pointer: '/from', type: 'identity.post-held-already' }] },
    });
    must(await commands().givePost(house.as(admin), { ...post, from: '2027-01-01' }));
    expect((await page(accountId)).posts.map(({ from, lastOn, when }) => [from, lastOn, when])).toEqual([
      ['2027-01-01', undefined, 'coming'],
      ['2026-12-01', '2026-12-31', 'coming'],
      ['2026-11-26', undefined, 'now'],
    ]);
  });

  it('lets two who give the same post at once give it once', async () => {
    const accountId = await open();
    const post = {
      accountId,
      unit: 'tan-ninh.one-stop',
      role: 'oneStopOfficer',
      title: 'Công chức',
      from: '2026-12-01',
    };
    const outcomes = await Promise.all(
      [admin, admin2].map((each) => commands().givePost(house.as(each), post)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('transfers: one post ends where the other begins, what is in hand is shown', async () => {
    const accountId = await open();
    const postId = await firstPost(accountId);
    const wanted = {
      accountId,
      postId,
      unit: 'Phường Bình Minh',
      role: 'leader',
      title: 'Phó Chủ tịch',
      signatureLines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
      from: '2026-12-01',
      reason,
    };
    expect((await page(accountId)).work).toEqual([
      { unit: 'Trung tâm Phục vụ hành chính công phường Tân Ninh', open: 3 },
    ]);
    must(await commands().transfer(house.as(admin), wanted));
    expect((await page(accountId, later(5))).posts).toMatchObject([
      {
        unit: 'Phường Bình Minh',
        role: 'leader',
        from: '2026-12-01',
        when: 'now',
        signatureLines: wanted.signatureLines,
      },
      { role: 'specialist', from: '2026-11-26', lastOn: '2026-11-30', when: 'past' },
    ]);
    const journal = await actions(accountId);
    expect(journal.at(-1)).toMatchObject({
      command: 'identity.transfer',
      facts: { fromPostId: postId, reason },
    });
    expect(
      await commands().transfer(house.as(admin, later(6)), { ...wanted, from: '2027-01-01' }),
    ).toMatchObject({
      refusal: { type: 'identity.post-over' },
    });
  });

  it('ends a post today at the earliest, takes back one to come, and extends', async () => {
    const accountId = await open();
    const postId = await firstPost(accountId);
    const end = (lastOn: string, at = now) =>
      commands().endPost(house.as(admin, at), { accountId, postId, lastOn, reason });
    expect(await end('2026-11-24')).toMatchObject({ refusal: { type: 'identity.end-in-the-past' } });
    must(await end('2026-12-10'));
    must(
      await commands().changePost(house.as(admin), {
        accountId,
        postId,
        title: 'Chuyên viên chính',
        lastOn: '2027-06-30',
        reason,
      }),
    );
    expect((await page(accountId)).posts[0]).toMatchObject({
      title: 'Chuyên viên chính',
      lastOn: '2027-06-30',
    });
    const lends = sql`
      insert into identity.delegation (jurisdiction, delegation_id, kind, principal_post_id, delegate_person_id,
        decision_number, decision_on, from_on, until_on, acts, sectors, procedures, may_pass_on, created_by, created_at)
      values (${test.jurisdiction}, ${accountId}, 'authorised', ${postId}, ${leader.personId}, '1', '2026-11-26',
        '2026-11-26', '2026-11-27', '{work}', '{}', '{}', false, ${accountId}, ${now})`;
    await lends.execute(test.owner);
    expect(await end('2026-11-25')).toMatchObject({ refusal: { type: 'identity.post-has-lent' } });
    await sql`delete from identity.delegation where delegation_id = ${accountId}`.execute(test.owner);
    must(await end('2026-11-25'));
    expect((await page(accountId)).posts).toEqual([]);
  });

  it('closes an account at once, and opens it again', async () => {
    const login = 'chutich.binhminh';
    const credentials = { login, password: house.password };
    const gone = await house.signIn(login);
    const { token } = must(await house.identity.signInOfficer(credentials, now, house.origin));
    const { accountId } = gone;
    must(await commands().closeAccount(house.as(admin), { accountId, reason }));
    expect(await house.identity.resolveSession(token, now)).toMatchObject({ actor: { kind: 'anonymous' } });
    expect(await house.identity.signInOfficer(credentials, now, house.origin)).toMatchObject({ ok: false });
    expect(await commands().closeAccount(house.as(admin), { accountId, reason })).toMatchObject({
      refusal: { type: 'identity.account-closed' },
    });
    must(await commands().reopenAccount(house.as(admin), { accountId }));
    expect(await house.identity.signInOfficer(credentials, now, house.origin)).toMatchObject({ ok: true });
  });

  it('wants a proof not older than half an hour, and forgets nothing of a repeated request', async () => {
    const stale = {
      ...house.as(admin),
      actor: { ...admin, provedAt: new Date(now.getTime() - 31 * 60_000) },
    };
    expect(await commands().openAccount(stale, person())).toMatchObject({
      refusal: { type: 'identity.step-up-needed' },
    });
    const request = house.as(admin);
    const input = person();
    const first = must(await commands().openAccount(request, input));
    expect(must(await commands().openAccount(request, input))).toEqual(first);
  });

  it('never loses the last administrator: not by closing, ending, moving, a new code, nor two at once', async () => {
    const ends = async (who: OfficerActor, by: OfficerActor) => {
      const { accountId } = who;
      const post = who.posts[0];
      const tried = { accountId, postId: post?.postId, reason };
      return [
        await commands().closeAccount(house.as(by), { accountId, reason }),
        await commands().endPost(house.as(by), { ...tried, lastOn: '2026-11-26' }),
        await commands().changePost(house.as(by), { ...tried, title: 'Quản trị', lastOn: '2026-12-31' }),
        await commands().transfer(house.as(by), {
          ...tried,
          unit: 'tan-ninh',
          role: 'leader',
          title: 'Chủ tịch',
          from: '2026-12-01',
        }),
        await commands().issueCodes(house.as(by), { accountIds: [accountId] }),
      ].map((outcome) => outcome.ok || outcome.refusal.type);
    };
    expect(new Set(await ends(admin, admin))).toEqual(new Set(['identity.own-account', 'identity.own-post']));
    const bothAtOnce = await Promise.all([
      commands().closeAccount(house.as(admin), { accountId: admin2.accountId, reason }),
      commands().closeAccount(house.as(admin2), { accountId: admin.accountId, reason }),
    ]);
    expect(bothAtOnce.map((outcome) => outcome.ok || outcome.refusal.type).toSorted()).toEqual([
      'identity.last-administrator',
      true,
    ]);
    const [left, gone] = bothAtOnce[0]?.ok ? [admin, admin2] : [admin2, admin];
    must(await commands().reopenAccount(house.as(left), { accountId: gone.accountId }));
    // One who is appointed for a while is nobody to rely on.
    await sql`update identity.post set valid_to = '2026-12-31' where id = ${gone.posts[0]?.postId}`.execute(
      test.owner,
    );
    expect(new Set(await ends(left, gone))).toEqual(new Set(['identity.last-administrator']));
    await sql`update identity.post set valid_to = null where id = ${gone.posts[0]?.postId}`.execute(
      test.owner,
    );
  });

  it("is nobody's but the administrators'", async () => {
    const accountId = await open();
    const strangers = [leader, counter, { kind: 'anonymous' } as const];
    for (const who of strangers) {
      expect(await queries().list(house.as(who), {})).toMatchObject({ refusal: { kind: 'forbidden' } });
      expect(await queries().person(house.as(who), accountId)).toMatchObject({
        refusal: { kind: 'forbidden' },
      });
      for (const [name, command] of Object.entries(commands()))
        expect([name, await command(house.as(who), { accountId })]).toMatchObject([
          name,
          { ok: false, refusal: { kind: expect.stringMatching(/^(forbidden|invalid)$/) } },
        ]);
    }
  });
});
