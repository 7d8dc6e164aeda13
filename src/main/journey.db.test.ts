import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CitizenActor, OfficerActor } from '../kernel/actor.ts';
import { many, one } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { aBirthDraft } from './testing/birth-draft.ts';
import { communePeople } from './testing/commune-people.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);

describe('one dossier from form to result', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  let mother: CitizenActor;
  let counter: OfficerActor;
  let specialist: OfficerActor;
  let leader: OfficerActor;
  let clerk: OfficerActor;

  beforeAll(async () => {
    ({ owner: mother, counter, specialist, leader, clerk } = await communePeople(world));
  }, 60_000);

  it('travels: submitted, accepted, worked, signed, issued, returned', async () => {
    const draftId = await aBirthDraft(world, test, mother);
    const draft = must(await dossiers().queries.getDraft(world.as(mother), draftId));
    const submit = { draftId, expectedVersion: draft.version };
    const request = world.as(mother);
    const submitted = must(await dossiers().commands.submitDraft(request, submit));
    expect(submitted.code).toMatch(/^H53\.25459-261123-\d{4}$/);
    expect(must(await dossiers().commands.submitDraft(request, submit))).toEqual(submitted);
    expect(must(await dossiers().commands.submitDraft(world.as(mother), submit))).toEqual(submitted);

    const waiting = must(await dossiers().queries.inbox(world.as(counter), 'cho-tiep-nhan'));
    expect(waiting.items.map((row) => row.code)).toContain(submitted.code);
    const seen = must(await dossiers().queries.getOfficeDossier(world.as(counter), submitted.dossierId));
    expect(seen.nationalStatus).toBe(1);
    expect(seen.clock.promisedAt).toBeUndefined();
    expect(seen.answerDueAt).toBe(new Date('2026-11-25T08:30:00+07:00').toISOString());
    expect(seen.answers.motherIdentityNumber).toBe('072195999001');

    const accepted = must(
      await dossiers().commands.acceptDossier(world.as(counter), {
        dossierId: submitted.dossierId,
        expectedVersion: seen.version,
        components: [
          { key: 'giay-chung-sinh', receivedOriginals: 1, receivedCopies: 0, comparedWithOriginal: true },
        ],
      }),
    );
    expect(accepted).toMatchObject({
      registerSerial: 1,
      promisedAt: new Date('2026-11-23T17:00:00+07:00').toISOString(),
    });
    await world.runJobs();

    for (const [officer, queue] of [
      [specialist, 'dang-thu-ly'],
      [leader, 'cho-ky'],
    ] as const) {
      const row = must(await dossiers().queries.inbox(world.as(officer), queue)).items.find(
        (each) => each.dossierId === submitted.dossierId,
      );
      if (!row) throw new Error(`not in ${queue}`);
      must(await dossiers().commands.takeUpTask(world.as(officer), { taskId: row.taskId }));
      must(
        await dossiers().commands.completeTask(world.as(officer), { taskId: row.taskId, outcome: 'forward' }),
      );
    }
    const issue = must(await dossiers().queries.getOfficeDossier(world.as(clerk), submitted.dossierId));
    expect(issue.nationalStatus).toBe(4);
    const issueTask = issue.actions.find((each) => each.action === 'issue');
    must(
      await dossiers().commands.completeTask(world.as(clerk, later(60)), {
        taskId: issueTask?.taskId,
        outcome: 'forward',
        result: { typeCode: 'KQ.G15.000031', number: '152', book: '01/2026', issuedOn: '2026-11-23' },
      }),
    );
    const done = must(
      await dossiers().queries.getMyDossier(world.as(mother, later(61)), submitted.dossierId),
    );
    expect(done).toMatchObject({ nationalStatus: 9, results: [{ number: '152', book: '01/2026' }] });
    expect(done.letters.map((letter) => [letter.form, letter.fileId !== undefined])).toEqual([
      ['submission-confirmation', true],
      ['receipt', true],
    ]);

    const back = must(await dossiers().queries.getOfficeDossier(world.as(counter), submitted.dossierId));
    const returning = back.actions.find((each) => each.action === 'return');
    must(
      await dossiers().commands.completeTask(world.as(counter, later(90)), {
        taskId: returning?.taskId,
        outcome: 'forward',
      }),
    );
    await world.runJobs();
    const told = must(await world.product.modules.notifications.queries.inbox(world.as(mother)));
    expect(told.items.map((message) => message.textKey).sort()).toEqual([
      'notifications.accepted',
      'notifications.completed',
      'notifications.in-process',
      'notifications.in-process',
      'notifications.letter-issued',
      'notifications.letter-issued',
      'notifications.returned',
      'notifications.submitted',
    ]);
    const end = must(await dossiers().queries.getOfficeDossier(world.as(counter), submitted.dossierId));
    expect(end).toMatchObject({ nationalStatus: 10, actions: [] });
    expect(end.tasks.find((task) => task.kind === 'sign')?.signedAs).toBe('KT. CHỦ TỊCH / PHÓ CHỦ TỊCH');
    expect(end.timeline.map((entry) => entry.key)).toEqual([
      'submitted',
      'accepted',
      'stepOpened',
      'letterIssued',
      'letterIssued',
      'stepTakenUp',
      'stepCompleted.work',
      'stepOpened',
      'stepTakenUp',
      'stepCompleted.sign',
      'stepOpened',
      'stepCompleted.issue',
      'completed',
      'stepOpened',
      'stepCompleted.return',
      'returned',
    ]);
    expect(end.timeline.find((entry) => entry.key === 'stepCompleted.sign')?.by).toContain(
      'Lâm Thị Bích Vân',
    );
  });

  it('is followed by code and a second number, and by nothing else', async () => {
    const code = (await one(test.owner, sql<{ code: string }>`select code from dossiers.dossier limit 1`))
      .code;
    const anonymous = { kind: 'anonymous' } as const;
    const lookUp = (secondFact: string, now?: Date) =>
      dossiers().queries.lookUp(world.as(anonymous, now), { code: code.toLowerCase(), secondFact });
    const seen = must(await lookUp('0721 9599 9001'));
    expect(seen.code).toBe(code);
    expect(JSON.stringify(seen)).not.toMatch(/Duyên|072195999001|0530000051/);
    expect(must(await lookUp('0530000051')).nationalStatus).toBe(10);
    for (let attempt = 0; attempt < 5; attempt++) {
      expect(await lookUp('072195999002')).toMatchObject({ refusal: { type: 'dossiers.look-up-failed' } });
    }
    expect(await lookUp('072195999001')).toMatchObject({ refusal: { type: 'dossiers.look-up-closed' } });
    expect((await lookUp('072195999001', later(60))).ok).toBe(true);
  });

  it('closes a code after five wrong answers, also when 64 come at once', async () => {
    const guess = (_: unknown, at: number) =>
      dossiers().queries.lookUp(world.as({ kind: 'anonymous' }), {
        code: 'H53.25459-261123-9999',
        secondFact: `0720000000${at + 10}`,
      });
    const answers = await Promise.all(Array.from({ length: 64 }, guess));
    const types = answers.map((answer) => (answer.ok ? 'found' : answer.refusal.type));
    expect(types.filter((type) => type === 'dossiers.look-up-failed')).toHaveLength(5);
    expect(types.filter((type) => type === 'dossiers.look-up-closed')).toHaveLength(59);
  });

  it('keeps identity numbers out of every column in plain text', async () => {
    const rows = await many(
      test.owner,
      sql<{ text: string }>`
        select d.answers::text || e.payload::text || p.identity_sealed as text
        from dossiers.dossier d join platform.event e on e.stream_id = d.dossier_id
        join dossiers.party p on p.dossier_id = d.dossier_id
      `,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.text).not.toContain('072195999001');
  });

  it('shows a stranger nothing: other communes, other citizens, other roles', async () => {
    const { dossier_id: id } = await one(
      test.owner,
      sql<{ dossier_id: string }>`select dossier_id from dossiers.dossier limit 1`,
    );
    const elsewhere = await world.officer('tiepnhan.tanbien');
    const stranger = await world.citizen('Trương Hoàng Phúc', '072093999002', '0530000052');
    expect(await dossiers().queries.getOfficeDossier(world.as(elsewhere), id)).toMatchObject({
      refusal: { type: 'dossiers.not-found' },
    });
    expect(await dossiers().queries.getMyDossier(world.as(stranger), id)).toMatchObject({
      refusal: { type: 'dossiers.not-found' },
    });
    expect(must(await dossiers().queries.search(world.as(elsewhere), 'my duyen'))).toEqual([]);
    expect(must(await dossiers().queries.search(world.as(counter), 'my duyen'))).toHaveLength(1);
  });

  it('lets one of two officers complete a step and tells the other who was first', async () => {
    const draftId = await aBirthDraft(world, test, mother);
    const { version } = must(await dossiers().queries.getDraft(world.as(mother), draftId));
    const { dossierId } = must(
      await dossiers().commands.submitDraft(world.as(mother), { draftId, expectedVersion: version }),
    );
    const second = await world.officer('tiepnhan2.tanninh');
    const accept = (officer: OfficerActor) =>
      dossiers().commands.acceptDossier(world.as(officer), {
        dossierId,
        expectedVersion: 1,
        components: [
          { key: 'giay-chung-sinh', receivedOriginals: 1, receivedCopies: 0, comparedWithOriginal: true },
        ],
      });
    const both = await Promise.all([accept(counter), accept(second)]);
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    const { tasks } = must(await dossiers().queries.getOfficeDossier(world.as(specialist), dossierId));
    const taskId = tasks.find((task) => task.kind === 'work')?.taskId;
    const complete = () =>
      dossiers().commands.completeTask(world.as(specialist), { taskId, outcome: 'forward' });
    const twice = await Promise.all([complete(), complete()]);
    expect(twice.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(twice.find((outcome) => !outcome.ok)).toMatchObject({
      refusal: { type: 'dossiers.task-already-done', params: { name: 'Trương Thị Kim Ngân' } },
    });
  });

  it('issues codes and serials 1…64 to 64 at once, none missing, none twice', async () => {
    const day = new Date('2026-11-25T08:00:00+07:00');
    const crowd = Array.from({ length: 64 }, () => mother);
    const drafts = [];
    for (const citizen of crowd) drafts.push(await aBirthDraft(world, test, citizen));
    const submitted = await Promise.all(
      drafts.map(async (draftId) => {
        const { version } = must(await dossiers().queries.getDraft(world.as(mother, day), draftId));
        return must(
          await dossiers().commands.submitDraft(world.as(mother, day), { draftId, expectedVersion: version }),
        );
      }),
    );
    const serials = submitted.map(({ code }) => Number(code.slice(-4))).sort((a, b) => a - b);
    expect(serials).toEqual(Array.from({ length: 64 }, (_, index) => index + 1));
    const before = await one(
      test.owner,
      sql<{ last: number }>`select max(register_serial) as last from dossiers.dossier`,
    );
    const accepted = await Promise.all(
      submitted.map(async ({ dossierId }) =>
        must(
          await dossiers().commands.acceptDossier(world.as(counter, day), {
            dossierId,
            expectedVersion: 1,
            components: [
              { key: 'giay-chung-sinh', receivedOriginals: 1, receivedCopies: 0, comparedWithOriginal: true },
            ],
          }),
        ),
      ),
    );
    const register = accepted.map((each) => each.registerSerial - before.last).sort((a, b) => a - b);
    expect(register).toEqual(Array.from({ length: 64 }, (_, index) => index + 1));
  });
});
