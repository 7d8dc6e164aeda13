import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { anAdministration } from '../../modules/identity/testing/an-administration.ts';
import { forgetUsedCodes, proveByDemoCode } from '../../modules/identity/testing/test-identity.ts';
import { must } from '../../platform/testing/must.ts';
import { useTestDatabase } from '../../platform/testing/test-database.ts';
import { useProvince } from '../testing/province-house.ts';
import { officersCast, subjectOfOfficer } from './officers.ts';
import { createIdentitySimulator } from './simulator.ts';
import { provinceOptions, simulatorRoutes } from './simulator-routes.ts';
import { chooseAtSimulator, startTestProvince } from './testing.ts';

const now = new Date('2026-11-26T08:00:00+07:00');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const origin = { ip: '10.0.0.7', userAgent: 'test' };

describe('officers at the issuer of the province', () => {
  const test = useTestDatabase();
  const at = useProvince(test, now);
  beforeAll(async () => {
    for (const login of ['tiepnhan.tanninh', 'chutich.tanninh']) must(await at.link(login));
  });

  describe('who are linked', () => {
    it('come in where a password would be enough, and the session says how', async () => {
      const token = await at.signedIn('tiepnhan.tanninh');
      expect(await at.house.identity.resolveSession(token, now)).toMatchObject({
        displayName: 'Cán bộ tiepnhan.tanninh',
        actor: { kind: 'officer' },
      });
      const { sessions } = must(await at.house.identity.securityOverview(at.request(token)));
      expect(sessions.find(({ current }) => current)).toMatchObject({ byProvince: true });
      expect(await at.house.identity.signOut(token, now, origin)).toEqual({ byProvince: true });
    });

    it('still prove the second factor here, where the issuer’s is not configured to count', async () => {
      const token = await at.signedIn('chutich.tanninh');
      expect(await at.house.identity.resolveSession(token, now)).toMatchObject({
        actor: { kind: 'anonymous' },
        pending: { mustEnrol: false },
      });
      const { asks } = must(await at.house.identity.securityOverview(at.request(token)));
      expect(asks).toEqual(['code']);
      await forgetUsedCodes(test.owner, test.jurisdiction);
      await proveByDemoCode(at.house.identity, 'chutich.tanninh', { token, now, origin });
      expect(await at.house.identity.resolveSession(token, now)).toMatchObject({ actor: { provedAt: now } });
    });

    it('need no code here where the issuer’s second factor counts, and do where it was not used', async () => {
      const whole = await at.signedIn('chutich.tanninh', { identity: at.trusting });
      expect(await at.trusting.resolveSession(whole, now)).toMatchObject({ actor: { kind: 'officer' } });
      const half = await at.signedIn('chutich.tanninh', { identity: at.trusting, fault: 'low-assurance' });
      expect(await at.trusting.resolveSession(half, now)).toMatchObject({
        actor: { kind: 'anonymous' },
        pending: { mustEnrol: false },
      });
    });

    it('prove no second factor by what the issuer says outside its signed token', async () => {
      const fault = 'unsigned-factor';
      const half = await at.signedIn('chutich.tanninh', { identity: at.trusting, fault });
      expect(await at.trusting.resolveSession(half, now)).toMatchObject({ actor: { kind: 'anonymous' } });
    });

    it('are not let in on a sign-in of yesterday', async () => {
      expect(await at.goThere('tiepnhan.tanninh', { fault: 'old-sign-in' })).toMatchObject({
        refusal: { type: 'identity.province-too-old' },
      });
    });

    it.each([
      ['expired-code', 'identity.province-expired'],
      ['wrong-nonce', 'identity.province-rejected'],
      ['wrong-signature', 'identity.province-rejected'],
      ['issuer-down', 'identity.province-unavailable'],
      ['slow', 'identity.province-unavailable'],
    ])('are refused when the issuer has the fault %s, and come in by password', async (fault, type) => {
      expect(await at.goThere('tiepnhan.tanninh', { fault })).toMatchObject({ ok: false, refusal: { type } });
      expect(await at.byPassword('tiepnhan.tanninh')).toBeTypeOf('string');
    });

    it('need nothing but their subject', async () => {
      expect(await at.signedIn('tiepnhan.tanninh', { fault: 'missing-claims' })).toBeTypeOf('string');
    });

    it('are told when they leave, and when the issuer cannot be reached at all', async () => {
      const started = must(await at.house.identity.province.start({ returnPath: undefined, now }));
      const { searchParams } = await chooseAtSimulator(started.redirectTo, { huy: '1' });
      expect(
        await at.house.identity.province.finish(at.request(undefined), started.flowToken, searchParams),
      ).toMatchObject({ refusal: { type: 'identity.province-cancelled' } });
      const gone = await startTestProvince([]);
      await gone.stop();
      const { identity } = await anAdministration(test, now, {
        province: { ...gone.client, secondFactor: [] },
      });
      expect(await identity.province.start({ returnPath: undefined, now })).toMatchObject({
        refusal: { type: 'identity.province-unavailable', kind: 'unavailable' },
      });
      expect(await identity.province.signOutAddress('http://localhost/can-bo/dang-nhap')).toBeUndefined();
    });

    it('take an answer once, in the browser that asked, and none that was meant for citizens', async () => {
      const expired = { ok: false, refusal: { type: 'identity.province-expired' } };
      const started = must(await at.house.identity.province.start({ returnPath: undefined, now }));
      const form = { nguoi: subjectOfOfficer('tiepnhan.tanninh') };
      const { searchParams } = await chooseAtSimulator(started.redirectTo, form);
      const { finish } = at.house.identity.province;
      expect(await finish(at.request(undefined), undefined, searchParams)).toMatchObject(expired);
      expect(
        await at.house.identity.finishCitizenSignIn(started.flowToken, searchParams, now, origin),
      ).toMatchObject({ refusal: { type: 'identity.sign-in-expired' } });
      const other = must(await at.house.identity.province.start({ returnPath: undefined, now }));
      expect(await finish(at.request(undefined), other.flowToken, searchParams)).toMatchObject({
        refusal: { type: 'identity.province-rejected' },
      });
      expect(await finish(at.request(undefined), started.flowToken, searchParams)).toMatchObject({
        ok: true,
      });
      expect(await finish(at.request(undefined), started.flowToken, searchParams)).toMatchObject(expired);
    });

    it('go nowhere else afterwards than to a page of ours', async () => {
      const started = must(
        await at.house.identity.province.start({ returnPath: 'https://evil.example/', now }),
      );
      expect(await at.house.identity.province.findFlow(started.flowToken, now)).toEqual({
        returnPath: '/can-bo',
        isAnew: false,
      });
    });

    it('stay out while their account is closed', async () => {
      await sql`update identity.account set closed_at = ${now} where login = 'tiepnhan.tanninh'`.execute(
        test.owner,
      );
      expect(await at.goThere('tiepnhan.tanninh')).toMatchObject({
        refusal: { type: 'identity.province-account-closed' },
      });
      await sql`update identity.account set closed_at = null where login = 'tiepnhan.tanninh'`.execute(
        test.owner,
      );
    });
  });

  describe('who prove themselves anew', () => {
    it('are fresh again by a sign-in there that is as strong as what is asked for', async () => {
      const token = await at.signedIn('tiepnhan.tanninh');
      const old = later(40);
      const stale = await at.house.identity.resolveSession(token, old);
      expect(stale.actor).toMatchObject({ kind: 'officer' });
      expect(must(await at.house.identity.securityOverview(at.request(token, old)))).toMatchObject({
        fresh: false,
        asks: ['province', 'password'],
      });
      expect(await at.goThere('tiepnhan.tanninh', { at: old, anew: token })).toMatchObject({
        value: { kind: 'proved', returnPath: '/can-bo/cho-ky' },
      });
      expect(must(await at.house.identity.securityOverview(at.request(token, old))).fresh).toBe(true);
    });

    it('are not, where a second factor is wanted and the issuer’s does not count or was not used', async () => {
      const token = await at.byPassword('chutich.tanninh');
      const old = later(40);
      const missing = { refusal: { type: 'identity.province-factor-missing' } };
      expect(await at.goThere('chutich.tanninh', { at: old, anew: token })).toMatchObject(missing);
      const weak = { at: old, anew: token, identity: at.trusting, fault: 'low-assurance' };
      expect(await at.goThere('chutich.tanninh', weak)).toMatchObject(missing);
      expect(must(await at.trusting.securityOverview(at.request(token, old))).fresh).toBe(false);
      expect(
        await at.goThere('chutich.tanninh', { at: old, anew: token, identity: at.trusting }),
      ).toMatchObject({
        value: { kind: 'proved' },
      });
      expect(must(await at.trusting.securityOverview(at.request(token, old))).fresh).toBe(true);
    });

    it('are not by an old sign-in there, by somebody else’s, or in another session', async () => {
      const token = await at.signedIn('tiepnhan.tanninh');
      const old = later(40);
      expect(
        await at.goThere('tiepnhan.tanninh', { at: old, anew: token, fault: 'old-sign-in' }),
      ).toMatchObject({ refusal: { type: 'identity.province-not-anew' } });
      expect(await at.goThere('chutich.tanninh', { at: old, anew: token })).toMatchObject({
        refusal: { type: 'identity.province-other-person' },
      });
      const started = must(
        await at.house.identity.province.start({ returnPath: '/', now: old, anew: at.request(token, old) }),
      );
      const form = { nguoi: subjectOfOfficer('tiepnhan.tanninh') };
      const { searchParams } = await chooseAtSimulator(started.redirectTo, form);
      const elsewhere = await at.signedIn('tiepnhan.tanninh', { at: old });
      expect(
        await at.house.identity.province.finish(at.request(elsewhere, old), started.flowToken, searchParams),
      ).toMatchObject({ refusal: { type: 'identity.province-expired' } });
      expect(must(await at.house.identity.securityOverview(at.request(token, old))).fresh).toBe(false);
    });
  });

  it('is nowhere offered where none is configured', async () => {
    const { identity } = await anAdministration(test, now);
    expect(identity.province.isOffered).toBe(false);
    expect(await identity.province.start({ returnPath: undefined, now })).toMatchObject({
      refusal: { type: 'identity.province-off' },
    });
    expect(
      await identity.province.finish(at.request(undefined), 'any', new URLSearchParams({ code: 'x' })),
    ).toMatchObject({ refusal: { type: 'identity.province-off' } });
  });

  it('is simulated in the demo only, and not beside a configured one', () => {
    const baseUrl = new URL('http://localhost:8080');
    const production = {
      baseUrl,
      oidc: { ...at.issuer.client, leastAssurance: 2 },
      mode: 'production',
    } as const;
    const people = { citizens: [], officers: [] };
    expect(provinceOptions({ ...production, officeOidc: undefined })).toBeUndefined();
    expect(simulatorRoutes({ ...production, officeOidc: undefined }, people)).toEqual([]);
    const configured = { ...at.issuer.client, secondFactor: [] };
    expect(simulatorRoutes({ ...production, officeOidc: configured, mode: 'demo' }, people)).toEqual([]);
    expect(simulatorRoutes({ ...production, officeOidc: undefined, mode: 'demo' }, people)).toHaveLength(1);
    expect(() =>
      createIdentitySimulator({ ...at.issuer.client, cast: officersCast([]), mode: 'production' }),
    ).toThrow(/demo/);
  });
});
