import { beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import type { Identity } from '../public.ts';
import { anOfficer, aTestIdentity, smallProvince } from '../testing/test-identity.ts';

const now = new Date('2026-11-23T08:00:00+07:00');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const origin = { ip: '10.1.1.1', userAgent: 'Firefox' };
const home = { ip: '203.0.113.9', userAgent: 'Chrome' };
const password = 'mật khẩu thử nghiệm';

describe('sessions of one account', () => {
  const test = useTestDatabase();
  let identity: Identity;

  beforeAll(async () => {
    identity = aTestIdentity(test);
    await identity.loadUnits(smallProvince.units, smallProvince.successions, now);
    await identity.seedDemoPeople(
      ['mot', 'hai', 'bay'].map((login) => anOfficer(login, 'tan-ninh', 'specialist')),
      password,
      now,
    );
  });

  const signIn = async (login: string, from: typeof origin, secret = password) => {
    const session = await identity.signInOfficer({ login, password: secret }, now, from);
    if (!session.ok) throw new Error(session.refusal.type);
    return { token: session.value.token, now, origin: from };
  };

  it('are flagged on two machines, listed, and ended one by one by their owner only', async () => {
    const desk = await signIn('mot', origin);
    expect(await identity.resolveSession(desk.token, now)).not.toHaveProperty('elsewhere');
    const laptop = await signIn('mot', home);
    expect(await identity.resolveSession(desk.token, now)).toMatchObject({ elsewhere: true });
    const overview = await identity.securityOverview(desk);
    if (!overview.ok) throw new Error('refused');
    const other = overview.value.sessions.find(({ current }) => !current);
    expect(other).toMatchObject({ ip: home.ip, userAgent: home.userAgent });
    const stranger = await signIn('hai', origin);
    expect(await identity.security.endSession(stranger, { sessionId: other?.sessionId })).toMatchObject({
      ok: false,
      refusal: { type: 'identity.session-unknown' },
    });
    expect(await identity.security.endSession(desk, { sessionId: other?.sessionId })).toMatchObject({
      ok: true,
    });
    expect((await identity.resolveSession(laptop.token, now)).actor.kind).toBe('anonymous');
    expect(await identity.resolveSession(desk.token, now)).not.toHaveProperty('elsewhere');
    const later = { ...desk, now: new Date(now.getTime() + 31 * 60_000) };
    expect(await identity.security.endOtherSessions(later)).toMatchObject({
      refusal: { type: 'identity.step-up-needed' },
    });
  });

  it('slow down who guesses the password in a session that was left open', async () => {
    const { changePassword } = identity.security;
    const here = await signIn('bay', origin);
    const guess = (at = now) =>
      changePassword({ ...here, now: at }, { current: 'đoán', next: 'một câu thật dài' });
    for (let i = 0; i < 6; i++) await guess();
    expect(await guess()).toMatchObject({ refusal: { type: 'identity.sign-in-blocked' } });
    expect(await guess(later(2))).toMatchObject({ refusal: { type: 'identity.wrong-password' } });
  });

  it('end when the password is changed, but for the one that changed it', async () => {
    const here = await signIn('hai', origin);
    const there = await signIn('hai', home);
    const change = (current: string, next: string) =>
      identity.security.changePassword(here, { current, next });
    expect(await change(password, 'ngắn')).toMatchObject({
      ok: false,
      refusal: { fields: [{ pointer: '/next' }] },
    });
    expect(await change('sai mất rồi', 'một câu thật dài')).toMatchObject({
      refusal: { fields: [{ pointer: '/current', type: 'identity.wrong-password' }] },
    });
    expect(await change(password, 'câu dài có hai trong đó')).toMatchObject({
      refusal: { fields: [{ type: 'identity.password-has-login' }] },
    });
    expect(await change(password, 'QWERTY-123456')).toMatchObject({
      refusal: { fields: [{ pointer: '/next', type: 'identity.password-common' }] },
    });
    expect(await change(password, 'một câu thật dài')).toMatchObject({ ok: true });
    expect((await identity.resolveSession(here.token, now)).actor.kind).toBe('officer');
    expect((await identity.resolveSession(there.token, now)).actor.kind).toBe('anonymous');
    await signIn('hai', home, 'một câu thật dài');
  });
});
