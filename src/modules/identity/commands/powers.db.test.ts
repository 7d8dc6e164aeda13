import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../../../kernel/actor.ts';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { ok } from '../../../kernel/result.ts';
import { many, one } from '../../../platform/database.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { can, type Permission } from '../core/permissions.ts';
import type { Identity } from '../public.ts';
import { anOfficer, aTestIdentity, proveByDemoCode, smallProvince } from '../testing/test-identity.ts';

const now = new Date('2026-11-23T08:00:00+07:00');
const dayOf = (on: string) => new Date(`${on}T08:00:00+07:00`);
const origin = { ip: '10.1.1.1', userAgent: 'test' };
const password = 'mật khẩu thử nghiệm';
const reason = 'Theo công văn 12/SNV';

describe('single permissions given to people', () => {
  const test = useTestDatabase();
  let identity: Identity;
  let admin: OfficerActor;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    identity = aTestIdentity(test);
    await identity.loadUnits(smallProvince.units, smallProvince.successions, now);
    await identity.seedDemoPeople(
      [
        anOfficer('quantri', 'tay-ninh', 'administrator'),
        anOfficer('chuyenvien', 'tan-ninh.office', 'specialist'),
        anOfficer('kiemsoat', 'tay-ninh', 'procedureControl'),
        anOfficer('lanhdao', 'binh-minh', 'leader'),
      ],
      password,
      now,
    );
    for (const login of ['quantri', 'chuyenvien', 'kiemsoat', 'lanhdao']) {
      const session = await identity.signInOfficer({ login, password }, now, origin);
      if (!session.ok) throw new Error(login);
      tokens.set(login, session.value.token);
      await proveByDemoCode(identity, login, { token: session.value.token, now, origin });
    }
    admin = await officer('quantri');
  });

  const unitId = (key: string): Id<'unit'> => {
    const unit = identity.units.byKey(key);
    if (!unit) throw new Error(`no unit ${key}`);
    return unit.id;
  };

  async function actorOf(login: string, at = now) {
    return (await identity.resolveSession(tokens.get(login), at)).actor;
  }

  async function officer(login: string): Promise<OfficerActor> {
    const actor = await actorOf(login);
    if (actor.kind !== 'officer') throw new Error(login);
    return actor;
  }

  const as = (actor: OfficerActor, at = now): CommandContext => ({
    jurisdiction: test.jurisdiction,
    actor: { ...actor, provedAt: at },
    now: at,
    origin,
    requestId: newUuidV7(),
  });

  const wish = (more: Record<string, unknown> = {}) => ({
    login: 'chuyenvien',
    permission: 'dossiers.read',
    scope: 'unit',
    unitId: unitId('binh-minh'),
    fromOn: '2026-11-23',
    lastOn: '2026-11-30',
    reason,
    ...more,
  });

  async function give(more: Record<string, unknown> = {}) {
    const given = await identity.powers.give(as(admin), wish(more));
    if (!given.ok) throw new Error(given.refusal.type);
    return given.value.grantId;
  }

  const end = (grantId: string) => identity.powers.end(as(admin), { grantId, reason });
  const count = async () =>
    (await one(test.owner, sql<{ n: number }>`select count(*) as n from identity.permission_grant`)).n;

  it('works from the next request on, in the scope and on the days given, and not after it is ended', async () => {
    const foreign = unitId('binh-minh');
    const may = async (at = now) => can(await actorOf('chuyenvien', at), 'dossiers.read', [foreign]);
    expect(await may()).toBe(false);
    const grantId = await give();
    expect(await may()).toBe(true);
    expect(can(await actorOf('chuyenvien'), 'dossiers.read', [unitId('tay-ninh')])).toBe(false);
    expect(can(await actorOf('chuyenvien'), 'dossiers.assign', [foreign])).toBe(false);
    expect(await end(grantId)).toEqual(ok(null));
    expect(await may()).toBe(false);
    expect(await end(grantId)).toMatchObject({ refusal: { type: 'identity.grant-gone' } });
  });

  it('rests while the person holds no post, is listed as resting, and works again with the next post', async () => {
    const grantId = await give({ scope: 'jurisdiction' });
    const may = async () => can(await actorOf('chuyenvien'), 'dossiers.read', [unitId('binh-minh')]);
    const listed = async () => {
      const page = await identity.powers.list(as(admin), { login: 'chuyenvien' });
      return page.ok && page.value.items.map(({ state }) => state);
    };
    const endPost = (to: string | null) =>
      sql`update identity.post set valid_to = ${to}::date
        where person_id in (select person_id from identity.account where login = 'chuyenvien')`.execute(
        test.owner,
      );
    expect([await may(), await listed()]).toEqual([true, ['running']]);
    await endPost('2026-11-23');
    expect([await may(), await listed()]).toEqual([false, ['resting']]);
    expect(await actorOf('chuyenvien')).toMatchObject({ kind: 'officer', posts: [], grants: [] });
    await endPost(null);
    expect([await may(), await listed()]).toEqual([true, ['running']]);
    await end(grantId);
  });

  it.each([
    ['2026-11-24', false],
    ['2026-11-25', true],
    ['2026-11-26', true],
    ['2026-11-27', false],
  ])('on %s one given from 25 to 26 works: %s', async (on, works) => {
    const grantId = await give({ fromOn: '2026-11-25', lastOn: '2026-11-26' });
    const session = await identity.signInOfficer({ login: 'chuyenvien', password }, dayOf(on), origin);
    if (!session.ok) throw new Error('refused');
    const { actor } = await identity.resolveSession(session.value.token, dayOf(on));
    expect(can(actor, 'dossiers.read', [unitId('binh-minh')])).toBe(works);
    await end(grantId);
  });

  it.each<[Record<string, unknown>, Permission, string, boolean]>([
    [{ scope: 'subtree', unitId: 'tay-ninh' }, 'dossiers.read', 'binh-minh.records', true],
    [{ scope: 'subtree', unitId: 'tan-ninh' }, 'dossiers.read', 'binh-minh.records', false],
    [{ scope: 'subtree', unitId: 'tan-ninh' }, 'dossiers.read', 'phuong-1', true],
    [{ scope: 'unit', unitId: 'tan-ninh' }, 'dossiers.read', 'tan-ninh.records', false],
    [{ scope: 'own', permission: 'dossiers.assign' }, 'dossiers.assign', 'tan-ninh.office', true],
    [{ scope: 'own', permission: 'dossiers.assign' }, 'dossiers.assign', 'tan-ninh', false],
    [{ scope: 'jurisdiction' }, 'dossiers.read', 'binh-minh', true],
  ])('%o reaches %s in %s: %s', async (more, permission, key, reaches) => {
    const place = typeof more.unitId === 'string' ? { unitId: unitId(more.unitId) } : {};
    const grantId = await give({ ...more, ...place });
    expect(can(await actorOf('chuyenvien'), permission, [unitId(key)])).toBe(reaches);
    await end(grantId);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['nobody of that login', { login: 'khong.co' }, 'identity.no-such-officer'],
    ['oneself', { login: 'quantri' }, 'identity.own-grant'],
    ['what belongs to a post', { permission: 'dossiers.sign', scope: 'own' }, 'identity.grant-scope'],
    ['administering', { permission: 'identity.manage', scope: 'jurisdiction' }, 'identity.grant-scope'],
    ['editing in one unit only', { permission: 'catalogue.edit' }, 'identity.grant-scope'],
    ['no unit', { unitId: undefined }, 'identity.grant-unit'],
    ['a unit that does not exist', { unitId: newUuidV7() }, 'identity.grant-unit'],
    ['no sector', { scope: 'sector' }, 'identity.grant-sector'],
    ['yesterday', { fromOn: '2026-11-22' }, 'identity.grant-backdated'],
    ['days the wrong way round', { fromOn: '2026-11-25', lastOn: '2026-11-24' }, 'identity.grant-reversed'],
    ['more than a year', { lastOn: '2027-11-24' }, 'identity.grant-too-long'],
    ['a permission nobody knows', { permission: 'dossiers.everything' }, 'input.invalid'],
    ['no reason', { reason: ' ' }, 'input.invalid'],
  ])('refuses to give to or as %s', async (_, more, type) => {
    const before = await count();
    expect(await identity.powers.give(as(admin), wish(more))).toMatchObject({ ok: false, refusal: { type } });
    expect(await count()).toBe(before);
  });

  it('refuses everybody but administrators, and administrators who have not proved lately', async () => {
    const grantId = await give();
    for (const login of ['chuyenvien', 'kiemsoat', 'lanhdao']) {
      const ctx = as(await officer(login));
      const refused = { ok: false, refusal: { type: 'identity.powers-not-allowed' } };
      expect(await identity.powers.give(ctx, wish())).toMatchObject(refused);
      expect(await identity.powers.end(ctx, { grantId, reason })).toMatchObject(refused);
      expect(await identity.powers.list(ctx, {})).toMatchObject(refused);
    }
    const stale = { ...as(admin), actor: { ...admin, provedAt: new Date(now.getTime() - 31 * 60_000) } };
    const proof = { ok: false, refusal: { type: 'identity.step-up-needed' } };
    expect(await identity.powers.give(stale, wish())).toMatchObject(proof);
    expect(await identity.powers.end(stale, { grantId, reason })).toMatchObject(proof);
    await end(grantId);
  });

  it('gives the same once, however often and by how many hands it is asked', async () => {
    const twice = as(admin);
    const before = await count();
    const [first, again] = [
      await identity.powers.give(twice, wish()),
      await identity.powers.give(twice, wish()),
    ];
    expect(again).toEqual(first);
    const other = await identity.powers.give(as(admin), wish({ fromOn: '2026-11-30', lastOn: '2026-12-05' }));
    expect(other).toMatchObject({ ok: false, refusal: { type: 'identity.already-given' } });
    const sector = wish({ scope: 'sector', sector: 'Hộ tịch', unitId: undefined });
    const many = await Promise.all(Array.from({ length: 5 }, () => identity.powers.give(as(admin), sector)));
    expect(many.filter((each) => each.ok)).toHaveLength(1);
    expect(await count()).toBe(before + 2);
    for (const given of [first, ...many]) if (given?.ok) await end(given.value.grantId);
  });

  it('asks for a second factor as soon as what wants a fresh proof is given', async () => {
    expect((await identity.resolveSession(tokens.get('chuyenvien'), now)).pending).toBeUndefined();
    const grantId = await give({ permission: 'audit.search', scope: 'jurisdiction', unitId: undefined });
    expect((await identity.resolveSession(tokens.get('chuyenvien'), now)).pending).toEqual({
      mustEnrol: true,
    });
    await end(grantId);
    expect((await identity.resolveSession(tokens.get('chuyenvien'), now)).pending).toBeUndefined();
  });

  it('is in the journal with ids only', async () => {
    const grantId = await give();
    await end(grantId);
    const rows = await many(
      test.owner,
      sql<{ command: string; actor_id: string; facts: Record<string, unknown> }>`
        select command, actor_id, facts from platform.action where subject_id = ${grantId} order by action_id`,
    );
    expect(rows.map(({ command }) => command)).toEqual([
      'identity.give-permission',
      'identity.end-permission',
    ]);
    expect(new Set(rows.map(({ actor_id }) => actor_id))).toEqual(new Set([admin.accountId]));
    expect(JSON.stringify(rows)).not.toContain(reason);
    expect(rows[0]?.facts).toMatchObject({ permission: 'dossiers.read', unitId: unitId('binh-minh') });
  });

  it('lists what runs and what is to come, by person and over pages, what is over only when asked', async () => {
    const running = await give();
    const coming = await give({ login: 'lanhdao', fromOn: '2026-12-01', lastOn: '2026-12-02' });
    const gone = await give({ fromOn: '2026-12-01', lastOn: '2026-12-02' });
    await end(gone);
    const list = async (filter: { login?: string; all?: boolean }, at = now) => {
      const page = await identity.powers.list(as(admin, at), filter);
      if (!page.ok) throw new Error(page.refusal.type);
      return page.value;
    };
    const states = new Map((await list({})).items.map((row) => [row.grantId, row.state]));
    expect(states).toEqual(
      new Map([
        [coming, 'coming'],
        [running, 'running'],
      ]),
    );
    expect((await list({ login: ' ChuyenVien ' })).items).toMatchObject([
      {
        grantId: running,
        name: 'Cán bộ chuyenvien',
        place: 'Phường Bình Minh',
        lastOn: '2026-11-30',
        reason,
      },
    ]);
    const ended = (await list({ login: 'chuyenvien', all: true })).items.find(
      ({ grantId }) => grantId === gone,
    );
    expect(ended).toMatchObject({ state: 'ended', ended: { by: 'Cán bộ quantri', reason } });
    expect((await list({ all: true }, dayOf('2026-12-10'))).items[0]?.state).toBe('ended');
    expect((await list({}, dayOf('2026-12-10'))).items).toEqual([]);
    expect(await identity.powers.own(as(await officer('chuyenvien')))).toMatchObject([{ grantId: running }]);
    for (const grantId of [running, coming]) await end(grantId);

    for (let at = 0; at < 55; at += 1)
      await end(await give({ permission: 'process.edit', scope: 'jurisdiction', unitId: undefined }));
    const all = { login: 'chuyenvien', all: true };
    const first = await list(all);
    const rest = await identity.powers.list(as(admin), all, first.next);
    if (!rest.ok) throw new Error(rest.refusal.type);
    const ids = [...first.items, ...rest.value.items].map(({ grantId }) => grantId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(55);
    expect(await identity.powers.list(as(admin), all, 'x')).toMatchObject({
      refusal: { type: 'input.wrong-cursor' },
    });
  });
});
