import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { OfficerActor } from '../../../../kernel/actor.ts';
import { many } from '../../../../platform/database.ts';
import { must } from '../../../../platform/testing/must.ts';
import { useTestDatabase } from '../../../../platform/testing/test-database.ts';
import { usePeopleOffice } from '../../testing/people-office.ts';

const now = new Date('2026-11-26T08:00:00+07:00');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const reason = 'Quyết định 12/QĐ-UBND';

describe('administration of people and posts', () => {
  const test = useTestDatabase();
  const office = usePeopleOffice(test, now);
  const { commands, queries, person, open, page, actions } = office;
  const firstPost = async (accountId: string) => (await page(accountId)).posts[0]?.postId;

  it('names the field and the fix of what cannot be', async () => {
    const refused = async (more: object) => {
      const outcome = await commands().openAccount(office.as(office.admin), person(more));
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
    must(await commands().givePost(office.as(office.admin), { ...post, lastOn: '2026-12-31' }));
    expect(await commands().givePost(office.as(office.admin), { ...post, from: '2026-12-31' })).toMatchObject(
      {
        refusal: { fields: [{ pointer: '/from', type: 'identity.post-held-already' }] },
      },
    );
    must(await commands().givePost(office.as(office.admin), { ...post, from: '2027-01-01' }));
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
      [office.admin, office.admin2].map((each) => commands().givePost(office.as(each), post)),
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
    must(await commands().transfer(office.as(office.admin), wanted));
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
      facts: { fromPostId: postId },
    });
    expect(
      await commands().transfer(office.as(office.admin, later(6)), {
        ...wanted,
        from: '2027-01-01',
      }),
    ).toMatchObject({
      refusal: { type: 'identity.post-over' },
    });
  });

  it('ends a post today at the earliest, takes back one to come, and extends', async () => {
    const accountId = await open();
    const postId = await firstPost(accountId);
    const end = (lastOn: string, at = now) =>
      commands().endPost(office.as(office.admin, at), { accountId, postId, lastOn, reason });
    expect(await end('2026-11-24')).toMatchObject({ refusal: { type: 'identity.end-in-the-past' } });
    must(await end('2026-12-10'));
    must(
      await commands().changePost(office.as(office.admin), {
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
      values (${test.jurisdiction}, ${accountId}, 'authorised', ${postId}, ${office.leader.personId}, '1', '2026-11-26',
        '2026-11-26', '2026-11-27', '{work}', '{}', '{}', false, ${accountId}, ${now})`;
    await lends.execute(test.owner);
    expect(await end('2026-11-25')).toMatchObject({ refusal: { type: 'identity.post-has-lent' } });
    await sql`delete from identity.delegation where delegation_id = ${accountId}`.execute(test.owner);
    must(await end('2026-11-25'));
    expect((await page(accountId)).posts).toEqual([]);
  });

  it('closes an account at once, and opens it again', async () => {
    const login = 'chutich.binhminh';
    const credentials = { login, password: office.house.password };
    const gone = await office.house.signIn(login);
    const { token } = must(await office.house.identity.signInOfficer(credentials, now, office.house.origin));
    const { accountId } = gone;
    must(await commands().closeAccount(office.as(office.admin), { accountId, reason }));
    expect(await office.house.identity.resolveSession(token, now)).toMatchObject({
      actor: { kind: 'anonymous' },
    });
    expect(await office.house.identity.signInOfficer(credentials, now, office.house.origin)).toMatchObject({
      ok: false,
    });
    expect(await commands().closeAccount(office.as(office.admin), { accountId, reason })).toMatchObject({
      refusal: { type: 'identity.account-closed' },
    });
    const elsewhere = { unit: 'tan-ninh', role: 'specialist', title: 'Chuyên viên', from: '2026-12-01' };
    const move = { accountId, postId: gone.posts[0]?.postId, ...elsewhere, reason };
    expect(await commands().transfer(office.as(office.admin), move)).toMatchObject({
      refusal: { type: 'identity.account-closed' },
    });
    must(await commands().reopenAccount(office.as(office.admin), { accountId }));
    expect(await office.house.identity.signInOfficer(credentials, now, office.house.origin)).toMatchObject({
      ok: true,
    });
  });

  it('wants a proof not older than half an hour, and forgets nothing of a repeated request', async () => {
    const stale = {
      ...office.as(office.admin),
      actor: { ...office.admin, provedAt: new Date(now.getTime() - 31 * 60_000) },
    };
    expect(await commands().openAccount(stale, person())).toMatchObject({
      refusal: { type: 'identity.step-up-needed' },
    });
    const request = office.as(office.admin);
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
        await commands().closeAccount(office.as(by), { accountId, reason }),
        await commands().endPost(office.as(by), { ...tried, lastOn: '2026-11-26' }),
        await commands().changePost(office.as(by), {
          ...tried,
          title: 'Quản trị',
          lastOn: '2026-12-31',
        }),
        await commands().transfer(office.as(by), {
          ...tried,
          unit: 'tan-ninh',
          role: 'leader',
          title: 'Chủ tịch',
          from: '2026-12-01',
        }),
        await commands().issueCodes(office.as(by), { accountIds: [accountId] }),
      ].map((outcome) => outcome.ok || outcome.refusal.type);
    };
    expect(new Set(await ends(office.admin, office.admin))).toEqual(
      new Set(['identity.own-account', 'identity.own-post']),
    );
    const bothAtOnce = await Promise.all([
      commands().closeAccount(office.as(office.admin), {
        accountId: office.admin2.accountId,
        reason,
      }),
      commands().closeAccount(office.as(office.admin2), {
        accountId: office.admin.accountId,
        reason,
      }),
    ]);
    expect(bothAtOnce.map((outcome) => outcome.ok || outcome.refusal.type).toSorted()).toEqual([
      'identity.last-administrator',
      true,
    ]);
    const [left, gone] = bothAtOnce[0]?.ok ? [office.admin, office.admin2] : [office.admin2, office.admin];
    must(await commands().reopenAccount(office.as(left), { accountId: gone.accountId }));
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
    const strangers = [office.leader, office.counter, { kind: 'anonymous' } as const];
    for (const who of strangers) {
      expect(await queries().list(office.as(who), {})).toMatchObject({
        refusal: { kind: 'forbidden' },
      });
      expect(await queries().person(office.as(who), accountId)).toMatchObject({
        refusal: { kind: 'forbidden' },
      });
      for (const [name, command] of Object.entries(commands()))
        expect([name, await command(office.as(who), { accountId })]).toMatchObject([
          name,
          { ok: false, refusal: { kind: expect.stringMatching(/^(forbidden|invalid)$/) } },
        ]);
    }
  });
});
