import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type DelegatedPost, type GrantReach, type OfficerActor, type Role, roles } from '../kernel/actor.ts';
import type { Id } from '../kernel/id.ts';
import type { Page } from '../kernel/page.ts';
import { plainDateOf } from '../kernel/plain-date.ts';
import type { Result } from '../kernel/result.ts';
import { permissionRule } from '../modules/identity/contract.ts';
import { one } from '../platform/database.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { useAuthorisationWorld } from './testing/authorisation-world.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

/**
 * Where a birth registration of phường Tân Ninh lies, and where an officer may sit: `true` where whoever reads in the units of
 * their post reads this dossier.
 */
const places: Readonly<Record<string, { readonly units: readonly string[]; readonly reads: boolean }>> = {
  'the counter that received it': { units: ['phuong-tan-ninh/one-stop'], reads: true },
  'the agency that decides': { units: ['phuong-tan-ninh'], reads: true },
  'the section that has its step': { units: ['phuong-tan-ninh/office'], reads: true },
  'a sibling section': { units: ['phuong-tan-ninh/economy'], reads: false },
  'a successor of the counter': { units: ['xa-tan-bien/one-stop', 'phuong-tan-ninh/one-stop'], reads: true },
  'the unit above': { units: ['tinh-tay-ninh'], reads: false },
  'another agency': { units: ['xa-tan-bien'], reads: false },
  'its counter': { units: ['xa-tan-bien/one-stop'], reads: false },
};

/** Every reading of dossiers by role × place and by what is given × scope; SQL and `can` must say the same. */
describe('who reads a dossier, by role, place and scope', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const all = useAuthorisationWorld(test, world);
  const queries = () => world.product.modules.dossiers.queries;
  let versionId: string;
  let sector: string;

  beforeAll(async () => {
    const row = await one(
      test.owner,
      sql<{ version: string; sector: string }>`
        select procedure_version_id as version, sector from dossiers.dossier where dossier_id = ${all.running.dossierId}`,
    );
    ({ version: versionId, sector } = row);
  });

  const unitId = (key: string): Id<'unit'> => {
    const unit = all.unitId(key);
    if (unit === undefined) throw new Error(`no unit ${key}`);
    return unit;
  };

  function officer(more: Partial<OfficerActor>): OfficerActor {
    const { accountId, personId } = all.officerAccount('otherSpecialist');
    return { kind: 'officer', accountId, personId, provedAt: morning, posts: [], grants: [], ...more };
  }

  function inPost(role: Role, units: readonly string[]): OfficerActor {
    const [own, ...before] = units.map(unitId);
    if (own === undefined) throw new Error('no place');
    const post = { postId: newUuidV7<'post'>(), unitId: own, role, unitScope: [own, ...before] };
    return officer({ posts: [post] });
  }

  function given(reach: GrantReach): OfficerActor {
    return officer({ grants: [{ grantId: newUuidV7<'grant'>(), permission: 'dossiers.read', reach }] });
  }

  /** Each way to see a dossier: its pages, lists, search and files. */
  async function readings(actor: OfficerActor): Promise<Readonly<Record<string, boolean>>> {
    const ctx = world.as(actor);
    const late = { ...ctx, now: new Date('2027-03-01T08:00:00+07:00') };
    const { dossierId, code, fileId } = all.running;
    const found = await queries().search(ctx, code);
    const named = await queries().search(ctx, 'my duyen');
    const isIt = (row: { readonly dossierId: string }) => row.dossierId === dossierId;
    return {
      page: (await queries().getOfficeDossier(ctx, dossierId)).ok,
      clock: (await queries().clockPage(ctx, dossierId)).ok,
      file: await queries().mayReadFile(ctx, fileId),
      why: await isExplained(actor),
      code: found.ok && found.value.some(isIt),
      name: named.ok && named.value.some(isIt),
      late: await isOnPages((cursor) => queries().lateDossiers(late, {}, { cursor })),
      version: await isOnPages((cursor) => queries().openUnderVersion(ctx, versionId, cursor)),
    };
  }

  /** The explanation agrees with what is shown, and tells whoever does not see it nothing of where it lies. */
  async function isExplained(actor: OfficerActor): Promise<boolean> {
    const told = await queries().explainAccess(world.as(actor), { code: all.running.code });
    if (!told.ok) throw new Error(told.refusal.type);
    const { rules, places, steps } = told.value;
    if (rules.length > 0) return places.length > 0;
    const unknown = await queries().explainAccess(world.as(actor), { code: 'H53.0-000000-0000' });
    expect(unknown).toMatchObject({ ok: true, value: { rules: [], places: [], reads: told.value.reads } });
    expect([...places, ...steps]).toEqual([]);
    return false;
  }

  async function isOnPages(
    read: (cursor: string | undefined) => Promise<Result<Page<{ readonly dossierId: string }>>>,
  ): Promise<boolean> {
    let cursor: string | undefined;
    do {
      const page = await read(cursor);
      if (!page.ok) return false;
      if (page.value.items.some((row) => row.dossierId === all.running.dossierId)) return true;
      cursor = page.value.next;
    } while (cursor !== undefined);
    return false;
  }

  const all7 = (sees: boolean) =>
    Object.fromEntries(
      ['page', 'clock', 'file', 'why', 'code', 'name', 'late', 'version'].map((way) => [way, sees]),
    );

  const cells = roles.flatMap((role) =>
    Object.entries(places).map(([place, { units, reads }]) => ({ role, place, units, reads })),
  );

  it.each(cells)('a $role in $place', async ({ role, units, reads }) => {
    const { inUnits = [], everywhere = [] } = permissionRule('dossiers.read');
    const sees = everywhere.includes(role) || (reads && inUnits.includes(role));
    expect(await readings(inPost(role, units))).toEqual(all7(sees));
  });

  const scopes: readonly (readonly [string, () => GrantReach, boolean])[] = [
    ['own units', () => inUnits('phuong-tan-ninh/office'), true],
    ['the unit that decides', () => inUnits('phuong-tan-ninh'), true],
    ['a sibling', () => inUnits('phuong-tan-ninh/economy'), false],
    ['another agency', () => inUnits('xa-tan-bien'), false],
    ['all below its agency', () => below('phuong-tan-ninh'), true],
    ['all below the province', () => below('tinh-tay-ninh'), true],
    ['all below another agency', () => below('xa-tan-bien'), false],
    ['its sector', () => ({ kind: 'sectors', sectors: [sector] }), true],
    ['another sector', () => ({ kind: 'sectors', sectors: ['Đất đai'] }), false],
    ['the jurisdiction', () => ({ kind: 'jurisdiction' }), true],
  ];

  it.each(scopes)('reading given over %s', async (_, reach, sees) => {
    expect(await readings(given(reach()))).toEqual(all7(sees));
  });

  const loans: readonly (readonly [
    string,
    () => Pick<DelegatedPost['delegation'], 'sectors' | 'procedures'>,
    boolean,
  ])[] = [
    ['its sector', () => ({ sectors: [sector], procedures: [] }), true],
    ['its procedure', () => ({ sectors: [], procedures: ['1.001193'] }), true],
    ['another sector', () => ({ sectors: ['Đất đai'], procedures: [] }), false],
  ];

  it.each(loans)('a power of its agency lent for %s', async (_, matters, sees) => {
    const ward = unitId('phuong-tan-ninh');
    const delegation = {
      delegationId: newUuidV7<'delegation'>(),
      kind: 'authorised',
      acts: ['work'],
      principalPersonId: newUuidV7<'person'>(),
      principalAccountIds: [],
      ...matters(),
    } as const;
    const post = { postId: newUuidV7<'post'>(), unitId: ward, role: 'leader', unitScope: [ward] } as const;
    const lent = officer({ delegated: [{ ...post, delegation }] });
    expect(await readings(lent)).toEqual(all7(sees));
  });

  it('an administrator asks for anybody and hears where it lies; nobody else does', async () => {
    const ask = (who: 'administrator' | 'leader', login: string) =>
      queries().explainAccess(world.as(all.people[who]), { code: all.running.code, login });
    const refused = { ok: false, refusal: { type: 'identity.powers-not-allowed' } };
    expect(await ask('leader', 'hotich.tanbien')).toMatchObject(refused);
    expect(await ask('administrator', 'khong.co')).toMatchObject({
      refusal: { type: 'identity.no-such-officer' },
    });
    const foreign = await ask('administrator', 'hotich.tanbien');
    expect(foreign).toMatchObject({ ok: true, value: { rules: [], steps: [{ verdict: 'role' }] } });
    expect(JSON.stringify(foreign)).toContain('Tân Ninh');
    expect(JSON.stringify(foreign)).not.toMatch(/Duyên|khai sinh/i);
    const own = await ask('administrator', 'hotich.tanninh');
    expect(own).toMatchObject({
      ok: true,
      value: { rules: [{ rule: 'post', place: 'step' }], steps: [{ verdict: 'may' }] },
    });
    const read = await one(
      test.owner,
      sql<{ times: number }>`
        select count(*) as times from platform.read where query = 'dossiers.explain-access'
          and actor_id = ${all.officerAccount('administrator').accountId}`,
    );
    expect(read.times).toBe(2);
  });

  it('reading given lets nothing be done', async () => {
    const actor = given({ kind: 'jurisdiction' });
    const { commands } = world.product.modules.dossiers;
    const { taskId, dossierId } = await all.anAccepted();
    for (const outcome of [
      await commands.takeUpTask(world.as(actor), { taskId }),
      await commands.completeTask(world.as(actor), { taskId, outcome: 'forward' }),
      await commands.stopDossier(world.as(actor), {
        dossierId,
        expectedVersion: 2,
        ground: 'law',
        reason: 'Không thuộc thẩm quyền giải quyết',
        money: 'Chưa thu phí',
        signerPostId: all.officerAccount('leader').posts[0]?.postId,
      }),
    ])
      expect(outcome).toMatchObject({ ok: false, refusal: { kind: 'forbidden' } });
    const view = await queries().getOfficeDossier(world.as(actor), dossierId);
    expect(view).toMatchObject({ ok: true, value: { actions: [] } });
  });

  it('giving work out, given over a section, is that of its head: the queue, the people, the act', async () => {
    const { commands } = world.product.modules.dossiers;
    const [actor, elsewhere] = ['phuong-tan-ninh/office', 'phuong-tan-ninh/economy'].map((key) =>
      officer({
        grants: [{ grantId: newUuidV7<'grant'>(), permission: 'dossiers.assign', reach: inUnits(key) }],
      }),
    );
    if (!actor || !elsewhere) throw new Error('two officers');
    const { taskId, dossierId } = await all.anAccepted();
    const input = { taskId, accountId: all.officerAccount('specialist').accountId };
    expect(await commands.assignTask(world.as(elsewhere), input)).toMatchObject({ ok: false });
    expect((await queries().ledUnits(world.as(actor))).map((unit) => unit.unitId)).toContain(
      unitId('phuong-tan-ninh/office'),
    );
    expect(await commands.assignTask(world.as(actor), input)).toMatchObject({ ok: true });
    expect(await queries().getOfficeDossier(world.as(actor), dossierId)).toMatchObject({ ok: false });
  });

  function inUnits(...keys: readonly string[]): GrantReach {
    return { kind: 'units', unitIds: keys.map(unitId) };
  }

  /** As a subtree is resolved: everything that stands below on the day. */
  function below(key: string): GrantReach {
    const { units } = world.product.modules.identity;
    const found = new Set([unitId(key)]);
    for (const parentId of found)
      for (const { id } of units.unitsOn(plainDateOf(morning), { parentId })) found.add(id);
    return { kind: 'units', unitIds: [...found] };
  }
});
