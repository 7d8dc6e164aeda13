import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { many, one } from '../../../platform/database.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { must } from '../../../platform/testing/must.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { isFreshlyProved } from '../core/assurance.ts';
import type { Identity } from '../public.ts';
import { anOfficer, aTestIdentity, smallProvince } from '../testing/test-identity.ts';

const now = new Date('2026-11-23T08:00:00+07:00');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const origin = { ip: '10.1.1.1', userAgent: 'Firefox' };
const home = { ip: '203.0.113.9', userAgent: 'Chrome' };
const password = 'mật khẩu thử nghiệm';

describe('the second factor', () => {
  const test = useTestDatabase();
  let identity: Identity;

  beforeAll(async () => {
    identity = aTestIdentity(test);
    await identity.loadUnits(smallProvince.units, smallProvince.successions, now);
    const roles = [
      'leader',
      'leader',
      'leader',
      'recordsClerk',
      'administrator',
      'oneStopOfficer',
      'specialist',
    ] as const;
    const officers = roles.map((role, index) => anOfficer(`${role.toLowerCase()}${index}`, 'tan-ninh', role));
    await identity.seedDemoPeople(officers, password, now);
  });

  const signIn = async (login: string, at = now, from = origin) => {
    const session = await identity.signInOfficer({ login, password }, at, from);
    if (!session.ok) throw new Error(session.refusal.type);
    return { token: session.value.token, now: at, origin: from };
  };
  const codeOf = async (login: string, at: Date) => {
    const shown = await identity.demoCode(login, at);
    if (!shown || !('code' in shown)) throw new Error(`${login} has no code`);
    return shown.code;
  };
  const actorOf = async (token: string, at: Date) => (await identity.resolveSession(token, at)).actor;

  it.each(['leader0', 'recordsclerk3', 'administrator4'])(
    'is demanded of %s before anything else',
    async (login) => {
      const request = await signIn(login);
      expect(await identity.resolveSession(request.token, now)).toMatchObject({
        actor: { kind: 'anonymous' },
        pending: { mustEnrol: false },
      });
      expect(await identity.security.makeRecoveryCodes(request)).toMatchObject({
        ok: false,
        refusal: { type: 'identity.second-factor-needed' },
      });
      expect(await identity.security.proveByCode(request, { code: await codeOf(login, now) })).toMatchObject({
        ok: true,
      });
      expect(await actorOf(request.token, now)).toMatchObject({ kind: 'officer', provedAt: now });
    },
  );

  it('is not demanded of a one-stop officer, whose password counts as proof', async () => {
    const { token } = await signIn('onestopofficer5');
    expect(await actorOf(token, now)).toMatchObject({ kind: 'officer', provedAt: now });
  });

  it('takes each code once, also when it comes twice at the same time', async () => {
    const at = later(10);
    const one = await signIn('leader1', at);
    const two = await signIn('leader1', at, home);
    const code = await codeOf('leader1', at);
    const outcomes = await Promise.all(
      [one, two].map((request) => identity.security.proveByCode(request, { code })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { type: 'identity.wrong-code' } });
  });

  it('slows down whoever knows the password and guesses codes, from wherever', async () => {
    const at = later(20);
    const guesser = await signIn('leader2', at, home);
    for (let guess = 0; guess < 6; guess++)
      await identity.security.proveByCode(guesser, { code: String(100_000 + guess) });
    const owner = await signIn('leader2', at);
    const code = await codeOf('leader2', at);
    expect(await identity.security.proveByCode(owner, { code })).toMatchObject({
      ok: false,
      refusal: { type: 'identity.sign-in-blocked', params: { seconds: 30 } },
    });
    const after = { ...owner, now: later(21) };
    expect(
      await identity.security.proveByCode(after, { code: await codeOf('leader2', after.now) }),
    ).toMatchObject({
      ok: true,
    });
  });

  it('looks at no more than six of fifty codes that come at once from as many sessions', async () => {
    const at = later(40);
    const guessers = await Promise.all([1, 2, 3, 4, 5].map(() => signIn('leader2', at, home)));
    const told = await Promise.all(
      Array.from({ length: 50 }, (_, i) => {
        const guesser = guessers[i % guessers.length];
        if (!guesser) throw new Error('five sessions');
        return identity.security.proveByCode(guesser, { code: String(200_000 + i) });
      }),
    );
    const types = told.map((each) => (each.ok ? 'proved' : each.refusal.type));
    expect(types.filter((type) => type === 'identity.wrong-code')).toHaveLength(6);
    expect(types.filter((type) => type === 'identity.sign-in-blocked')).toHaveLength(44);
  });

  it('grows old: an approval half an hour later asks for it again', async () => {
    const at = later(60);
    const request = await signIn('leader0', at);
    await identity.security.proveByCode(request, { code: await codeOf('leader0', at) });
    const actor = await actorOf(request.token, at);
    expect(isFreshlyProved(actor, later(89))).toBe(true);
    expect(isFreshlyProved(actor, later(90))).toBe(false);
    expect(await identity.security.makeRecoveryCodes({ ...request, now: later(95) })).toMatchObject({
      ok: false,
      refusal: { type: 'identity.step-up-needed' },
    });
    const again = { ...request, now: later(95) };
    await identity.security.proveByCode(again, { code: await codeOf('leader0', again.now) });
    expect(isFreshlyProved(await actorOf(request.token, again.now), again.now)).toBe(true);
  });

  it('opens with a recovery code once, and never with one that was replaced', async () => {
    const at = later(120);
    const request = await signIn('leader1', at);
    await identity.security.proveByCode(request, { code: await codeOf('leader1', at) });
    const first = await identity.security.makeRecoveryCodes(request);
    const second = await identity.security.makeRecoveryCodes(request);
    if (!first.ok || !second.ok) throw new Error('refused');
    const lost = await signIn('leader1', later(121), home);
    const [old = ''] = first.value;
    const [fresh = ''] = second.value;
    expect(fresh).toMatch(/^(?:[A-Z0-9]{5}-){4}[A-Z0-9]{5}$/);
    expect(await identity.security.proveByCode(lost, { code: old })).toMatchObject({ ok: false });
    expect(
      await identity.security.proveByCode(lost, { code: fresh.toLowerCase().replace('-', ' ') }),
    ).toMatchObject({
      ok: true,
    });
    const thief = await signIn('leader1', later(122), home);
    expect(await identity.security.proveByCode(thief, { code: fresh })).toMatchObject({ ok: false });
    const plain = await one(
      test.owner,
      sql<{ found: boolean }>`
        select exists (select from identity.recovery_code r where r::text like ${`%${fresh}%`}) as found`,
    );
    expect(plain.found).toBe(false);
  });

  it('that was begun and left does not take the place of the one in use', async () => {
    const at = later(130);
    const request = await signIn('leader1', at);
    must(await identity.security.proveByCode(request, { code: await codeOf('leader1', at) }));
    must(await identity.security.enrolTotp(request, { label: 'Điện thoại mới' }, false));
    const next = await signIn('leader1', later(131));
    const code = await codeOf('leader1', next.now);
    expect(await identity.security.proveByCode(next, { code })).toMatchObject({ ok: true });
  });

  it('is set up by whoever has none yet, counts from its first code, and the last one cannot be removed', async () => {
    await sql`update identity.second_factor set removed_at = ${now} where account_id =
      (select id from identity.account where login = 'recordsclerk3')`.execute(test.owner);
    const request = await signIn('recordsclerk3', later(5));
    expect(await identity.resolveSession(request.token, request.now)).toMatchObject({
      pending: { mustEnrol: true },
    });
    const begun = await identity.security.enrolTotp(request, { label: 'Điện thoại mới' }, true);
    if (!begun.ok) throw new Error(begun.refusal.type);
    expect(begun.value.uri).toMatch(/^otpauth:\/\/totp\/.*recordsclerk3.*secret=/);
    const code = await codeOf('recordsclerk3', request.now);
    expect(await identity.security.proveByCode(request, { code })).toMatchObject({ ok: true });
    const overview = await identity.securityOverview(request);
    if (!overview.ok) throw new Error('refused');
    expect(overview.value).toMatchObject({
      proved: true,
      demanded: true,
      factors: [{ label: 'Điện thoại mới' }],
    });
    const [factor] = overview.value.factors;
    expect(await identity.security.dropFactor(request, { factorId: factor?.factorId })).toMatchObject({
      ok: false,
      refusal: { type: 'identity.last-factor' },
    });
  });

  it('is demanded of whoever acts for a leader, also for what concerns their own sign-in', async () => {
    await sql`
      insert into identity.delegation (jurisdiction, delegation_id, kind, principal_post_id, delegate_person_id,
        decision_number, decision_on, from_on, until_on, acts, sectors, procedures, may_pass_on, created_by, created_at,
        accepted_at)
      select post.jurisdiction, post.id, 'authorised', post.id, mine.person_id, '15/QĐ', '2026-11-23', '2026-11-23',
        '2026-11-24', '{result}', '{}', '{}', false, mine.id, ${now}, ${now}
      from identity.account head
      join identity.post on post.jurisdiction = head.jurisdiction and post.person_id = head.person_id
      join identity.account mine on mine.jurisdiction = head.jurisdiction and mine.login = 'specialist6'
      where head.login = 'leader0'`.execute(test.owner);
    const request = await signIn('specialist6');
    expect(await identity.resolveSession(request.token, now)).toMatchObject({ pending: { mustEnrol: true } });
    expect(await identity.security.makeRecoveryCodes(request)).toMatchObject({
      refusal: { type: 'identity.second-factor-needed' },
    });
    await sql`update identity.delegation set ended_at = ${now}`.execute(test.owner);
    expect(await identity.security.makeRecoveryCodes(request)).toMatchObject({ ok: true });
  });

  it('is not made by whoever finds a session left open whose owner has none', async () => {
    const open = { ...(await signIn('onestopofficer5')), now: later(31) };
    const stepUp = { refusal: { type: 'identity.step-up-needed' } };
    expect(await identity.security.enrolTotp(open, { label: 'Của kẻ khác' }, true)).toMatchObject(stepUp);
    expect(await identity.security.beginPasskey(open, true)).toMatchObject(stepUp);
    expect(await identity.security.enrolTotp(open, { label: 'Của kẻ khác' }, false)).toMatchObject(stepUp);
  });

  it('is not made after the second step of signing in was left open', async () => {
    await sql`
      update identity.second_factor set removed_at = ${later(600)} where account_id =
        (select id from identity.account where login = 'recordsclerk3')`.execute(test.owner);
    const { token } = await signIn('recordsclerk3', later(600));
    must(await identity.security.enrolTotp({ token, now: later(601), origin }, { label: 'Của tôi' }, true));
    const left = { token, now: later(631), origin };
    const again = { refusal: { type: 'identity.enrol-again' } };
    expect(await identity.security.enrolTotp(left, { label: 'Của kẻ khác' }, true)).toMatchObject(again);
    expect(await identity.security.beginPasskey(left, true)).toMatchObject(again);
    const code = await codeOf('recordsclerk3', left.now);
    expect(await identity.security.proveByCode(left, { code })).toMatchObject(again);
  });

  it('is no passkey of another account, and no answer to a challenge of another session', async () => {
    for (const login of ['leader1', 'leader2'])
      await sql`
        insert into identity.second_factor
          (jurisdiction, id, account_id, kind, label, credential_id, public_key, sign_count, created_at, confirmed_at)
        select jurisdiction, ${newUuidV7()}, id, 'passkey', 'Khóa', ${`key-of-${login}`}, '\\x00', 0, ${now}, ${now}
        from identity.account where login = ${login}`.execute(test.owner);
    const mine = await signIn('leader1');
    const theirs = await signIn('leader2');
    const { allowCredentials = [] } = must(await identity.security.challengePasskey(mine));
    expect(allowCredentials.map(({ id }) => id)).toEqual(['key-of-leader1']);
    const answer = (id: string) => ({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON: 'e30', authenticatorData: 'AA', signature: 'AA' },
      },
    });
    const rejected = { refusal: { type: 'identity.passkey-rejected' } };
    expect(await identity.security.proveByPasskey(mine, answer('key-of-leader2'))).toMatchObject(rejected);
    expect(await identity.security.proveByPasskey(mine, answer('key-of-leader1'))).toMatchObject(rejected);
    expect(await identity.security.proveByPasskey(theirs, answer('key-of-leader2'))).toMatchObject(rejected);
    expect(await identity.resolveSession(mine.token, now)).toMatchObject({ actor: { kind: 'anonymous' } });
  });

  it('keeps no secret readable', async () => {
    const rows = await many(
      test.owner,
      sql<{ secret_sealed: string }>`select secret_sealed from identity.second_factor where kind = 'totp'`,
    );
    expect(rows.every(({ secret_sealed }) => secret_sealed.startsWith('v1.'))).toBe(true);
  });
});
