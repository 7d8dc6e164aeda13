import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, OfficerActor, Role } from '../kernel/actor.ts';
import type { CommandContext } from '../kernel/context.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Identity } from '../modules/identity/public.ts';
import {
  aTestIdentity,
  forgetUsedCodes,
  proveByDemoCode,
  smallProvince,
} from '../modules/identity/testing/test-identity.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { aReorganisation } from './testing/reorganise.ts';

const at = (day: string) => new Date(`${day}T08:00:00+07:00`);
const origin = { ip: '10.1.1.1', userAgent: 'test' };
const password = 'mật khẩu thử nghiệm';
const day = (text: string) => text as PlainDate;
const withheld = ['dossiers.sign', 'dossiers.promise'];

/** The chairman has assigned civil status to one deputy until the end of the year; the other has nothing. */
describe('a head who has divided the fields among deputies', () => {
  const test = useTestDatabase();
  let identity: Identity;
  let chair: OfficerActor;
  let deputy: OfficerActor;

  beforeAll(async () => {
    identity = aTestIdentity(test);
    await identity.loadUnits(smallProvince.units, smallProvince.successions, at('2026-11-23'));
    const person = (login: string, unitKey: string, role: Role, signatureLines: string[]) => ({
      login,
      name: `Cán bộ ${login}`,
      posts: [{ unitKey, role, title: 'Lãnh đạo', signatureLines, from: day('2025-07-01') }],
    });
    const officers = [
      person('chair', 'tan-ninh', 'leader', ['CHỦ TỊCH']),
      person('deputy', 'tan-ninh', 'leader', ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']),
      person('deputy2', 'tan-ninh', 'leader', ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']),
      person('elsewhere', 'binh-minh', 'leader', ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']),
      person('admin', 'tay-ninh', 'administrator', []),
    ];
    must(await identity.seedDemoPeople(officers, password, at('2026-11-23')));
    chair = await officer('chair', '2026-11-23');
    deputy = await officer('deputy', '2026-11-23');
    await assign({ sectors: ['Hộ tịch'] }, '2026-11-23');
  });

  async function officer(login: string, on: string): Promise<OfficerActor> {
    const { token } = must(await identity.signInOfficer({ login, password }, at(on), origin));
    await forgetUsedCodes(test.owner, test.jurisdiction);
    await proveByDemoCode(identity, login, { token, now: at(on), origin });
    const { actor } = await identity.resolveSession(token, at(on));
    if (actor.kind !== 'officer') throw new Error(`${login} is ${actor.kind}`);
    return actor;
  }

  const as = (actor: Actor, on: string): CommandContext => ({
    jurisdiction: test.jurisdiction,
    actor: actor.kind === 'officer' ? { ...actor, provedAt: at(on) } : actor,
    now: at(on),
    origin,
    requestId: newUuidV7(),
  });

  async function assign(more: object, on: string, to = deputy) {
    const given = must(
      await identity.delegations.give(as(await officer('chair', on), on), {
        kind: 'signingFor',
        principalPostId: (await officer('chair', on)).posts[0]?.postId,
        delegatePersonId: to.personId,
        decisionNumber: '15/TB-UBND',
        decisionOn: '2026-11-20',
        fromOn: on,
        lastOn: '2026-12-31',
        acts: ['result'],
        ...more,
      }),
    );
    must(await identity.delegations.accept(as(to, on), given));
  }

  const ward = () => identity.units.byKey('tan-ninh')?.id;
  const losing = (on: string) => identity.delegations.unitsLosingDeputies(test.db, day(on));

  it('is told a fortnight before the last assignment runs out, and every night until there is another', async () => {
    expect(await losing('2026-12-17')).toEqual([]);
    expect(await losing('2026-12-18')).toEqual([ward()]);
    expect(await losing('2027-02-01')).toEqual([ward()]);
  });

  it('a lapsed assignment widens nobody’s power: the deputies sign nothing until the head assigns again', async () => {
    expect((await officer('deputy', '2026-12-31')).delegated).toHaveLength(1);
    const after = await officer('deputy', '2027-01-01');
    expect([after.posts[0]?.withheld, after.delegated]).toEqual([withheld, undefined]);
    expect((await officer('deputy2', '2027-01-01')).posts[0]?.withheld).toEqual(withheld);
    expect((await officer('elsewhere', '2027-01-01')).posts[0]?.withheld).toBeUndefined();
    await assign({ lastOn: '2027-12-31' }, '2027-01-01');
    expect(await losing('2027-01-02')).toEqual([]);
  });

  it('stays divided in the unit that takes over: no deputy of one field wakes up signing everything', async () => {
    const administrator = await officer('admin', '2026-11-26');
    const plan = aReorganisation(identity, () => as(administrator, '2026-11-26'));
    await plan.begin('2026-12-01');
    const names = { name: 'Ủy ban nhân dân phường Mới', shortName: 'Phường Mới' };
    const unitId = ward();
    if (!unitId) throw new Error('no ward');
    const successor = await plan.addLike(unitId, names, '2026-11-30');
    must(await plan.edit({ edit: 'end', unitId, successors: [{ unitId: successor }], withParts: true }));
    expect((await plan.view()).endingPowers).toMatchObject([
      { kind: 'signingFor', principal: 'Cán bộ chair', delegate: 'Cán bộ deputy', lastOn: '2026-12-31' },
      { kind: 'signingFor', principal: 'Cán bộ chair', delegate: 'Cán bộ deputy', lastOn: '2027-12-31' },
    ]);
    must(await plan.carryOut());
    expect((await officer('deputy', '2026-11-30')).delegated).toHaveLength(1);
    expect((await officer('deputy', '2026-12-01')).delegated).toBeUndefined();
    for (const login of ['deputy', 'deputy2'])
      expect((await officer(login, '2026-12-01')).posts).toMatchObject([{ unitId: successor, withheld }]);
    const matter = { act: 'result', sector: 'Đất đai', procedure: '1.001193' } as const;
    const signers = await identity.delegations.signers(
      test.db,
      successor,
      'leader',
      matter,
      day('2026-12-01'),
    );
    expect(signers.map(({ personId }) => personId)).toEqual([chair.personId]);
    expect(await losing('2026-12-01')).toEqual([successor]);
  });
});
