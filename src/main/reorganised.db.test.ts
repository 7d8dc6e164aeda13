import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CitizenActor, OfficerActor } from '../kernel/actor.ts';
import { many, one } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { aBirthDraft } from './testing/birth-draft.ts';
import { aMaritalStatusDossier } from './testing/marital-status.ts';
import { gapsOf } from './testing/number-series.ts';
import { aReorganisation } from './testing/reorganise.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

/** The day before and the first day of the new ward; both are working days. */
const before = new Date('2026-11-30T09:00:00+07:00');
const after = new Date('2026-12-01T09:00:00+07:00');

describe('a dossier whose commune is reorganised between submission and acceptance', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  const key = (name: string) => world.product.modules.identity.units.byKey(name)?.id;
  let mother: CitizenActor;
  let counter: OfficerActor;
  let dossierId: string;
  let lateDraftId: string;
  /** Accepted by the old ward, promised for three working days: Thursday 03/12. */
  let accepted: string;

  const officer = (login: string) => world.officer(login, after);

  beforeAll(async () => {
    mother = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    const submit = { draftId: await aBirthDraft(world, test, mother), expectedVersion: 3 };
    ({ dossierId } = must(await dossiers().commands.submitDraft(world.as(mother, before), submit)));
    lateDraftId = await aBirthDraft(world, test, mother);
    accepted = await aMaritalStatusDossier(world, await world.officer('tiepnhan.tanninh', before), before);
    await ownCalendar();
    await ownCodes();
    await standIn();
    await prepared();
    counter = await officer('tiepnhan.tanninh');
  }, 60_000);

  /** Decided while the old ward still works: phường Tân Ninh with all its parts is succeeded by one new ward. */
  async function prepared() {
    const administrator = await world.officer('quantri', before);
    const plan = aReorganisation(world.product.modules.identity, () => world.as(administrator, before));
    const old = key('phuong-tan-ninh');
    if (!old) throw new Error('no ward');
    await plan.begin('2026-12-01');
    const names = { name: 'Ủy ban nhân dân phường Mới', shortName: 'Phường Mới', officeHours: 'phuong-moi' };
    // Which commune an address names is told by its statistics code: the new ward carries on that of the old one.
    const codes = { gsoCode: world.product.modules.identity.units.byKey('phuong-tan-ninh')?.gsoCode ?? '' };
    const ward = await plan.addLike(old, { ...names, ...codes }, '2026-11-30');
    must(await plan.edit({ edit: 'end', unitId: old, successors: [{ unitId: ward }], withParts: true }));
    must(await plan.carryOut());
    // Until midnight everything is as it was.
    expect((await world.officer('tiepnhan.tanninh', before)).posts.map((post) => post.unitId)).toEqual([
      key('phuong-tan-ninh/one-stop'),
    ]);
  }

  /** The old ward writes its codes in a form of its own. */
  const ownCodes = () =>
    sql`
      insert into dossiers.code_pattern (jurisdiction, unit_id, valid_from, pattern, source, certainty)
      values (${test.jurisdiction}, ${key('phuong-tan-ninh')}, '2026-11-30', 'TN.{unit}-{yyMMdd}-{serial:5}', 'QĐ 9', 'official')
    `.execute(test.owner);

  /** From the last day of the old ward on, its specialist is away and a colleague does the work. */
  async function standIn() {
    const head = world.as(await world.officer('chutich.tanninh', before), before);
    const absent = world.as(await world.officer('hotich.tanninh', before), before);
    const { tasks } = must(await dossiers().queries.getOfficeDossier(absent, accepted));
    must(
      await dossiers().commands.takeUpTask(absent, { taskId: tasks.find((task) => !task.closedAt)?.taskId }),
    );
    must(
      await dossiers().commands.substitute(head, {
        unitId: key('phuong-tan-ninh/office'),
        absentAccountId: (await world.officer('hotich.tanninh', before)).accountId,
        substituteAccountId: (await world.officer('kinhte.tanninh', before)).accountId,
        fromOn: '2026-11-30',
        lastOn: '2026-12-04',
        reason: 'Nghỉ phép',
      }),
    );
  }

  /** The new ward works by a calendar of its own, in which Wednesday 02/12 is a day off. */
  async function ownCalendar() {
    const control = await world.officer('kiemsoat.tthc', before);
    const { process } = world.product.modules;
    const [shipped] = must(await process.calendarHistory(world.as(control, before), 'tay-ninh'));
    if (!shipped) throw new Error('no calendar');
    must(
      await dossiers().commands.changeCalendar(world.as(control, before), {
        calendar: 'phuong-moi',
        expectedVersion: 0,
        note: 'Lịch riêng của phường mới',
        definition: { ...shipped.definition, off: [...shipped.definition.off, { date: '2026-12-02' }] },
      }),
    );
  }

  it('keeps a promise made before; stops and forecasts go on by the calendar of the successor', async () => {
    const specialist = await officer('hotich.tanninh');
    const at = (text: string) => world.as(specialist, new Date(`${text}:00+07:00`));
    const { commands, queries } = dossiers();
    const stop = { dossierId: accepted, ground: 'verification', document: '15/CV-UBND' };
    const { suspensionId } = must(await commands.suspendClock(at('2026-12-01T10:00'), stop));
    const stopped = must(await queries.getOfficeDossier(at('2026-12-01T11:00'), accepted));
    expect(stopped.clock.remaining).toEqual({ unit: 'working-days', amount: 3 });
    must(await commands.resumeClock(at('2026-12-01T14:00'), { dossierId: accepted, suspensionId }));
    const { clock } = must(await queries.getOfficeDossier(at('2026-12-01T15:00'), accepted));
    expect(clock.promisedAt).toBe('2026-12-03T10:00:00.000Z');
    expect(clock.forecastAt).toBe('2026-12-04T10:00:00.000Z');
  });

  it('codes go on in the form of the unit it goes on from, from one again and without a gap', async () => {
    const clerk = await officer('tiepnhan.tanninh');
    for (const _ of [1, 2]) await aMaritalStatusDossier(world, clerk, after, 'phuong-moi');
    const codes = await many(
      test.owner,
      sql<{ code: string }>`
        select code from dossiers.dossier where competent_unit_id = ${key('phuong-moi')} order by code`,
    );
    expect(codes.map(({ code }) => code)).toEqual(['TN.25459-261201-00001', 'TN.25459-261201-00002']);
  });

  it('whoever stands in for somebody of the old ward goes on doing so in the new one', async () => {
    const colleague = await officer('kinhte.tanninh');
    const standing = must(await dossiers().queries.getOfficeDossier(world.as(colleague, after), accepted));
    expect(standing.actions.map(({ action }) => action)).toContain('forward');
  });

  it('is seen by the officers of the successor, and by no other commune', async () => {
    expect(counter.posts.map((post) => post.unitId)).toEqual([key('phuong-moi/one-stop')]);
    const waiting = must(await dossiers().queries.inbox(world.as(counter, after), 'cho-tiep-nhan'));
    expect(waiting.items.map((row) => row.dossierId)).toContain(dossierId);
    const stranger = await officer('tiepnhan.tanbien');
    expect(await dossiers().queries.getOfficeDossier(world.as(stranger, after), dossierId)).toMatchObject({
      refusal: { type: 'dossiers.not-found' },
    });
  });

  it('tells its people whose door to call at now', async () => {
    const seen = must(await dossiers().queries.getMyDossier(world.as(mother, after), dossierId));
    expect(seen.holder.unitId).toBe(key('phuong-moi/one-stop'));
    expect(seen.returnAt.unitId).toBe(key('phuong-moi/one-stop'));
  });

  it('is accepted into the register of the successor and goes on there', async () => {
    const seen = must(await dossiers().queries.getOfficeDossier(world.as(counter, after), dossierId));
    must(
      await dossiers().commands.acceptDossier(world.as(counter, after), {
        dossierId,
        expectedVersion: seen.version,
        components: [
          { key: 'giay-chung-sinh', receivedOriginals: 1, receivedCopies: 0, comparedWithOriginal: true },
        ],
      }),
    );
    const row = await one(
      test.owner,
      sql<{ register: string; received: string }>`
        select register_unit_id as register, received_unit_id as received from dossiers.dossier
        where dossier_id = ${dossierId}`,
    );
    expect(row).toEqual({ register: key('phuong-moi/one-stop'), received: key('phuong-tan-ninh/one-stop') });
    for (const login of ['hotich.tanninh', 'phochutich.tanninh']) await completeOpenStep(login);
    await completeOpenStep('vanthu.tanninh', {
      result: { typeCode: 'KQ.G15.000031', book: '01/2026', issuedOn: '2026-12-01' },
    });
    const results = await many(
      test.owner,
      sql<{ unit: string }>`select unit_id as unit from documents.result where subject_id = ${dossierId}`,
    );
    expect(results).toEqual([{ unit: key('phuong-moi') }]);
    await completeOpenStep('tiepnhan.tanninh');
  });

  async function completeOpenStep(login: string, more: object = {}) {
    const actor = await officer(login);
    const seen = must(await dossiers().queries.getOfficeDossier(world.as(actor, after), dossierId));
    const open = seen.tasks.find((task) => task.closedAt === undefined);
    const step = { taskId: open?.taskId, outcome: 'forward', ...more };
    must(await dossiers().commands.completeTask(world.as(actor, after), step));
  }

  it('lets a draft for the old commune be moved to the new one and handed in', async () => {
    const mine = () => world.as(mother, after);
    expect(must(await dossiers().queries.getDraft(mine(), lateDraftId)).outdated).toBe(true);
    expect(
      await dossiers().commands.submitDraft(mine(), { draftId: lateDraftId, expectedVersion: 3 }),
    ).toMatchObject({ refusal: { type: 'dossiers.draft-outdated' } });
    const { version } = must(await dossiers().commands.renewDraft(mine(), { draftId: lateDraftId }));
    expect(must(await dossiers().queries.getDraft(mine(), lateDraftId))).toMatchObject({
      outdated: false,
      competentUnit: { unitId: key('phuong-moi') },
    });
    const submit = { draftId: lateDraftId, expectedVersion: version };
    must(await dossiers().commands.submitDraft(mine(), submit));
  });

  it('no register and no day’s codes have a gap, before or after', async () => {
    const { series, gaps } = await gapsOf(test);
    expect(gaps).toEqual([]);
    expect(series).toBeGreaterThanOrEqual(4);
  });
});
