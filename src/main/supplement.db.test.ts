import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CitizenActor, OfficerActor } from '../kernel/actor.ts';
import { one } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { anUploadedFile } from './testing/birth-draft.ts';
import { birthPapers } from './testing/dossier-samples.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { asked, later, supplementPeople, supplementSamples } from './testing/supplement-samples.ts';

const at = (local: string) => new Date(`${local}+07:00`);

/** Asking for what is missing: once, whole, only from the published list; and getting it back. */
describe('a request for supplement', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  let people: Awaited<ReturnType<typeof supplementPeople>>;
  let mother: CitizenActor;
  let counter: OfficerActor;
  let specialist: OfficerActor;

  beforeAll(async () => {
    people = await supplementPeople(world);
    ({ mother, counter, specialist } = people);
  }, 60_000);

  const samples = supplementSamples(world, test, () => people);
  const { item, officeView, submitted, accepted, ask, askedInAppraisal, give } = samples;

  it('before acceptance: status 5, nothing runs, the office answers anew when it comes back', async () => {
    const { dossierId, taskId } = await submitted();
    const { requestId } = must(
      await dossiers().commands.requestSupplement(
        world.as(counter, asked),
        ask(taskId, { signerPostId: undefined }),
      ),
    );
    const waiting = await officeView(dossierId, counter);
    expect(waiting).toMatchObject({
      phase: 'submitted',
      nationalStatus: 5,
      supplements: [
        { stage: 'intake', ordinal: 1, items: [{ key: 'giay-chung-sinh', reason: item.reason }] },
      ],
    });
    expect(waiting.clock.suspensions).toEqual([]);
    expect(waiting.actions.map(({ action }) => action)).not.toContain('accept');
    expect(waiting.timeline.map(({ key }) => key)).toContain('intakeSupplementRequested');
    const accept = { dossierId, expectedVersion: waiting.version, components: birthPapers };
    expect(await dossiers().commands.acceptDossier(world.as(counter, asked), accept)).toMatchObject({
      refusal: { type: 'dossiers.supplement-open' },
    });

    await give(dossierId, requestId);
    must(await dossiers().commands.answerSupplement(world.as(mother, later), { dossierId, requestId }));
    const back = await officeView(dossierId, counter, later);
    expect(back).toMatchObject({ nationalStatus: 1, answerDueAt: at('2026-11-30T09:00:00').toISOString() });
    expect(back.tasks[0]?.dueAt).toBe(back.answerDueAt);
    must(
      await dossiers().commands.acceptDossier(world.as(counter, later), {
        ...accept,
        expectedVersion: back.version,
      }),
    );
  });

  it('during appraisal: the clock stands, the citizen answers, the same step goes on, the promise stays', async () => {
    const { dossierId, taskId, requestId } = await askedInAppraisal();
    const waiting = await officeView(dossierId, specialist);
    expect(waiting).toMatchObject({ nationalStatus: 5, supplements: [{ stage: 'appraisal', number: '1' }] });
    expect(waiting.clock.suspendedSince).toBe(asked.toISOString());
    const { promisedAt } = waiting.clock;
    expect(waiting.actions.map(({ action }) => action).sort()).toEqual([
      'receiveSupplement',
      'stop',
      'withdrawSupplement',
    ]);
    expect(
      await dossiers().commands.completeTask(world.as(specialist, asked), { taskId, outcome: 'forward' }),
    ).toMatchObject({ refusal: { type: 'dossiers.supplement-open' } });

    const mine = must(await dossiers().queries.getMyDossier(world.as(mother, later), dossierId));
    expect(mine.supplement).toMatchObject({
      requestId,
      answerBy: '2026-12-04',
      items: [{ name: 'Giấy chứng sinh' }],
    });
    expect(
      await dossiers().commands.answerSupplement(world.as(mother, later), { dossierId, requestId }),
    ).toMatchObject({
      refusal: {
        type: 'dossiers.supplement-unanswered',
        fields: [{ pointer: '/items/giay-chung-sinh', params: { name: 'Giấy chứng sinh' } }],
      },
    });
    const fileId = await give(dossierId, requestId);
    must(await dossiers().commands.answerSupplement(world.as(mother, later), { dossierId, requestId }));

    const back = await officeView(dossierId, specialist, later);
    expect(back.nationalStatus).toBe(4);
    expect(back.clock.promisedAt).toBe(promisedAt);
    expect(back.clock.suspendedSince).toBeUndefined();
    expect(back.supplements).toMatchObject([{ closedAs: 'online', closedAt: later.toISOString() }]);
    expect(back.components.find(({ key }) => key === 'giay-chung-sinh')?.fileIds).toContain(fileId);
    const open = back.tasks.filter((task) => task.closedAt === undefined);
    expect(open.map((task) => task.taskId)).toEqual([taskId]);
    must(await dossiers().commands.completeTask(world.as(specialist, later), { taskId, outcome: 'forward' }));
  });

  it('may be answered with words where a paper cannot be had', async () => {
    const { dossierId, requestId } = await askedInAppraisal();
    const note = 'Bệnh viện đã ngừng hoạt động, không cấp lại được';
    must(await dossiers().commands.answerSupplement(world.as(mother, later), { dossierId, requestId, note }));
    expect((await officeView(dossierId, specialist, later)).supplements).toMatchObject([
      { answerNote: note },
    ]);
  });

  it('is received over the counter, every paper or a word why not, none that was not asked for', async () => {
    const { dossierId, requestId } = await askedInAppraisal();
    const send = (components: readonly object[], note?: string) =>
      dossiers().commands.receiveSupplement(world.as(counter, later), {
        dossierId,
        requestId,
        components,
        ...(note !== undefined && { note }),
      });
    expect(await send([])).toMatchObject({ refusal: { type: 'dossiers.supplement-unanswered' } });
    const other = { key: 'to-khai', receivedOriginals: 1, receivedCopies: 0, comparedWithOriginal: false };
    expect(await send([other])).toMatchObject({ refusal: { type: 'dossiers.component-not-listed' } });
    must(await send([{ ...other, key: 'giay-chung-sinh' }]));
    expect((await officeView(dossierId, counter, later)).supplements).toMatchObject([
      { closedAs: 'counter' },
    ]);
  });

  it.each([
    ['a paper that is not listed', { items: [{ ...item, componentKey: 'so-ho-khau' }] }],
    ['a paper in words', { items: [], unlisted: 'Sổ hộ khẩu' }],
  ])('for %s is impossible, counted once, and nothing else happens', async (_, wanted) => {
    const { dossierId, taskId } = await accepted();
    const { version } = await officeView(dossierId, specialist);
    const again = world.as(specialist, asked);
    for (let sent = 0; sent < 2; sent += 1) {
      expect(await dossiers().commands.requestSupplement(again, ask(taskId, wanted))).toMatchObject({
        refusal: { type: 'dossiers.component-not-listed', fields: [{ pointer: '/unlisted' }] },
      });
    }
    const after = await officeView(dossierId, specialist);
    expect(after).toMatchObject({ nationalStatus: 2, supplements: [], version: version + 1 });
    expect(after.timeline.filter(({ key }) => key === 'supplementRefused')).toHaveLength(1);
    const mine = must(await dossiers().queries.getMyDossier(world.as(mother, later), dossierId));
    expect(mine.timeline.some(({ key }) => key.includes('supplement'))).toBe(false);
  });

  it('counts no attempt of somebody who may not ask', async () => {
    const { dossierId, taskId } = await accepted();
    const stranger = world.as(await world.officer('hotich.tanbien'), asked);
    const wanted = ask(taskId, { unlisted: 'Sổ hộ khẩu' });
    expect(await dossiers().commands.requestSupplement(stranger, wanted)).toMatchObject({
      refusal: { type: 'dossiers.not-allowed' },
    });
    expect((await officeView(dossierId, specialist)).timeline.map(({ key }) => key)).not.toContain(
      'supplementRefused',
    );
  });

  it('goes out once where one is lawful; a second during appraisal is refused and not offered', async () => {
    const { dossierId, taskId, requestId } = await askedInAppraisal();
    const second = () => dossiers().commands.requestSupplement(world.as(specialist, later), ask(taskId));
    expect(await second()).toMatchObject({ refusal: { type: 'dossiers.supplement-open' } });
    must(
      await dossiers().commands.answerSupplement(world.as(mother, later), {
        dossierId,
        requestId,
        note: 'Đã nộp bản rõ tại quầy',
      }),
    );
    expect(await second()).toMatchObject({
      refusal: { type: 'dossiers.supplement-limit', params: { lawful: 1 } },
    });
    const { actions } = await officeView(dossierId, specialist, later);
    expect(actions.map(({ action }) => action)).not.toContain('supplement');
  });

  it('may be taken back until its citizen has seen it, and then does not count', async () => {
    const { dossierId, taskId, requestId } = await askedInAppraisal();
    const takeBack = (id: string) =>
      dossiers().commands.withdrawSupplement(world.as(specialist, later), {
        dossierId,
        requestId: id,
        reason: 'Đã tìm thấy giấy trong kho dữ liệu',
      });
    must(await takeBack(requestId));
    expect(await officeView(dossierId, specialist, later)).toMatchObject({
      nationalStatus: 4,
      supplements: [{ closedAs: 'withdrawn' }],
    });
    const next = must(await dossiers().commands.requestSupplement(world.as(specialist, later), ask(taskId)));
    expect(next.ordinal).toBe(2);
    must(await dossiers().queries.getMyDossier(world.as(mother, later), dossierId));
    expect(await takeBack(next.requestId)).toMatchObject({ refusal: { type: 'dossiers.supplement-seen' } });
  });

  it('of an appraisal is signed by a superior of the agency', async () => {
    const { taskId } = await accepted();
    for (const wrong of [undefined, counter.posts[0]?.postId]) {
      const input = ask(taskId, { signerPostId: wrong });
      expect(await dossiers().commands.requestSupplement(world.as(specialist, asked), input)).toMatchObject({
        refusal: { type: 'dossiers.signer-unknown', fields: [{ pointer: '/signerPostId' }] },
      });
    }
  });

  it('is printed with its number, its papers and reasons, and who signed', async () => {
    const { dossierId } = await askedInAppraisal();
    await world.runJobs();
    const letters = (await officeView(dossierId, specialist, later)).letters.filter(
      ({ form }) => form === 'supplement',
    );
    expect(letters).toEqual([expect.objectContaining({ fileId: expect.any(String) })]);
    expect(await dossiers().queries.mayReadFile(world.as(mother, later), letters[0]?.fileId as never)).toBe(
      true,
    );
  });

  it('is one of two sent at once, and one however often it is sent', async () => {
    const { dossierId, taskId } = await accepted();
    const again = world.as(specialist, asked);
    const both = await Promise.all([
      dossiers().commands.requestSupplement(again, ask(taskId)),
      dossiers().commands.requestSupplement(world.as(specialist, asked), ask(taskId)),
    ]);
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    const counted = await one(
      test.owner,
      sql<{ requests: number; events: number }>`
        select (select count(*)::int from dossiers.supplement_request where dossier_id = ${dossierId}) as requests,
          (select count(*)::int from platform.event
            where stream_id = ${dossierId} and type = 'dossiers.supplementRequested') as events`,
    );
    expect(counted).toEqual({ requests: 1, events: 1 });
  });

  it('takes files of nobody else, none for papers not asked for, and gives them back', async () => {
    const { dossierId, requestId } = await askedInAppraisal();
    const other = await world.citizen('Lê Văn Khác', '072195999002', '0530000052');
    const theirs = await anUploadedFile(test, other);
    const attach = (componentKey: string, fileId: string, who = mother) =>
      dossiers().commands.attachSupplementFiles(world.as(who, later), {
        dossierId,
        requestId,
        componentKey,
        fileIds: [fileId],
      });
    expect(await attach('giay-chung-sinh', theirs)).toMatchObject({
      refusal: { type: 'dossiers.file-not-found' },
    });
    expect(await attach('giay-chung-sinh', theirs, other)).toMatchObject({
      refusal: { type: 'dossiers.not-found' },
    });
    const mine = await anUploadedFile(test, mother);
    expect(await attach('to-khai', mine)).toMatchObject({
      refusal: { type: 'dossiers.component-not-listed' },
    });
    must(await attach('giay-chung-sinh', mine));
    const seen = () => dossiers().queries.getMyDossier(world.as(mother, later), dossierId);
    expect(must(await seen()).files.map(({ fileId }) => fileId)).toEqual([mine]);
    expect(await dossiers().queries.mayReadFile(world.as(mother, later), mine as never)).toBe(true);
    expect(await dossiers().queries.mayReadFile(world.as(specialist, later), mine as never)).toBe(false);
    const detach = { dossierId, requestId, fileId: mine };
    must(await dossiers().commands.detachSupplementFile(world.as(mother, later), detach));
    expect(must(await seen()).files).toEqual([]);
  });
});
