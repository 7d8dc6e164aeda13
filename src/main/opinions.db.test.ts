import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { anUploadedFile } from './testing/birth-draft.ts';
import { aPermit, publishPermitProcess } from './testing/permit-process.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

const at = (local: string) => new Date(`${local}+07:00`);
const now = at('2026-11-25T07:00:00');

/** More than one unit in one dossier: coordination, an opinion with its own time, a step of another agency. */
describe('several units in one dossier', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  const unit = (key: string) => world.product.modules.identity.units.byKey(key)?.id;
  let counter: OfficerActor;
  let main: OfficerActor;
  let social: OfficerActor;
  let builder: OfficerActor;
  let leader: OfficerActor;

  beforeAll(async () => {
    await publishPermitProcess(world, test);
    counter = await world.officer('tiepnhan.tanninh');
    main = await world.officer('kinhte.tanninh');
    social = await world.officer('xahoi.tanninh');
    builder = await world.officer('chuyenvien.soxaydung');
    leader = await world.officer('phochutich.tanninh');
  }, 60_000);

  const view = async (dossierId: string, actor: OfficerActor, when = now) =>
    must(await dossiers().queries.getOfficeDossier(world.as(actor, when), dossierId));
  const openStep = async (dossierId: string, when = now) =>
    (await view(dossierId, counter, when)).tasks.find(
      (task) => task.closedAt === undefined && task.kind !== 'opinion',
    )?.taskId;
  const forward = async (actor: OfficerActor, dossierId: string, when = now, more: object = {}) =>
    dossiers().commands.completeTask(world.as(actor, when), {
      taskId: await openStep(dossierId, when),
      outcome: 'forward',
      ...more,
    });
  const answer = (actor: OfficerActor, dossierId: string, opinionId: string | undefined, more: object = {}) =>
    dossiers().commands.answerOpinion(world.as(actor, now), {
      dossierId,
      opinionId,
      verdict: 'agree',
      answer: 'Thống nhất với hồ sơ',
      ...more,
    });

  /** A permit in its second step: the coordinating section has agreed. */
  async function afterCoordination() {
    const dossierId = await aPermit(world, counter, now);
    const [asked] = (await view(dossierId, main)).opinions;
    must(await answer(social, dossierId, asked?.opinionId));
    must(await forward(main, dossierId));
    return dossierId;
  }

  it('a coordinating unit has a task of its own; the main step waits for its answer and shows it', async () => {
    const dossierId = await aPermit(world, counter, now);
    const queue = must(await dossiers().queries.inbox(world.as(social, now), 'phoi-hop'));
    const own = queue.items.find((row) => row.dossierId === dossierId);
    expect(own).toMatchObject({ kind: 'opinion', stepName: 'Thẩm định' });
    expect(own?.dueAt).toBe(at('2026-11-26T17:00:00').toISOString());

    const seen = await view(dossierId, main);
    expect(seen.opinions).toMatchObject([{ kind: 'coordination', state: 'open', mandatory: true }]);
    expect(await forward(main, dossierId)).toMatchObject({
      refusal: {
        type: 'dossiers.opinion-missing',
        params: { units: expect.stringContaining('Văn hóa - Xã hội') },
      },
    });
    expect((await view(dossierId, social)).actions.map(({ action }) => action)).toEqual(['answerOpinion']);
    expect(await answer(main, dossierId, seen.opinions[0]?.opinionId)).toMatchObject({
      refusal: { type: 'dossiers.not-allowed' },
    });
    const fileIds = [await anUploadedFile(test, social)];
    const { taskId } = seen.opinions[0] ?? {};
    must(await dossiers().commands.attachResultFiles(world.as(social, now), { taskId, fileIds }));
    must(
      await answer(social, dossierId, seen.opinions[0]?.opinionId, {
        verdict: 'remarks',
        answer: 'Gần di tích, cần hạ chiều cao',
      }),
    );
    expect((await view(dossierId, main)).opinions).toMatchObject([
      { state: 'answered', verdict: 'remarks', answer: 'Gần di tích, cần hạ chiều cao', fileIds },
    ]);
    must(await forward(main, dossierId));
    const emptied = must(await dossiers().queries.inbox(world.as(social, now), 'phoi-hop'));
    expect(emptied.items.map((row) => row.dossierId)).not.toContain(dossierId);
  });

  const ask = async (dossierId: string, more: object = {}) =>
    dossiers().commands.askOpinion(world.as(main, now), {
      taskId: await openStep(dossierId),
      unitId: unit('so-xay-dung'),
      question: 'Thửa đất có thuộc hành lang quy hoạch không?',
      hours: 8,
      wait: false,
      ...more,
    });

  it('an opinion has a time of its own in the hours of whoever is asked, and the step goes on without it', async () => {
    const dossierId = await afterCoordination();
    must(await ask(dossierId));
    const asked = (await view(dossierId, main)).opinions.at(-1);
    expect(asked).toMatchObject({ kind: 'asked', state: 'open', mandatory: false, silenceConsents: true });
    expect(asked?.dueAt).toBe(at('2026-11-25T17:00:00').toISOString());
    expect(await ask(dossierId)).toMatchObject({ refusal: { type: 'dossiers.opinion-open' } });
    must(await forward(main, dossierId));
    expect((await view(dossierId, main)).opinions.at(-1)).toMatchObject({ state: 'withdrawn' });
    expect(await answer(builder, dossierId, asked?.opinionId)).toMatchObject({ ok: false });
  });

  it('a step that waits for it goes on with the answer, or by silence where the process says so', async () => {
    const dossierId = await afterCoordination();
    must(await ask(dossierId, { wait: true }));
    const resting = must(await dossiers().queries.inbox(world.as(main, now), 'phoi-hop'));
    expect(resting.items.map((row) => row.dossierId)).toContain(dossierId);
    const early = at('2026-11-25T16:59:00');
    expect(await forward(main, dossierId, early)).toMatchObject({
      refusal: { type: 'dossiers.opinion-missing' },
    });
    const silent = at('2026-11-25T17:00:00');
    expect((await view(dossierId, main, silent)).opinions.at(-1)).toMatchObject({ state: 'silence' });
    must(await forward(main, dossierId, silent));
    const after = await view(dossierId, main, silent);
    expect(after.opinions.at(-1)).toMatchObject({ state: 'silence' });
    expect(after.timeline.map(({ key }) => key)).toContain('opinionClosed');
  });

  it('silence is no consent where nothing says so: the answer stays missing', async () => {
    const dossierId = await aPermit(world, counter, now);
    const late = at('2026-12-24T08:00:00');
    expect((await view(dossierId, main, late)).opinions).toMatchObject([{ state: 'overdue' }]);
    expect(await forward(main, dossierId, late)).toMatchObject({
      refusal: { type: 'dossiers.opinion-missing' },
    });
  });

  it('of a unit outside this system is written down with the number of its letter by whoever asked', async () => {
    const dossierId = await afterCoordination();
    must(await ask(dossierId, { unitId: unit('thue-tinh-tay-ninh'), wait: true }));
    const opinionId = (await view(dossierId, main)).opinions.at(-1)?.opinionId;
    expect((await view(dossierId, main)).actions).toContainEqual(
      expect.objectContaining({ action: 'answerOpinion', requestId: opinionId }),
    );
    expect(await answer(main, dossierId, opinionId)).toMatchObject({
      refusal: { type: 'dossiers.opinion-document', fields: [{ pointer: '/document' }] },
    });
    must(await answer(main, dossierId, opinionId, { document: '45/CTTN-NVDTPC ngày 25/11/2026' }));
    must(await forward(main, dossierId));
  });

  it('is asked of no unit of its own, of none that is not there, and by nobody else', async () => {
    const dossierId = await afterCoordination();
    for (const unitId of [unit('phuong-tan-ninh/economy'), unit('huyen-go-dau')]) {
      expect(await ask(dossierId, { unitId })).toMatchObject({ refusal: { type: 'dossiers.opinion-unit' } });
    }
    const input = {
      taskId: await openStep(dossierId),
      unitId: unit('so-xay-dung'),
      question: 'Thửa đất có thuộc hành lang quy hoạch không?',
      hours: 8,
      wait: false,
    };
    expect(await dossiers().commands.askOpinion(world.as(social, now), input)).toMatchObject({
      refusal: { type: 'dossiers.not-allowed' },
    });
  });

  it('a step of another agency begins with its acceptance, runs by its own clock, and shows where the file is', async () => {
    const dossierId = await afterCoordination();
    must(await forward(main, dossierId));
    const handed = await view(dossierId, builder);
    expect(handed.tasks.at(-1)).toMatchObject({ acceptance: 'pending', unit: { name: 'Sở Xây dựng' } });
    expect(handed.actions.map(({ action }) => action)).toContain('acceptHandOver');
    expect(handed.actions.map(({ action }) => action)).not.toContain('forward');
    const asked = { code: handed.code, secondFact: '072188999099' };
    const open = must(await dossiers().queries.lookUp(world.as({ kind: 'anonymous' }, now), asked));
    expect(open.holder.name).toBe('Sở Xây dựng');
    expect(await forward(builder, dossierId)).toMatchObject({
      refusal: { type: 'dossiers.hand-over-not-accepted' },
    });
    const taken = at('2026-11-26T07:00:00');
    const accept = { taskId: await openStep(dossierId) };
    must(await dossiers().commands.acceptHandOver(world.as(builder, taken), accept));
    expect((await view(dossierId, builder, taken)).tasks.at(-1)).toMatchObject({
      acceptance: 'accepted',
      dueAt: at('2026-11-27T17:00:00').toISOString(),
    });
    expect(await dossiers().commands.acceptHandOver(world.as(builder, taken), accept)).toMatchObject({
      refusal: { type: 'dossiers.nothing-to-accept' },
    });
    // Three working hours of suspension: counted from the acceptance, not from the hand-over.
    const stop = { dossierId, ground: 'verification', document: '16/CV-SXD' };
    const { suspensionId } = must(
      await dossiers().commands.suspendClock(world.as(builder, at('2026-11-26T08:00:00')), stop),
    );
    const resumed = at('2026-11-26T11:00:00');
    must(await dossiers().commands.resumeClock(world.as(builder, resumed), { dossierId, suspensionId }));
    expect((await view(dossierId, builder, resumed)).tasks.at(-1)?.dueAt).toBe(
      at('2026-11-30T10:00:00').toISOString(),
    );
    must(await forward(builder, dossierId, resumed));
  });

  it('the other agency may return it with a reason instead', async () => {
    const dossierId = await afterCoordination();
    must(await forward(main, dossierId));
    const back = { outcome: 'back', note: 'Thiếu bản vẽ kết cấu' };
    must(await forward(builder, dossierId, now, back));
    const open = (await view(dossierId, main)).tasks.filter((task) => task.closedAt === undefined);
    expect(open.map(({ stepName }) => stepName)).toEqual(['Lấy ý kiến quy hoạch']);
  });

  it('a precondition that does not hold is named', async () => {
    const dossierId = await afterCoordination();
    must(await forward(main, dossierId));
    must(
      await dossiers().commands.acceptHandOver(world.as(builder, now), { taskId: await openStep(dossierId) }),
    );
    must(await forward(builder, dossierId));
    expect(await forward(leader, dossierId)).toMatchObject({
      refusal: { type: 'dossiers.unmet-result-file' },
    });
    const fileIds = [await anUploadedFile(test, leader)];
    const taskId = await openStep(dossierId);
    must(await dossiers().commands.attachResultFiles(world.as(leader, now), { taskId, fileIds }));
    must(await forward(leader, dossierId));
  });
});
