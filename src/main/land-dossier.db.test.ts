import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { one } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';

import { useSeededProduct } from './testing/seeded-product.ts';

const at = (local: string) => new Date(`${local}+07:00`);

/** A land transfer from any counter of the province through its tax wait to the new certificate. */
describe('a land dossier', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  const unit = (key: string) => world.product.modules.identity.units.byKey(key)?.id;
  let counter: Actor;
  let examiner: Actor;
  let head: Actor;
  let clerk: Actor;

  beforeAll(async () => {
    counter = await world.officer('tiepnhan.tanbien');
    examiner = await world.officer('vienchuc.datdai');
    head = await world.officer('giamdoc.datdai');
    clerk = await world.officer('vanthu.datdai');
  }, 60_000);

  const paper = (key: string) => ({
    key,
    receivedOriginals: 1,
    receivedCopies: 0,
    comparedWithOriginal: true,
  });

  /** Received at a commune's counter; the land registration office decides. */
  async function receive(now: Date) {
    return must(
      await dossiers().commands.registerWalkIn(world.as(counter, now), {
        procedureCode: '1.013831',
        caseKey: 'chuyen-nhuong',
        caseAnswers: { 'ly-do': 'chuyen-nhuong', 'the-chap': 'khong', 'dai-dien': 'khong' },
        competentUnitId: unit('van-phong-dang-ky-dat-dai'),
        receivedUnitId: unit('xa-tan-bien/one-stop'),
        owner: { name: 'Trịnh Văn Đất', identityNumber: '072188999088', phone: '0530000088' },
        components: ['don-mau-18', 'giay-chung-nhan', 'hop-dong', 'to-khai-thue'].map(paper),
      }),
    );
  }

  const view = async (dossierId: string, now: Date, actor = counter) =>
    must(await dossiers().queries.getOfficeDossier(world.as(actor, now), dossierId));

  async function openTask(dossierId: string, now: Date) {
    const { tasks } = await view(dossierId, now);
    return tasks.find((task) => task.closedAt === undefined && task.kind !== 'opinion')?.taskId;
  }

  async function complete(actor: Actor, dossierId: string, now: Date, more: object = {}) {
    const taskId = await openTask(dossierId, now);
    const step = { taskId, outcome: 'forward', ...more };
    return must(await dossiers().commands.completeTask(world.as(actor, now), step));
  }

  const notice = { name: 'Thông báo nộp lệ phí trước bạ', number: '1234/TB-CCT', on: '2026-12-04' };
  const proof = { name: 'Giấy nộp tiền vào ngân sách', number: '0056789', on: '2026-12-10' };

  /** Accepted on a Thursday, in its tax wait since the Friday after. */
  async function inTaxWait() {
    const received = await receive(at('2026-11-26T08:00:00'));
    await complete(examiner, received.dossierId, at('2026-11-26T15:00:00'));
    await complete(head, received.dossierId, at('2026-11-27T10:00:00'));
    return received;
  }

  it('travels from a commune counter through tax notice and payment to its result', async () => {
    const { dossierId, promisedAt, code } = await inTaxWait();
    expect(promisedAt).toBe(at('2026-12-08T17:00:00').toISOString());

    const waiting = await view(dossierId, at('2026-11-30T08:00:00'));
    expect(waiting).toMatchObject({
      nationalStatus: 6,
      waits: [{ name: expect.stringContaining('thông báo thuế'), overdue: false }],
    });
    // Five working days of the tax office's own, from Friday 27/11 on.
    expect(waiting.waits[0]?.dueAt).toBe(at('2026-12-04T17:00:00').toISOString());
    expect(waiting.clock).toMatchObject({
      promisedAt,
      suspendedSince: at('2026-11-27T10:00:00').toISOString(),
    });
    expect(waiting.clock.forecastAt).toBeUndefined();
    expect(waiting.actions.map(({ action }) => action)).toContain('receiveMessage');

    // It stands in the list of whoever goes on after it.
    const list = must(
      await dossiers().queries.inbox(world.as(examiner, at('2026-11-30T08:00:00')), 'cho-nghia-vu-tai-chinh'),
    );
    expect(list.items.map((row) => row.dossierId)).toContain(dossierId);

    const noticeAt = at('2026-12-04T14:00:00');
    const taskId = await openTask(dossierId, noticeAt);
    must(await dossiers().commands.receiveMessage(world.as(counter, noticeAt), { taskId, document: notice }));
    const paying = await view(dossierId, noticeAt);
    expect(paying).toMatchObject({
      nationalStatus: 6,
      waits: [{ name: expect.stringContaining('Nộp thuế') }],
    });
    expect(paying.waits[0]?.dueAt).toBe(at('2027-01-04T17:00:00').toISOString());

    const paidAt = at('2026-12-10T09:00:00');
    const paying2 = await openTask(dossierId, paidAt);
    must(
      await dossiers().commands.receiveMessage(world.as(counter, paidAt), {
        taskId: paying2,
        document: proof,
      }),
    );
    const running = await view(dossierId, paidAt);
    expect(running).toMatchObject({ nationalStatus: 4, waits: [] });
    // No day had counted: day one stood still at its end. The promise stands, the forecast is eight days from here.
    expect(running.clock.promisedAt).toBe(promisedAt);
    expect(running.clock.forecastAt).toBe(at('2026-12-21T17:00:00').toISOString());
    expect(running.clock.suspensions.map(({ from, to }) => [from, to])).toEqual([
      [at('2026-11-27T10:00:00').toISOString(), noticeAt.toISOString()],
      [noticeAt.toISOString(), paidAt.toISOString()],
    ]);

    await complete(examiner, dossierId, at('2026-12-14T09:00:00'));
    await complete(head, dossierId, at('2026-12-15T09:00:00'));
    await complete(clerk, dossierId, at('2026-12-16T09:00:00'), {
      result: { typeCode: 'KQ.G10.001147', book: '01/2026', issuedOn: '2026-12-16' },
    });
    await complete(counter, dossierId, at('2026-12-17T09:00:00'), { handedTo: 'Trịnh Văn Đất' });
    expect(await view(dossierId, at('2026-12-17T10:00:00'))).toMatchObject({ code, nationalStatus: 10 });
  });

  it('shows the citizen who is awaited, since when, and what to do', async () => {
    const { code } = await inTaxWait();
    const asked = { code, secondFact: '072188999088' };
    const seen = must(
      await dossiers().queries.lookUp(world.as({ kind: 'anonymous' }, at('2026-11-30T08:00:00')), asked),
    );
    expect(seen).toMatchObject({
      nationalStatus: 6,
      waits: [
        {
          since: at('2026-11-27T10:00:00').toISOString(),
          citizenText: expect.stringContaining('chưa phải làm gì'),
        },
      ],
    });
    expect(seen.timeline.map(({ key }) => key)).toContain('citizen.waitOpened');
  });

  it('is brought on by the system where an exchange tells it, and by nobody else', async () => {
    const { dossierId } = await inTaxWait();
    const now = at('2026-12-04T14:00:00');
    const taskId = await openTask(dossierId, now);
    for (const login of ['hotich.tanninh', 'kiemsoat.tthc', 'vanthu.datdai']) {
      const stranger = world.as(await world.officer(login), now);
      expect(await dossiers().commands.receiveMessage(stranger, { taskId, document: notice })).toMatchObject({
        refusal: { type: 'dossiers.not-allowed' },
      });
    }
    const system = world.as({ kind: 'system', task: 'exchange.tax' }, now);
    must(await dossiers().commands.receiveMessage(system, { taskId, document: notice }));
    expect((await view(dossierId, now)).waits).toHaveLength(1);
  });

  it('refuses a document of tomorrow, a step that is no wait, and completing a wait like a step', async () => {
    const { dossierId } = await inTaxWait();
    const now = at('2026-12-04T14:00:00');
    const taskId = await openTask(dossierId, now);
    const tomorrow = { taskId, document: { ...notice, on: '2026-12-05' } };
    expect(await dossiers().commands.receiveMessage(world.as(counter, now), tomorrow)).toMatchObject({
      refusal: { type: 'dossiers.document-in-future', fields: [{ pointer: '/document/on' }] },
    });
    expect(
      await dossiers().commands.completeTask(world.as(examiner, now), { taskId, outcome: 'forward' }),
    ).toMatchObject({ refusal: { type: 'dossiers.not-a-step' } });
    const done = (await view(dossierId, now)).tasks.find(({ kind }) => kind === 'work')?.taskId;
    expect(
      await dossiers().commands.receiveMessage(world.as(counter, now), { taskId: done, document: notice }),
    ).toMatchObject({ refusal: { type: 'dossiers.not-a-wait' } });
  });

  it('takes the notice once, however often and by however many it is sent', async () => {
    const { dossierId } = await inTaxWait();
    const now = at('2026-12-04T14:00:00');
    const input = { taskId: await openTask(dossierId, now), document: notice };
    const again = world.as(counter, now);
    must(await dossiers().commands.receiveMessage(again, input));
    must(await dossiers().commands.receiveMessage(again, input));
    expect(await dossiers().commands.receiveMessage(world.as(head, now), input)).toMatchObject({
      refusal: { type: 'dossiers.task-already-done' },
    });

    const next = { taskId: await openTask(dossierId, now), document: proof };
    const later = at('2026-12-10T09:00:00');
    const both = await Promise.all([
      dossiers().commands.receiveMessage(world.as(counter, later), next),
      dossiers().commands.receiveMessage(world.as(examiner, later), next),
    ]);
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    const counted = await one(
      test.owner,
      sql<{ messages: number; open: number }>`
        select (
          select count(*)::int from platform.event
          where stream_id = ${dossierId} and type = 'dossiers.messageReceived'
        ) as messages, (
          select count(*)::int from dossiers.suspension where dossier_id = ${dossierId} and to_at is null
        ) as open`,
    );
    expect(counted).toEqual({ messages: 2, open: 0 });
  });

  it('can be sent back behind its wait: the clock runs again', async () => {
    const { dossierId } = await inTaxWait();
    const now = at('2026-12-10T09:00:00');
    for (const document of [notice, proof]) {
      const taskId = await openTask(dossierId, now);
      must(await dossiers().commands.receiveMessage(world.as(counter, now), { taskId, document }));
    }
    await complete(examiner, dossierId, now, {
      outcome: 'back',
      backTo: 'phieu-chuyen-thong-tin',
      note: 'Sai diện tích',
    });
    await complete(head, dossierId, now);
    expect(await view(dossierId, now)).toMatchObject({ nationalStatus: 6 });
  });
});
