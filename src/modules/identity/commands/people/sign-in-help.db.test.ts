import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { OfficerActor } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import { one } from '../../../../platform/database.ts';
import { must } from '../../../../platform/testing/must.ts';
import { useTestDatabase } from '../../../../platform/testing/test-database.ts';
import { usePeopleOffice } from '../../testing/people-office.ts';

const now = new Date('2026-11-26T08:00:00+07:00');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const reason = 'Quyết định 12/QĐ-UBND';

describe('what an administrator does about somebody signing in', () => {
  const test = useTestDatabase();
  const office = usePeopleOffice(test, now);
  const { commands, queries, open, page, actions } = office;

  it('opens an account that nobody can use before its owner has set a password with the code', async () => {
    const accountId = await open({ login: 'An.Nguyen' });
    const told = { login: 'an.nguyen', password: 'mật khẩu đầu tiên' };
    expect(await office.house.identity.signInOfficer(told, now, office.house.origin)).toMatchObject({
      refusal: { type: 'identity.wrong-password' },
    });
    const [slip] = must(await commands().issueCodes(office.as(office.admin), { accountIds: [accountId] }));
    expect(slip).toMatchObject({ login: 'an.nguyen', unit: 'Văn phòng HĐND và UBND phường Tân Ninh' });
    const code = slip?.code.toLowerCase().replaceAll('-', ' ') ?? '';
    const { activation } = office.house.identity;
    const from = { now, origin: office.house.origin };
    expect(must(await activation.check(from, code))).toEqual({ login: 'an.nguyen', name: 'Nguyễn Thị Ánh' });
    const set = (password: string, again = password) => activation.activate(from, { code, password, again });
    expect(await set('ngắn')).toMatchObject({ refusal: { fields: [{ pointer: '/password' }] } });
    expect(await set('tôi là an.nguyen đây')).toMatchObject({
      refusal: { type: 'identity.password-has-login' },
    });
    expect(await set('Qwerty 123456!')).toMatchObject({
      refusal: { fields: [{ pointer: '/password', type: 'identity.password-common' }] },
    });
    expect(await set('Ánh phường Tân Ninh 2026')).toMatchObject({
      refusal: { fields: [{ pointer: '/password', type: 'identity.password-context' }] },
    });
    expect(await set(told.password, 'khác hẳn nhau')).toMatchObject({
      refusal: { type: 'identity.password-differs' },
    });
    expect(must(await set(told.password))).toEqual({ login: 'an.nguyen' });
    expect(await office.house.identity.signInOfficer(told, now, office.house.origin)).toMatchObject({
      ok: true,
    });
    expect(await set(told.password)).toMatchObject({ refusal: { type: 'identity.activation-unknown' } });
    expect((await actions(accountId)).map(({ command }) => command)).toEqual([
      'identity.open-account',
      'identity.issue-code',
      'identity.activate',
      'identity.sign-in',
    ]);
  });

  it('keeps a code nowhere, good for seven days, and makes an earlier one void', async () => {
    const accountId = await open();
    const slips = async () =>
      must(await commands().issueCodes(office.as(office.admin), { accountIds: [accountId] }));
    const [first] = await slips();
    const [second] = await slips();
    const check = (code: string | undefined, at = now) =>
      office.house.identity.activation.check({ now: at, origin: { ip: '10.9.9.9', userAgent: 'x' } }, code);
    expect(await check(first?.code)).toMatchObject({ ok: false });
    expect(await check(second?.code, later(6))).toMatchObject({ ok: true });
    expect(await check(second?.code, later(8))).toMatchObject({ ok: false });
    const kept = await one(
      test.owner,
      sql<{ found: boolean }>`
        select exists (select from platform.request_log where outcome::text like ${`%${second?.code}%`})
          or exists (select from platform.action where facts::text like ${`%${second?.code}%`}) as found`,
    );
    expect(kept.found).toBe(false);
  });

  it('slows down whoever guesses codes, at that address alone', async () => {
    const guesser = { now, origin: { ip: '10.6.6.6', userAgent: 'x' } };
    for (let guess = 0; guess < 6; guess += 1)
      await office.house.identity.activation.check(guesser, `AAAAA-BBBBB-${guess}`);
    expect(await office.house.identity.activation.check(guesser, 'CCCCC-DDDDD-EEEEE')).toMatchObject({
      refusal: { type: 'identity.sign-in-blocked' },
    });
    const elsewhere = { now, origin: { ip: '10.6.6.7', userAgent: 'x' } };
    expect(await office.house.identity.activation.check(elsewhere, 'CCCCC-DDDDD-EEEEE')).toMatchObject({
      refusal: { type: 'identity.activation-unknown' },
    });
  });

  it('takes an old password and every session away with a new code', async () => {
    const login = 'vanthu.tanninh';
    const clerk = await office.house.signIn(login);
    const { token } = must(
      await office.house.identity.signInOfficer(
        { login, password: office.house.password },
        now,
        office.house.origin,
      ),
    );
    must(await commands().issueCodes(office.as(office.admin), { accountIds: [clerk.accountId] }));
    expect(await office.house.identity.resolveSession(token, now)).toMatchObject({
      actor: { kind: 'anonymous' },
    });
    expect(
      await office.house.identity.signInOfficer(
        { login, password: office.house.password },
        now,
        office.house.origin,
      ),
    ).toMatchObject({ ok: false });
  });

  it('resets a second factor by two people, and the next sign-in sets a new one up', async () => {
    const login = 'chutich.tanninh';
    const { accountId } = office.leader;
    const ask = { accountId, reason: 'Mất điện thoại ngày 25/11' };
    const { resetId } = must(await commands().askFactorReset(office.as(office.admin), ask));
    expect(await commands().askFactorReset(office.as(office.admin2), ask)).toMatchObject({
      refusal: { type: 'identity.reset-open' },
    });
    const decide = (who: OfficerActor, at = now) =>
      commands().decideFactorReset(office.as(who, at), { resetId, decision: 'confirm' });
    expect(await decide(office.admin)).toMatchObject({ refusal: { type: 'identity.reset-needs-another' } });
    expect(await decide(office.leader)).toMatchObject({
      refusal: { type: 'identity.reset-needs-another' },
    });
    expect(await decide(office.counter)).toMatchObject({ refusal: { type: 'identity.not-confirming' } });
    expect(await decide(office.admin2, later(2))).toMatchObject({
      refusal: { type: 'identity.reset-unknown' },
    });
    expect(must(await queries().openResets(office.as(office.admin2)))).toMatchObject([
      { login, reason: ask.reason, askedBy: 'Cán bộ quantri', mayDecide: true },
    ]);
    must(await decide(office.admin2));
    const { token } = must(
      await office.house.identity.signInOfficer(
        { login, password: office.house.password },
        now,
        office.house.origin,
      ),
    );
    expect(await office.house.identity.resolveSession(token, now)).toMatchObject({
      pending: { mustEnrol: true },
    });
    expect((await actions(accountId)).slice(-3)).toMatchObject([
      { command: 'identity.ask-factor-reset', facts: { resetId } },
      {
        command: 'identity.decide-factor-reset',
        facts: { resetId, state: 'done', askedBy: office.admin.accountId },
      },
      { command: 'identity.sign-in' },
    ]);
  });

  it('takes nobody for a second person who was made one by the first, or both by a third', async () => {
    const puppetOf = async (maker: OfficerActor): Promise<OfficerActor> => {
      const post = { unit: 'tay-ninh', role: 'administrator', title: 'Quản trị', from: '2026-11-26' };
      const made = must(await commands().openAccount(office.as(maker), office.person({ post })));
      const [held] = office.admin.posts;
      if (!held) throw new Error('the administrator has no post');
      const row = await one(
        test.owner,
        sql<{ person_id: Id<'person'> }>`select person_id from identity.account where id = ${made.accountId}`,
      );
      return {
        kind: 'officer',
        accountId: made.accountId,
        personId: row.person_id,
        posts: [held],
        grants: [],
      };
    };
    const puppet = await puppetOf(office.admin);
    const other = await puppetOf(office.admin);
    const grandchild = await puppetOf(puppet);
    const accountId = await open();
    const confirm = async (asker: OfficerActor, second: OfficerActor, at = now) => {
      const { resetId } = must(await commands().askFactorReset(office.as(asker, at), { accountId, reason }));
      const decide = (by: OfficerActor, decision: string) =>
        commands().decideFactorReset(office.as(by, at), { resetId, decision });
      const outcome = await decide(second, 'confirm');
      if (!outcome.ok) must(await decide(second, 'decline'));
      return outcome.ok || outcome.refusal.type;
    };
    const tied = 'identity.reset-second-tied';
    expect(await confirm(office.admin, puppet)).toBe(tied);
    expect(await confirm(puppet, office.admin)).toBe(tied);
    expect(await confirm(office.admin, grandchild)).toBe(tied);
    expect(await confirm(puppet, other)).toBe(tied);
    expect(await confirm(office.admin2, puppet)).toBe(true);
    expect(await confirm(office.admin, office.admin2)).toBe(true);
    expect(await confirm(office.admin, puppet, later(31))).toBe(true);
    const { resetId } = must(await commands().askFactorReset(office.as(office.admin), { accountId, reason }));
    const [seen] = must(await queries().openResets(office.as(puppet)));
    expect(seen).toMatchObject({ resetId, mayDecide: true, tied: true });
    must(await commands().decideFactorReset(office.as(office.admin2), { resetId, decision: 'decline' }));
  });

  it('lets the office.leader of the unit be the second person, and no office.leader of another', async () => {
    const { accountId } = await office.house.signIn('tiepnhan.tanninh');
    const stranger = await office.house.signIn('chutich.binhminh');
    const { resetId } = must(await commands().askFactorReset(office.as(office.admin), { accountId, reason }));
    expect(must(await queries().openResets(office.as(stranger)))).toEqual([]);
    const decision = { resetId, decision: 'decline' };
    expect(await commands().decideFactorReset(office.as(stranger), decision)).toMatchObject({
      refusal: { type: 'identity.reset-unknown' },
    });
    must(await commands().decideFactorReset(office.as(office.leader), decision));
  });

  it('shows sessions and wrong passwords, ends the ones and forgets the others', async () => {
    const login = 'tiepnhan.tanninh';
    const { accountId } = office.counter;
    for (let guess = 0; guess < 7; guess += 1)
      await office.house.identity.signInOfficer({ login, password: 'đoán mò' }, now, {
        ip: '10.1.1.1',
        userAgent: 'x',
      });
    const seen = await page(accountId);
    expect(seen.slowdown).toMatchObject({ addresses: 1, failures: 6, until: expect.any(String) });
    must(await commands().liftSlowdown(office.as(office.admin), { accountId }));
    expect((await page(accountId)).slowdown).toEqual({ addresses: 0, failures: 0 });
    const sessionId = seen.sessions[0]?.sessionId;
    must(await commands().endSessionsOf(office.as(office.admin), { accountId, sessionId, reason }));
    expect((await page(accountId)).sessions).toHaveLength(seen.sessions.length - 1);
    must(await commands().endSessionsOf(office.as(office.admin), { accountId, reason }));
    expect((await page(accountId)).sessions).toEqual([]);
  });
});
