import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { ok } from '../../../kernel/result.ts';
import { many, one } from '../../../platform/database.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { can } from '../core/permissions.ts';
import type { Identity } from '../public.ts';
import {
  anOfficer,
  aTestIdentity,
  forgetUsedCodes,
  proveByDemoCode,
  smallProvince,
} from '../testing/test-identity.ts';

const now = new Date('2026-11-23T08:00:00+07:00');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const today = '2026-11-23' as PlainDate;
const counter = { ip: '10.1.1.1', userAgent: 'test' };
const elsewhere = { ip: '203.0.113.9', userAgent: 'test' };
const password = 'mật khẩu thử nghiệm';

describe('officers signing in', () => {
  const test = useTestDatabase();
  let identity: Identity;
  const unitId = (key: string): Id<'unit'> => {
    const unit = identity.units.byKey(key);
    if (!unit) throw new Error(`no unit ${key}`);
    return unit.id;
  };
  const signIn = async (login: string, secret: string, at = now, origin = counter) => {
    const session = await identity.signInOfficer({ login, password: secret }, at, origin);
    if (session.ok) {
      await forgetUsedCodes(test.owner, test.jurisdiction);
      await proveByDemoCode(identity, login, { token: session.value.token, now: at, origin });
    }
    return session;
  };

  beforeAll(async () => {
    identity = aTestIdentity(test);
    await identity.loadUnits(smallProvince.units, smallProvince.successions, now);
    const officers = [
      anOfficer('motcua.tanninh', 'tan-ninh.one-stop', 'oneStopOfficer'),
      anOfficer('lanhdao.tanninh', 'tan-ninh', 'leader'),
      anOfficer('other', 'binh-minh', 'leader'),
      anOfficer('vanthu.binhminh', 'binh-minh.records', 'recordsClerk'),
    ];
    expect(await identity.seedDemoPeople(officers, password, now)).toEqual(ok({ added: 4 }));
    expect(await identity.seedDemoPeople(officers, password, now)).toEqual(ok({ added: 0 }));
  });

  it('opens a session whose actor holds the posts of the day, predecessors in scope', async () => {
    const session = await signIn('lanhdao.tanninh', password);
    if (!session.ok) throw new Error('refused');
    const resolved = await identity.resolveSession(session.value.token, now);
    expect(resolved).toMatchObject({ expired: false, displayName: 'Cán bộ lanhdao.tanninh' });
    expect(resolved.actor).toMatchObject({
      kind: 'officer',
      posts: [{ role: 'leader', unitScope: [unitId('tan-ninh'), unitId('phuong-1')] }],
    });
    expect(can(resolved.actor, 'dossiers.sign', [unitId('phuong-1')])).toBe(true);
    expect(can(resolved.actor, 'dossiers.sign', [unitId('binh-minh')])).toBe(false);
  });

  it('lets a clerk in a records office act for the agency, as `hasPerformer` promises', async () => {
    const session = await signIn('vanthu.binhminh', password);
    if (!session.ok) throw new Error('refused');
    const { actor } = await identity.resolveSession(session.value.token, now);
    expect(await identity.hasPerformer(test.db, unitId('binh-minh'), 'recordsClerk', today)).toBe(true);
    expect(can(actor, 'dossiers.issue', [unitId('binh-minh')])).toBe(true);
    expect(can(actor, 'dossiers.issue', [unitId('tan-ninh')])).toBe(false);
  });

  it('keeps neither the token nor the password', async () => {
    const session = await signIn('other', password);
    if (!session.ok) throw new Error('refused');
    const row = await one(
      test.owner,
      sql<{ found: boolean }>`
        select bool_or(session::text like ${`%${session.value.token}%`}) as found from identity.session`,
    );
    expect(row.found).toBe(false);
    const hashes = await many(
      test.owner,
      sql<{ h: string }>`select password_hash as h from identity.account`,
    );
    expect(hashes.every(({ h }) => h.startsWith('$argon2id$'))).toBe(true);
  });

  it('says the same of a wrong password and of an unknown login', async () => {
    const wrong = await signIn('motcua.tanninh', 'sai');
    expect(wrong).toMatchObject({ ok: false, refusal: { type: 'identity.wrong-password' } });
    expect(await signIn('khong.co', 'sai')).toEqual(wrong);
  });

  it('names the empty field', async () => {
    expect(await signIn(' ', '')).toMatchObject({
      ok: false,
      refusal: {
        type: 'identity.sign-in-incomplete',
        fields: [
          { pointer: '/login', type: 'identity.login-missing' },
          { pointer: '/password', type: 'identity.password-missing' },
        ],
      },
    });
    expect(await identity.signInOfficer({ login: ['x'] }, now, counter)).toMatchObject({ ok: false });
  });

  it('slows the guesser down without locking the owner out', async () => {
    for (let i = 0; i < 6; i++) await signIn('motcua.tanninh', `sai ${i}`, now, elsewhere);
    expect(await signIn('motcua.tanninh', password, now, elsewhere)).toMatchObject({
      ok: false,
      refusal: { type: 'identity.sign-in-blocked', kind: 'too-many', params: { seconds: 30 } },
    });
    expect(await signIn('motcua.tanninh', password, now, counter)).toMatchObject({ ok: true });
    expect(await signIn('motcua.tanninh', password, minutes(1), elsewhere)).toMatchObject({ ok: true });
  });

  it('counts all addresses of one IPv6 network as one, for who has one has them all', async () => {
    const from = (host: string) => ({ ip: `2001:db8:7:7::${host}`, userAgent: 'test' });
    for (let i = 0; i < 6; i++) await signIn('motcua.tanninh', `sai ${i}`, now, from(String(i + 1)));
    expect(await signIn('motcua.tanninh', password, now, from('beef'))).toMatchObject({
      refusal: { type: 'identity.sign-in-blocked' },
    });
    const next = { ip: '2001:db8:7:8::1', userAgent: 'test' };
    expect(await signIn('motcua.tanninh', password, now, next)).toMatchObject({ ok: true });
  });

  it('stops guesses from many addresses, but not the owner where they work', async () => {
    await signIn('vanthu.binhminh', password, now, counter);
    const nowhere = { ip: '198.51.100.200', userAgent: 'test' };
    for (let i = 0; i < 60; i++)
      await signIn('vanthu.binhminh', `sai ${i}`, now, { ip: `198.51.100.${i % 20}`, userAgent: 'test' });
    const stopped = { ok: false, refusal: { type: 'identity.sign-in-guarded', kind: 'too-many' } };
    expect(await signIn('vanthu.binhminh', password, now, nowhere)).toMatchObject(stopped);
    expect(await signIn('vanthu.binhminh', password, now, counter)).toMatchObject({ ok: true });
    expect(await signIn('vanthu.binhminh', password, minutes(16), nowhere)).toMatchObject({ ok: true });
    for (let i = 0; i < 60; i++)
      await signIn('khong.co.ai', `sai ${i}`, now, { ip: `198.51.100.${i % 20}`, userAgent: 'test' });
    expect(await signIn('khong.co.ai', password, now, nowhere)).toMatchObject(stopped);
  });

  it('counts guesses that come at once', async () => {
    const origin = { ip: '203.0.113.77', userAgent: 'test' };
    await Promise.all(Array.from({ length: 8 }, (_, i) => signIn('other', `sai ${i}`, now, origin)));
    expect(await signIn('other', password, now, origin)).toMatchObject({ ok: false });
  });

  it('looks at no more of fifty guesses that come at once than of fifty one after the other', async () => {
    const origin = { ip: '203.0.113.78', userAgent: 'test' };
    const told = await Promise.all(
      Array.from({ length: 50 }, (_, i) => signIn('other', `sai ${i}`, now, origin)),
    );
    const types = told.map((each) => (each.ok ? 'signed in' : each.refusal.type));
    expect(types.filter((type) => type === 'identity.wrong-password')).toHaveLength(6);
    expect(types.filter((type) => type === 'identity.sign-in-blocked')).toHaveLength(44);
  });

  it('looks at no more than sixty of the guesses that come at once from everywhere', async () => {
    const told = await Promise.all(
      Array.from({ length: 90 }, (_, i) =>
        signIn('khong.co.nua', `sai ${i}`, now, { ip: `192.0.2.${i}`, userAgent: 'test' }),
      ),
    );
    const looked = told.filter((each) => !each.ok && each.refusal.type === 'identity.wrong-password');
    expect(looked).toHaveLength(60);
  });

  it('ends after the idle limit, after the absolute one, and at once when signed out', async () => {
    const opened = await signIn('other', password);
    if (!opened.ok) throw new Error('refused');
    const { token } = opened.value;
    const stillThere = async (at: Date) =>
      (await identity.resolveSession(token, at)).actor.kind === 'officer';
    for (let minute = 100; minute <= 700; minute += 100) expect(await stillThere(minutes(minute))).toBe(true);
    expect(await identity.resolveSession(token, minutes(721))).toMatchObject({
      expired: true,
      endedOf: 'officer',
      actor: { kind: 'anonymous' },
    });

    const idle = await signIn('other', password);
    if (!idle.ok) throw new Error('refused');
    expect((await identity.resolveSession(idle.value.token, minutes(121))).expired).toBe(true);

    const left = await signIn('other', password);
    if (!left.ok) throw new Error('refused');
    await identity.signOut(left.value.token, now, counter);
    await identity.signOut(left.value.token, now, counter);
    expect((await identity.resolveSession(left.value.token, now)).expired).toBe(true);
  });

  it('knows nobody behind no token and an ended session behind a made-up one', async () => {
    expect(await identity.resolveSession(undefined, now)).toEqual({
      actor: { kind: 'anonymous' },
      expired: false,
    });
    expect(await identity.resolveSession('made-up', now)).toEqual({
      actor: { kind: 'anonymous' },
      expired: true,
    });
  });

  it('writes each sign-in and sign-out into the journal, without names', async () => {
    const actions = await many(
      test.owner,
      sql<{
        command: string;
        facts: unknown;
      }>`select distinct command, facts from platform.action order by command`,
    );
    expect(actions).toEqual([
      { command: 'identity.prove-by-code', facts: {} },
      { command: 'identity.sign-in', facts: {} },
      { command: 'identity.sign-out', facts: {} },
    ]);
  });

  it('knows which units nobody acts for', async () => {
    const { db } = test;
    expect(await identity.hasPerformer(db, unitId('tan-ninh'), 'leader', today)).toBe(true);
    expect(await identity.hasPerformer(db, unitId('phuong-1'), 'leader', today)).toBe(true);
    expect(await identity.hasPerformer(db, unitId('tan-ninh'), 'leader', '2025-06-30' as PlainDate)).toBe(
      false,
    );
    expect(await identity.hasPerformer(db, unitId('tan-ninh.records'), 'recordsClerk', today)).toBe(false);
    expect(await identity.hasPerformer(db, unitId('binh-minh'), 'recordsClerk', today)).toBe(true);
    expect(await identity.unitsWithoutPerformer(db, 'recordsClerk', today)).toEqual(
      ['tan-ninh', 'tay-ninh'].map(unitId),
    );
    expect(await identity.unitsWithoutPerformer(db, 'oneStopOfficer', today)).toEqual([]);
  });

  it('describes people by account and by person', async () => {
    const rows = await many(
      test.owner,
      sql<{ id: Id<'account'>; person_id: Id<'person'> }>`
        select id, person_id from identity.account where login = 'lanhdao.tanninh'`,
    );
    const row = rows[0];
    if (!row) throw new Error('no account');
    const byAccount = await identity.describeAccounts(test.db, [row.id], today);
    expect(byAccount.get(row.id)).toMatchObject({
      name: 'Cán bộ lanhdao.tanninh',
      posts: [
        {
          role: 'leader',
          title: 'Công chức',
          signatureLines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
          unitId: unitId('tan-ninh'),
        },
      ],
    });
    const before = await identity.describePeople(test.db, [row.person_id], '2025-01-01' as PlainDate);
    expect(before.get(row.person_id)?.posts).toEqual([]);
    expect((await identity.describePeople(test.db, [], today)).size).toBe(0);
  });

  it('refuses demo people in production and posts in units that do not exist', async () => {
    const production = aTestIdentity(test, { mode: 'production' });
    await production.refreshUnits();
    expect(await production.seedDemoPeople([], password, now)).toMatchObject({
      ok: false,
      refusal: { type: 'identity.demo-refused' },
    });
    expect(await identity.seedDemoPeople([anOfficer('x', 'nowhere', 'leader')], password, now)).toMatchObject(
      {
        ok: false,
        refusal: { type: 'identity.unknown-unit', params: { key: 'nowhere' } },
      },
    );
  });
});
