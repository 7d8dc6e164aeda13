import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { aBirthDraft } from './testing/birth-draft.ts';
import { type CommunePeople, communePeople } from './testing/commune-people.ts';
import { decideLists } from './testing/decide-lists.ts';
import { dossierSamples } from './testing/dossier-samples.ts';
import { home, postalSamples } from './testing/postal-samples.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

const at = (local: string) => new Date(`${local}+07:00`);
const code = '1.001193';
const today = at('2026-11-23T08:30:00');
const listed = at('2026-11-25T08:30:00');
const withdrawn = at('2026-12-02T08:30:00');

/** Birth registration is on the list of the public post from 25/11 to 01/12/2026. */
describe('the public post by decision', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  let people: CommunePeople & { readonly control: OfficerActor };
  let number: string;
  const { aSubmitted, aFinished } = postalSamples(world, test, () => people);
  const { walkIn } = dossierSamples(world, test, () => people);
  const unitId = (key: string) => world.product.modules.identity.units.byKey(key)?.id;

  beforeAll(async () => {
    people = {
      ...(await communePeople(world)),
      control: await world.officer('kiemsoat.tthc'),
    };
    const post = { list: 'post', intake: true, return: true };
    ({ number } = await decideLists(world, people.control, [{ change: 'add', code, facts: post }], {
      now: today,
      from: '2026-11-25',
    }));
    await decideLists(world, people.control, [{ change: 'remove', code, list: 'post' }], {
      now: listed,
      from: '2026-12-02',
    });
  }, 60_000);

  async function choose(now: Date) {
    const draftId = await aBirthDraft(world, test, people.owner);
    const { version } = must(await dossiers().commands.renewDraft(world.as(people.owner, now), { draftId }));
    const post = { sendsPapers: true, returnTo: home };
    const chosen = await dossiers().commands.chooseForDraft(world.as(people.owner, now), {
      draftId,
      expectedVersion: version,
      post,
    });
    const draft = must(await dossiers().queries.getDraft(world.as(people.owner, now), draftId));
    return { chosen, draft };
  }

  it('is offered on the days of the list only, and refused on others', async () => {
    for (const now of [today, withdrawn]) {
      const { chosen, draft } = await choose(now);
      expect(draft.offers).toEqual({});
      expect(chosen).toMatchObject({
        refusal: {
          type: 'dossiers.post-not-offered',
          fields: [{ pointer: '/post/sendsPapers' }, { pointer: '/post/returnTo' }],
        },
      });
    }
    const { chosen, draft } = await choose(listed);
    expect(chosen).toMatchObject({ ok: true });
    expect(draft.offers).toEqual({ post: { intake: true, return: true, source: number } });
  });

  it('is checked again when the draft is handed in: withdrawn meanwhile, it is chosen anew', async () => {
    const { draft } = await choose(listed);
    const late = world.as(people.owner, withdrawn);
    const submit = { draftId: draft.draftId, expectedVersion: draft.version };
    expect(await dossiers().commands.submitDraft(late, submit)).toMatchObject({
      refusal: { type: 'dossiers.post-not-offered' },
    });
    const none = must(await dossiers().commands.chooseForDraft(world.as(people.owner, withdrawn), submit));
    const submitted = must(
      await dossiers().commands.submitDraft(world.as(people.owner, withdrawn), {
        ...submit,
        expectedVersion: none.version,
      }),
    );
    const mine = must(
      await dossiers().queries.getMyDossier(world.as(people.owner, withdrawn), submitted.dossierId),
    );
    expect(mine.post).toEqual([]);
  });

  it('stays with a dossier handed in while it was offered, to the last: papers come, result leaves', async () => {
    const { dossierId } = await aSubmitted({ sendsPapers: true, returnTo: home }, listed);
    const counter = () => world.as(people.counter, withdrawn);
    const desk = must(await dossiers().queries.postalDesk(counter(), {}));
    expect(desk.in.map((row) => row.dossierId)).toContain(dossierId);
    const came = { dossierId, trackingNumber: 'ea 123.456.789 vn' };
    must(await dossiers().commands.receiveByPost(counter(), came));
    expect(await dossiers().commands.receiveByPost(counter(), came)).toMatchObject({
      refusal: { type: 'dossiers.no-papers-awaited' },
    });
    const mine = must(await dossiers().queries.getMyDossier(world.as(people.owner, withdrawn), dossierId));
    expect(mine.post).toEqual([
      {
        direction: 'in',
        source: number,
        trackingNumber: 'EA123456789VN',
        movedAt: withdrawn.toISOString(),
      },
      { direction: 'out', source: number, ...home },
    ]);
    expect(mine.timeline.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['citizen.postChosen', 'citizen.papersCameByPost']),
    );
    const after = must(await dossiers().queries.postalDesk(counter(), {}));
    expect(after.in.map((row) => row.dossierId)).not.toContain(dossierId);
  });

  it('takes results away in one list, all or none, and makes each dossier returned', async () => {
    const finished = [
      await aFinished({ returnTo: home }, listed),
      await aFinished({ returnTo: home }, listed),
    ];
    const fetched = await aFinished(undefined, listed);
    const counter = () => world.as(people.counter, withdrawn);
    const waiting = must(await dossiers().queries.postalDesk(counter(), {})).out.map((row) => row.taskId);
    expect(waiting).toEqual(expect.arrayContaining(finished.map(({ taskId }) => taskId)));
    expect(waiting).not.toContain(fetched.taskId);
    const items = finished.map(({ taskId }, index) => ({ taskId, trackingNumber: `RR00000000${index}VN` }));
    const list = { unitId: unitId('phuong-tan-ninh/one-stop'), items };
    const stray = { taskId: fetched.taskId, trackingNumber: 'RR000000009VN' };
    expect(
      await dossiers().commands.handToPost(counter(), { ...list, items: [...items, stray] }),
    ).toMatchObject({
      refusal: {
        type: 'dossiers.nothing-for-the-post',
        fields: [{ pointer: '/items/2/trackingNumber' }],
      },
    });
    expect(
      await dossiers().commands.handToPost(counter(), {
        ...list,
        items: items.map((item) => ({ ...item, trackingNumber: 'RR000000000VN' })),
      }),
    ).toMatchObject({ refusal: { type: 'dossiers.post-row-twice' } });
    expect(must(await dossiers().queries.postalDesk(counter(), {})).lists).toEqual([]);

    const { listId } = must(await dossiers().commands.handToPost(counter(), list));
    const printed = must(await dossiers().queries.postalList(counter(), listId));
    expect(printed).toMatchObject({ handedBy: expect.stringMatching(/\S/), items: [home, home] });
    expect(printed.items.map(({ trackingNumber }) => trackingNumber).sort()).toEqual([
      'RR000000000VN',
      'RR000000001VN',
    ]);
    for (const { dossierId } of finished) {
      const mine = must(await dossiers().queries.getMyDossier(world.as(people.owner, withdrawn), dossierId));
      expect(mine).toMatchObject({ phase: 'returned', post: [{ trackingNumber: expect.any(String) }] });
      expect(mine.timeline.map(({ key }) => key)).toContain('citizen.handedToPost');
    }
    expect(await dossiers().commands.handToPost(counter(), list)).toMatchObject({ ok: false });
  });

  it('leaves a result to whoever comes for it after all', async () => {
    const { dossierId, taskId } = await aFinished({ returnTo: home }, listed);
    must(
      await dossiers().commands.completeTask(world.as(people.counter, listed), {
        taskId,
        outcome: 'forward',
        handedTo: 'Phan Thị Mỹ Duyên',
      }),
    );
    const counter = () => world.as(people.counter, listed);
    expect(
      must(await dossiers().queries.postalDesk(counter(), {})).out.map((row) => row.taskId),
    ).not.toContain(taskId);
    const seen = must(await dossiers().queries.getOfficeDossier(counter(), dossierId));
    expect(seen.post[0]).not.toHaveProperty('trackingNumber');
  });

  it('brings a whole dossier to the counter, on days of the list', async () => {
    const post = { cameUnder: 'EA987654321VN', returnTo: home };
    // What is only shown at a counter is no paper of a dossier that came by post.
    const components = walkIn().components.filter(({ key }) => key !== 'giay-to-tuy-than');
    const register = (now: Date) =>
      dossiers().commands.registerWalkIn(world.as(people.counter, now), { ...walkIn(), components, post });
    expect(await register(today)).toMatchObject({ refusal: { type: 'dossiers.post-not-offered' } });
    const { dossierId } = must(await register(listed));
    const seen = must(await dossiers().queries.getOfficeDossier(world.as(people.counter, listed), dossierId));
    expect(seen).toMatchObject({
      channel: 'post',
      post: [
        { direction: 'in', trackingNumber: 'EA987654321VN' },
        { direction: 'out', recipient: home.recipient },
      ],
    });
    // The counter has handed the dossier on: it sees where the result goes in part.
    expect(seen.post[1]).toMatchObject({
      phone: '•••••051',
      address: expect.not.stringContaining('khu phố 3'),
    });
    expect(seen.timeline[0]?.params).toMatchObject({ channel: 'post' });
  });

  it('is awaited where a dossier goes that another agency takes before it is accepted', async () => {
    const elsewhere = await world.officer('tiepnhan.tanbien');
    const { dossierId } = await aSubmitted({ sendsPapers: true }, listed);
    const { commands, queries } = dossiers();
    const seen = must(await queries.getOfficeDossier(world.as(people.counter, listed), dossierId));
    must(
      await commands.transferDossier(world.as(people.counter, listed), {
        taskId: seen.tasks[0]?.taskId,
        toUnitId: unitId('xa-tan-bien'),
        reason: 'Trẻ cư trú ở xã Tân Biên',
      }),
    );
    const awaitedBy = async (officer: OfficerActor) =>
      must(await queries.postalDesk(world.as(officer, listed), {})).in.map((row) => row.dossierId);
    expect(await awaitedBy(people.counter)).not.toContain(dossierId);
    expect(await awaitedBy(elsewhere)).toContain(dossierId);
    const came = { dossierId, trackingNumber: 'EA123456789VN' };
    expect(await commands.receiveByPost(world.as(people.counter, listed), came)).toMatchObject({ ok: false });
    must(await commands.receiveByPost(world.as(elsewhere, listed), came));
  });

  it('is told on the receipt and to whoever prints it', async () => {
    const { dossierId } = await aSubmitted({ sendsPapers: true, returnTo: home }, listed);
    await world.runJobs();
    const { letters } = must(
      await dossiers().queries.getMyDossier(world.as(people.owner, listed), dossierId),
    );
    expect(letters).toEqual([
      { form: 'submission-confirmation', requestedAt: expect.any(String), fileId: expect.any(String) },
    ]);
  });
});
