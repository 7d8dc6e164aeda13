import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { forgetUsedCodes, proveByDemoCode } from '../../modules/identity/testing/test-identity.ts';
import { many } from '../../platform/database.ts';
import { newUuidV7 } from '../../platform/ids.ts';
import { must } from '../../platform/testing/must.ts';
import { useTestDatabase } from '../../platform/testing/test-database.ts';
import { useProvince } from '../testing/province-house.ts';
import { subjectOfOfficer } from './officers.ts';

const now = new Date('2026-11-26T08:00:00+07:00');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const origin = { ip: '10.0.0.7', userAgent: 'test' };

describe('accounts linked to the issuer of the province', () => {
  const test = useTestDatabase();
  const at = useProvince(test, now);

  describe('when they are made', () => {
    it('come of no sign-in there alone, whatever login the issuer tells of', async () => {
      const before = await many(test.owner, sql`select id from identity.account`);
      const flowToken = await at.pendingOf('quantri');
      expect(await at.house.identity.province.pendingLink(at.request(undefined), flowToken)).toEqual({
        name: 'Cán bộ quantri',
        login: 'quantri',
        next: 'sign-in',
      });
      expect(await at.house.identity.province.link(at.request(undefined), flowToken)).toMatchObject({
        refusal: { type: 'identity.session-expired' },
      });
      expect(await many(test.owner, sql`select id from identity.account`)).toEqual(before);
      expect(await at.linksOf('quantri')).toEqual([]);
    });

    it('need an account whose password and second factor were just proved', async () => {
      const flowToken = await at.pendingOf('chutich.tanninh');
      const { token } = must(
        await at.house.identity.signInOfficer(
          { login: 'chutich.tanninh', password: at.house.password },
          now,
          origin,
        ),
      );
      expect(await at.house.identity.province.link(at.request(token), flowToken)).toMatchObject({
        refusal: { type: 'identity.second-factor-needed' },
      });
      expect(await at.house.identity.province.pendingLink(at.request(token), flowToken)).toMatchObject({
        next: 'prove',
      });
      const whole = await at.byPassword('chutich.tanninh', later(-31));
      expect(await at.house.identity.province.link(at.request(whole), flowToken)).toMatchObject({
        refusal: { type: 'identity.step-up-needed' },
      });
      await forgetUsedCodes(test.owner, test.jurisdiction);
      await proveByDemoCode(at.house.identity, 'chutich.tanninh', { token, now, origin });
      expect(await at.house.identity.province.pendingLink(at.request(token), flowToken)).toMatchObject({
        next: 'confirm',
        account: { login: 'chutich.tanninh' },
      });
      expect(await at.house.identity.province.link(at.request(token), flowToken)).toMatchObject({ ok: true });
      expect(await at.linksOf('chutich.tanninh')).toEqual([{ subject: subjectOfOfficer('chutich.tanninh') }]);
    });

    it('are made once: neither a second time, nor to what is linked already, nor after a quarter of an hour', async () => {
      must(await at.link('tiepnhan.tanninh'));
      expect(await at.link('tiepnhan.tanninh', 'nguoi.la')).toMatchObject({
        refusal: { type: 'identity.province-linked-already' },
      });
      const token = await at.byPassword('vanthu.tanninh');
      const spent = await at.pendingOf('nguoi.la');
      await at.house.identity.province.start({ returnPath: undefined, now: later(16) });
      expect(await at.house.identity.province.link(at.request(token, later(16)), spent)).toMatchObject({
        refusal: { type: 'identity.province-expired' },
      });
      const two = [await at.pendingOf('nguoi.la'), await at.pendingOf('nguoi.la')];
      const leader = await at.byPassword('chutich.binhminh');
      const outcomes = await Promise.all([
        at.house.identity.province.link(at.request(token), two[0]),
        at.house.identity.province.link(at.request(leader), two[1]),
      ]);
      expect(outcomes.map((each) => (each.ok ? 'ok' : each.refusal.type)).toSorted()).toEqual([
        'identity.province-linked-elsewhere',
        'ok',
      ]);
    });
  });

  describe('and their passwords', () => {
    it('may be given up, proved without, and set again; the link is then no longer the only way', async () => {
      const { province, security, securityOverview } = at.house.identity;
      const token = await at.byPassword('tiepnhan.tanninh');
      must(await province.dropPassword(at.request(token)));
      expect(
        await at.house.identity.signInOfficer(
          { login: 'tiepnhan.tanninh', password: at.house.password },
          now,
          origin,
        ),
      ).toMatchObject({ refusal: { type: 'identity.wrong-password' } });
      const there = await at.signedIn('tiepnhan.tanninh');
      expect(must(await securityOverview(at.request(there)))).toMatchObject({
        hasPassword: false,
        asks: ['province'],
      });
      expect(await security.proveByPassword(at.request(there), { password: 'x' })).toMatchObject({
        refusal: { type: 'identity.wrong-password' },
      });
      expect(await province.unlink(at.request(there))).toMatchObject({
        refusal: { type: 'identity.province-only-way' },
      });
      const stale = at.request(there, later(31));
      const next = 'một câu dài chỉ mình tôi biết';
      expect(await security.changePassword(stale, { next })).toMatchObject({
        refusal: { type: 'identity.step-up-needed' },
      });
      must(await security.changePassword(at.request(there), { next }));
      expect(await security.changePassword(at.request(there), { next: `${next} nữa` })).toMatchObject({
        refusal: { type: 'identity.wrong-password' },
      });
      const intruder = await at.signedIn('tiepnhan.tanninh');
      must(await province.unlink(at.request(there)));
      expect((await at.house.identity.resolveSession(intruder, now)).expired).toBe(true);
      expect((await at.house.identity.resolveSession(there, now)).expired).toBe(false);
      expect(await at.linksOf('tiepnhan.tanninh')).toEqual([]);
      expect(await at.goThere('tiepnhan.tanninh')).toMatchObject({ value: { kind: 'link' } });
    });

    it('stay where there is no link, and with the last administrator who has one', async () => {
      const { province } = at.house.identity;
      expect(await province.dropPassword(at.request(await at.byPassword('quantri')))).toMatchObject({
        refusal: { type: 'identity.province-not-linked' },
      });
      must(await at.link('quantri'));
      must(await at.link('quantri2'));
      must(await province.dropPassword(at.request(await at.byPassword('quantri'))));
      expect(await province.dropPassword(at.request(await at.byPassword('quantri2')))).toMatchObject({
        refusal: { type: 'identity.last-administrator' },
      });
    });
  });

  describe('whom an administrator helps', () => {
    it('lose the link and every session; the journal says by whom and why', async () => {
      must(await at.link('quantri.khac'));
      const token = await at.signedIn('quantri.khac');
      const as = at.house.as(await at.house.signIn('quantri2', later(60)), later(60));
      const { commands, queries } = at.house.identity.people;
      const accountId = await at.house.identity.accountOfLogin(test.db, 'quantri.khac');
      expect(must(await queries.person(as, accountId ?? ''))).toMatchObject({
        linkedAt: now.toISOString(),
        hasPassword: true,
      });
      const wanted = { accountId, reason: 'Đã chuyển công tác' };
      must(await commands.unlinkProvinceOf(as, wanted));
      expect((await at.house.identity.resolveSession(token, later(60))).expired).toBe(true);
      expect(await commands.unlinkProvinceOf({ ...as, requestId: newUuidV7() }, wanted)).toMatchObject({
        refusal: { type: 'identity.province-not-linked' },
      });
      const rows = await many(
        test.owner,
        sql<{ command: string; facts: object }>`
          select command, facts from platform.action
          where subject_id = ${accountId} and command like '%province%' order by action_id`,
      );
      expect(rows).toMatchObject([
        { command: 'identity.link-province' },
        { command: 'identity.unlink-province-of' },
      ]);
      const { reasons } = must(await queries.person(as, accountId ?? ''));
      expect(reasons).toMatchObject([{ reason: 'Đã chuyển công tác' }]);
    });

    it('begin from nothing with a code: no password, no link', async () => {
      must(await at.link('quantri.khac'));
      const as = at.house.as(await at.house.signIn('quantri2', later(90)), later(90));
      const accountId = await at.house.identity.accountOfLogin(test.db, 'quantri.khac');
      must(await at.house.identity.people.commands.issueCodes(as, { accountIds: [accountId] }));
      expect(await at.linksOf('quantri.khac')).toEqual([]);
      const { items } = must(await at.house.identity.people.queries.list(as, { state: 'not-activated' }));
      expect(items.map(({ login }) => login)).toEqual(['quantri.khac']);
    });
  });
});
