import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor, Role } from '../../../kernel/actor.ts';
import type { CommandContext } from '../../../kernel/context.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Result } from '../../../kernel/result.ts';
import { many } from '../../../platform/database.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { must } from '../../../platform/testing/must.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import type { Identity } from '../public.ts';
import { aTestIdentity, forgetUsedCodes, proveByDemoCode, smallProvince } from '../testing/test-identity.ts';

const morning = new Date('2026-11-23T08:00:00+07:00');
const origin = { ip: '10.1.1.1', userAgent: 'test' };
const password = 'mật khẩu thử nghiệm';

/** The ward's chairman lends; its deputy, the chief of its office, a specialist and people of elsewhere are lent to. */
describe('powers lent for a time', () => {
  const test = useTestDatabase();
  let identity: Identity;

  const person = (
    login: string,
    unitKey: string,
    role: Role,
    title: string,
    signatureLines: string[] = [],
  ) => ({
    login,
    name: `Cán bộ ${login}`,
    posts: [{ unitKey, role, title, signatureLines, from: '2025-07-01' as PlainDate }],
  });

  beforeAll(async () => {
    identity = aTestIdentity(test);
    await identity.loadUnits(smallProvince.units, smallProvince.successions, morning);
    await identity.seedDemoPeople(
      [
        person('chair', 'tan-ninh', 'leader', 'Chủ tịch', ['CHỦ TỊCH']),
        person('deputy', 'tan-ninh', 'leader', 'Phó Chủ tịch', ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']),
        person('chief', 'tan-ninh.office', 'headOfSection', 'Chánh Văn phòng', [
          'TL. CHỦ TỊCH',
          'CHÁNH VĂN PHÒNG',
        ]),
        person('specialist', 'tan-ninh.office', 'specialist', 'Chuyên viên'),
        person('stranger', 'binh-minh', 'leader', 'Chủ tịch', ['CHỦ TỊCH']),
        person('admin', 'tay-ninh', 'administrator', 'Quản trị hệ thống'),
      ],
      password,
      morning,
    );
  });

  async function officer(login: string, now = morning): Promise<OfficerActor> {
    const session = await identity.signInOfficer({ login, password }, now, origin);
    if (!session.ok) throw new Error(session.refusal.type);
    await forgetUsedCodes(test.owner, test.jurisdiction);
    await proveByDemoCode(identity, login, { token: session.value.token, now, origin });
    const { actor } = await identity.resolveSession(session.value.token, now);
    if (actor.kind !== 'officer') throw new Error(`${login} is ${actor.kind}`);
    return actor;
  }

  async function giveTelephone(login: string) {
    await identity.seedDemoPeople([person(login, 'tan-ninh', 'leader', 'Chủ tịch')], password, morning);
  }

  const as = (actor: OfficerActor, now = morning): CommandContext => ({
    jurisdiction: test.jurisdiction,
    actor: { ...actor, provedAt: now },
    now,
    origin,
    requestId: newUuidV7(),
  });

  const at = (text: string) => new Date(`2026-11-${text}+07:00`);
  const wanted = (from: OfficerActor, to: OfficerActor, more: object = {}) => ({
    kind: 'authorised',
    principalPostId: from.posts[0]?.postId,
    delegatePersonId: to.personId,
    decisionNumber: '15/QĐ-UBND',
    decisionOn: '2026-11-20',
    fromOn: '2026-11-23',
    lastOn: '2026-11-25',
    acts: ['result'],
    ...more,
  });
  const type = (outcome: Result<unknown>) => (outcome.ok ? 'ok' : outcome.refusal.type);

  it('works from acceptance, from the first midnight to the last, until it is ended', async () => {
    const [chair, specialist] = [await officer('chair'), await officer('specialist')];
    const { delegations } = identity;
    expect(
      await delegations.give(as(chair), wanted(chair, specialist, { decisionOn: '0000-01-01' })),
    ).toMatchObject({ refusal: { fields: [{ pointer: '/decisionOn', type: 'input.wrong-format' }] } });
    const given = must(
      await delegations.give(as(chair), wanted(chair, specialist, { fromOn: '2026-11-24' })),
    );
    const acts = async (moment: string) =>
      (await officer('specialist', at(moment))).delegated?.map(({ delegation }) => delegation.acts) ?? [];
    expect(await acts('24T09:00:00')).toEqual([]);
    expect(type(await delegations.accept(as(chair), given))).toBe('identity.delegation-not-found');
    must(await delegations.accept(as(specialist), given));
    expect(type(await delegations.decline(as(specialist), given))).toBe('identity.delegation-not-offered');
    expect(await acts('23T23:59:59')).toEqual([]);
    // Who acts for a leader proves like a leader: without a second factor the sign-in stays half.
    await expect(officer('specialist', at('24T00:00:00'))).rejects.toThrow(
      'specialist: no code to prove with',
    );
    await giveTelephone('specialist');
    expect(await acts('24T00:00:00')).toEqual([['result']]);
    expect(await acts('25T23:59:59')).toEqual([['result']]);
    expect(await acts('26T00:00:00')).toEqual([]);
    const end = { ...given, reason: 'Chủ tịch đã đi họp về' };
    must(await delegations.end(as(chair, at('24T10:00:00')), end));
    expect(await acts('24T10:00:01')).toEqual([]);
    expect(type(await delegations.end(as(chair, at('24T10:00:02')), end))).toBe('identity.delegation-closed');
  });

  it('is written into the journal with ids only', async () => {
    const rows = await many(
      test.owner,
      sql<{ command: string; facts: object }>`
        select command, facts from platform.action where command like 'identity.%-delegation' order by recorded_at, action_id`,
    );
    expect(rows.map(({ command }) => command)).toEqual([
      'identity.give-delegation',
      'identity.accept-delegation',
      'identity.end-delegation',
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/Cán bộ|QĐ-UBND|họp/);
  });

  it('an act and an end at the same moment: the end waits for the act, a later act sees the end', async () => {
    const [chair, chief] = [await officer('chair'), await officer('chief')];
    const { delegations } = identity;
    const given = must(await delegations.give(as(chair), wanted(chair, chief)));
    must(await delegations.accept(as(chief), given));
    const id = (await officer('chief')).delegated?.[0]?.delegation.delegationId;
    if (!id) throw new Error('nothing is lent');
    const order: string[] = [];
    let ending: Promise<unknown> | undefined;
    await inTransaction(test.db, async (tx) => {
      expect(await delegations.hold(tx, as(chief), id)).toBe(true);
      ending = delegations
        .end(as(chair), { ...given, reason: 'Thu hồi ngay' })
        .then(() => order.push('ended'));
      await until(async () => (await waiting()) > 0);
      order.push('done under it');
      return { ok: true, value: null };
    });
    await ending;
    expect(order).toEqual(['done under it', 'ended']);
    await inTransaction(test.db, async (tx) => {
      expect(await delegations.hold(tx, as(chief), id)).toBe(false);
      return { ok: true, value: null };
    });
  });

  const waiting = async () =>
    (
      await many(
        test.owner,
        sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
    ).length;

  const moveTo = async ({ personId }: OfficerActor, key: string) => {
    const unitId = identity.units.byKey(key)?.id;
    await sql`update identity.post set unit_id = ${unitId} where person_id = ${personId}`.execute(test.owner);
  };

  async function until(condition: () => Promise<boolean>): Promise<void> {
    while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
  }

  it('is given by who holds the post, proved lately, and refused by the field that is wrong', async () => {
    const [chair, chief, stranger] = [
      await officer('chair'),
      await officer('chief'),
      await officer('stranger'),
    ];
    const { give } = identity.delegations;
    expect(type(await give(as(stranger), wanted(chair, chief)))).toBe('identity.delegation-not-yours');
    expect(await give(as(chair), wanted(chair, stranger))).toMatchObject({
      refusal: { type: 'identity.delegation-to-stranger', fields: [{ pointer: '/delegatePersonId' }] },
    });
    expect(await give(as(chief), wanted(chief, chief, { acts: ['apology'] }))).toMatchObject({
      refusal: { type: 'identity.delegation-not-held', fields: [{ pointer: '/acts' }] },
    });
    const stale = { ...as(chair), actor: { ...chair, provedAt: at('23T07:00:00') } };
    expect(type(await give(stale, wanted(chair, chief)))).toBe('identity.step-up-needed');
  });

  it('passes on work where the decision allows it, within its bounds, and ends with its source', async () => {
    const [chair, chief, specialist] = [
      await officer('chair'),
      await officer('chief'),
      await officer('specialist'),
    ];
    const { delegations } = identity;
    const bounds = { acts: ['work', 'assign'], sectors: ['Hộ tịch', 'Chứng thực'] };
    const source = must(
      await delegations.give(as(chair), wanted(chair, chief, { ...bounds, mayPassOn: true })),
    );
    must(await delegations.accept(as(chief), source));
    const lent = await officer('chief');
    const onward = async (more: object) =>
      delegations.give(
        as(lent),
        wanted(chair, specialist, {
          passedOnFrom: source.delegationId,
          acts: ['work'],
          sectors: ['Hộ tịch'],
          ...more,
        }),
      );
    expect(type(await onward({ sectors: [] }))).toBe('identity.passed-on-beyond');
    expect(type(await onward({ sectors: ['Đất đai'] }))).toBe('identity.passed-on-beyond');
    expect(type(await onward({ lastOn: '2026-11-26' }))).toBe('identity.passed-on-beyond');
    expect(type(await onward({ acts: ['result'] }))).toBe('identity.signing-not-passed-on');
    expect(type(await onward({ mayPassOn: true }))).toBe('identity.not-passed-on');
    const passed = must(await onward({}));
    must(await delegations.accept(as(specialist), passed));
    expect((await officer('specialist')).delegated).toMatchObject([{ role: 'leader' }]);
    await moveTo(chief, 'binh-minh');
    expect((await officer('specialist')).delegated).toBeUndefined();
    await moveTo(chief, 'tan-ninh.office');
    must(await delegations.end(as(chair), { ...source, reason: 'Thu hồi' }));
    expect((await officer('specialist')).delegated).toBeUndefined();
  });

  it('once the head has divided the fields, a deputy signs only what is assigned to them', async () => {
    const [chair, deputy] = [await officer('chair'), await officer('deputy')];
    expect(deputy.posts[0]?.withheld).toBeUndefined();
    const { delegations } = identity;
    const given = must(
      await delegations.give(
        as(chair),
        wanted(chair, deputy, { kind: 'signingFor', sectors: ['Hộ tịch'], lastOn: '2026-12-31' }),
      ),
    );
    expect((await officer('deputy')).posts[0]?.withheld).toBeUndefined();
    must(await delegations.accept(as(deputy), given));
    expect(await officer('deputy')).toMatchObject({
      posts: [{ withheld: ['dossiers.sign', 'dossiers.promise'] }],
      delegated: [{ delegation: { kind: 'signingFor', sectors: ['Hộ tịch'] } }],
    });
    expect((await officer('chair')).posts[0]?.withheld).toBeUndefined();
    must(await delegations.end(as(deputy), { ...given, reason: 'Chuyển lĩnh vực' }));
    const after = await officer('deputy');
    expect(after.delegated).toBeUndefined();
    expect(after.posts[0]?.withheld).toEqual(['dossiers.sign', 'dossiers.promise']);
  });

  it('is listed for both sides and the administrator, and for nobody else', async () => {
    const [chair, chief] = [await officer('chair'), await officer('chief')];
    const people = { chair, chief, stranger: await officer('stranger'), admin: await officer('admin') };
    const { delegations } = identity;
    const given = must(await delegations.give(as(people.chair), wanted(people.chair, people.chief)));
    const seen = async (who: keyof typeof people, whose: 'own' | 'all') => {
      const page = await delegations.list(as(people[who]), whose, undefined);
      if (!page.ok) return page.refusal.type;
      const row = page.value.items.find(({ delegationId }) => delegationId === given.delegationId);
      return row && [row.side, row.state, row.mayAnswer, row.mayEnd];
    };
    expect(await seen('chair', 'own')).toEqual(['principal', 'offered', false, true]);
    expect(await seen('chief', 'own')).toEqual(['delegate', 'offered', true, true]);
    expect(await seen('stranger', 'own')).toBeUndefined();
    expect(await seen('stranger', 'all')).toBe('identity.delegations-not-allowed');
    expect(await seen('admin', 'all')).toEqual(['other', 'offered', false, true]);
    expect(type(await delegations.end(as(people.stranger), { ...given, reason: 'Thử' }))).toBe(
      'identity.delegation-not-found',
    );
    expect(await delegations.pressing(as(people.chief))).toMatchObject([
      { delegationId: given.delegationId, mayAnswer: true },
    ]);
    const lendable = await delegations.lendable(as(people.chair));
    expect(lendable).toMatchObject([{ title: 'Chủ tịch', unit: expect.any(String) }]);
    expect(lendable[0]?.people.map(({ name, isDeputy }) => [name, isDeputy])).toEqual([
      ['Cán bộ chief', false],
      ['Cán bộ deputy', true],
      ['Cán bộ specialist', false],
    ]);
    must(await delegations.end(as(people.admin), { ...given, reason: 'Người nhận nghỉ việc' }));
  });

  it('ends for who leaves the agency', async () => {
    const [chair, chief] = [await officer('chair'), await officer('chief')];
    const given = must(await identity.delegations.give(as(chair), wanted(chair, chief)));
    must(await identity.delegations.accept(as(chief), given));
    expect((await officer('chief')).delegated).toHaveLength(1);
    await moveTo(chief, 'binh-minh');
    expect((await officer('chief')).delegated).toBeUndefined();
  });
});
