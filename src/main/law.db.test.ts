import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CitizenActor, OfficerActor } from '../kernel/actor.ts';
import { one } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { aBirthDraft } from './testing/birth-draft.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

const at = (local: string) => new Date(`${local}+07:00`);
const utc = (local: string) => at(local).toISOString();

/** What the calendar does to a dossier, by the clock on the wall of the counter. */
describe('the law on a calendar', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  const key = (name: string) => world.product.modules.identity.units.byKey(name)?.id;
  let mother: CitizenActor;
  let counter: OfficerActor;
  let control: OfficerActor;

  beforeAll(async () => {
    mother = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    counter = await world.officer('tiepnhan.tanninh');
    control = await world.officer('kiemsoat.tthc');
  }, 60_000);

  const paper = (name: string, compared = false) => ({
    key: name,
    receivedOriginals: compared ? 0 : 1,
    receivedCopies: 0,
    comparedWithOriginal: compared,
  });

  async function birthAtCounter(now: Date) {
    const walkIn = {
      procedureCode: '1.001193',
      caseKey: 'co-chung-sinh',
      caseAnswers: { 'chung-sinh': 'co', 'hoan-canh': 'binh-thuong', 'uy-quyen': 'khong' },
      competentUnitId: key('phuong-tan-ninh'),
      receivedUnitId: key('phuong-tan-ninh/one-stop'),
      owner: { name: 'Võ Thị Hạnh Nguyên', identityNumber: '072188999077' },
      components: [paper('to-khai'), paper('giay-chung-sinh'), paper('giay-to-tuy-than', true)],
    };
    return must(await dossiers().commands.registerWalkIn(world.as(counter, now), walkIn));
  }

  async function birthOnline(now: Date) {
    const submit = { draftId: await aBirthDraft(world, test, mother), expectedVersion: 3 };
    const submitted = must(await dossiers().commands.submitDraft(world.as(mother, now), submit));
    return must(await dossiers().queries.getMyDossier(world.as(mother, now), submitted.dossierId));
  }

  it.each([
    ['in the morning', '2026-11-27T08:00:00', '2026-11-27T17:00:00'],
    ['a minute after 15:00 on a Friday', '2026-11-27T15:01:00', '2026-11-30T17:00:00'],
    ['at 17:30', '2026-11-26T17:30:00', '2026-11-27T17:00:00'],
    ['on a Saturday', '2026-11-28T09:00:00', '2026-11-30T17:00:00'],
    ['on the first day of Tết', '2027-02-06T09:00:00', '2027-02-12T17:00:00'],
  ])('same-day procedures: what is accepted %s is promised by the rule', async (_, accepted, promised) => {
    expect((await birthAtCounter(at(accepted))).promisedAt).toBe(utc(promised));
  });

  it.each([
    ['in office hours', '2026-11-26T09:00:00', '2026-11-27T09:00:00'],
    ['at night', '2026-11-26T22:40:00', '2026-11-27T17:00:00'],
    ['on a Saturday', '2026-11-28T09:00:00', '2026-11-30T17:00:00'],
    ['on the first day of Tết', '2027-02-06T09:00:00', '2027-02-12T17:00:00'],
  ])('owes an online submission %s an answer within 8 working hours', async (_, submitted, answered) => {
    const dossier = await birthOnline(at(submitted));
    expect(dossier).toMatchObject({ nationalStatus: 1, answerDueAt: utc(answered) });
    expect(dossier.clock.promisedAt).toBeUndefined();
  });

  it('dates codes by the day in Vietnam and counts each day from 1', async () => {
    const codes = [];
    for (const now of ['2026-12-07T23:59:59', '2026-12-08T00:00:00', '2026-12-08T23:59:59'])
      codes.push((await birthOnline(at(now))).code);
    expect(codes).toEqual(['H53.25459-261207-0001', 'H53.25459-261208-0001', 'H53.25459-261208-0002']);
  });

  it('begins the register anew at the new year in Vietnam', async () => {
    const last = (await birthAtCounter(at('2026-12-31T23:59:59'))).registerSerial;
    const serials = [];
    for (const now of ['2027-01-01T00:00:00', '2027-01-04T08:00:00'])
      serials.push((await birthAtCounter(at(now))).registerSerial);
    expect(last).toBeGreaterThan(1);
    // 2027 already has the dossier accepted on the first day of Tết above.
    expect(serials).toEqual([2, 3]);
  });

  it('never calls a result late that waits for its people', async () => {
    const now = at('2026-12-10T08:00:00');
    const { dossierId } = await birthAtCounter(now);
    const result = { typeCode: 'KQ.G15.000031', book: '01/2026', issuedOn: '2026-12-10' };
    for (const [login, more] of [
      ['hotich.tanninh', {}],
      ['phochutich.tanninh', {}],
      ['vanthu.tanninh', { result }],
    ] as const) {
      const actor = await world.officer(login);
      const { tasks } = must(await dossiers().queries.getOfficeDossier(world.as(actor, now), dossierId));
      const taskId = tasks.find((task) => task.closedAt === undefined)?.taskId;
      const step = { taskId, outcome: 'forward', ...more };
      must(await dossiers().commands.completeTask(world.as(actor, now), step));
    }
    const month = at('2027-01-11T08:00:00');
    const waiting = must(await dossiers().queries.inbox(world.as(counter, month), 'cong-dan-chua-den-nhan'));
    expect(waiting.items.find((row) => row.dossierId === dossierId)).toMatchObject({ overdue: false });
    const seen = must(await dossiers().queries.getOfficeDossier(world.as(counter, month), dossierId));
    expect(seen).toMatchObject({ nationalStatus: 9 });
    expect(seen.clock.leftMinutes).toBeUndefined();
  });

  it('switches the procedure version at midnight between draft and submission', async () => {
    const draftId = await aBirthDraft(world, test, mother);
    await newVersionFrom('2026-12-15');
    const first = at('2026-12-15T00:00:00');
    expect(
      await dossiers().commands.submitDraft(world.as(mother, first), { draftId, expectedVersion: 3 }),
    ).toMatchObject({ refusal: { type: 'dossiers.draft-outdated' } });
    const second = must(await dossiers().commands.renewDraft(world.as(mother, first), { draftId }));
    const submit = { draftId, expectedVersion: second.version };
    must(await dossiers().commands.submitDraft(world.as(mother, first), submit));
    const eve = await birthOnline(at('2026-12-14T23:59:59'));
    expect(await versionNumbersOf(mother)).toMatchObject({ [eve.code]: 1 });
    expect(Object.values(await versionNumbersOf(mother))).toContain(2);
  });

  /** A decision of the week before puts another wording in force from the day. */
  async function newVersionFrom(day: string) {
    const now = at('2026-12-08T08:00:00');
    const writer = () => world.as(control, now);
    const { commands, queries } = world.product.modules.catalogue;
    const [current] = must(await queries.listVersions(writer(), '1.001193'));
    const from = { from: 'version', versionId: current?.versionId };
    const { draftId } = must(await commands.createDraft(writer(), from));
    const patch = [{ op: 'add', path: '/content/summary', value: 'Cách diễn đạt mới.' }];
    const { version } = must(await commands.saveDraft(writer(), { draftId, version: 1, patch }));
    const submitted = must(await commands.submitDraftForReview(writer(), { draftId, version }));
    const reviewer = world.as({ kind: 'system', task: 'test' }, now);
    must(await commands.approveDraft(reviewer, { draftId, version: submitted.version }));
    const decision = must(
      await commands.recordDecision(writer(), {
        kind: 'province',
        number: '3001/QĐ-UBND',
        decidedOn: '2026-12-07',
        agency: 'Chủ tịch UBND tỉnh',
        lines: [{ code: '1.001193', change: 'amended', draftId }],
      }),
    );
    const { effect } = must(await queries.effectOf(writer(), { decisionId: decision.decisionId, from: day }));
    must(await commands.publishDecision(writer(), { ...decision, from: day, effect }));
  }

  async function versionNumbersOf(citizen: CitizenActor): Promise<Readonly<Record<string, number>>> {
    const row = await one(
      test.owner,
      sql<{ numbers: Readonly<Record<string, number>> }>`
        select jsonb_object_agg(d.code, v.number) as numbers
        from dossiers.dossier d join catalogue.procedure_version v on v.version_id = d.procedure_version_id
        where d.submitter_account_id = ${citizen.accountId}`,
    );
    return row.numbers;
  }
});
