import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { aBirthDraft } from './testing/birth-draft.ts';
import { type CommunePeople, communePeople } from './testing/commune-people.ts';
import { decideLists } from './testing/decide-lists.ts';
import { birthPapers, dossierSamples } from './testing/dossier-samples.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

const at = (local: string) => new Date(`${local}+07:00`);
const birth = '1.001193';
const residence = '1.004222';
const health = '1.014137';
const today = at('2026-11-23T08:30:00');
const listed = at('2026-11-25T08:30:00');
const ended = at('2026-12-02T08:30:00');

/** Birth, residence and health card of a child hang together from 25/11 to 01/12/2026: one dossier, one code. */
describe('procedures of a group by decision', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  let people: CommunePeople & { readonly control: OfficerActor };
  let number: string;
  const { walkIn } = dossierSamples(world, test, () => people);

  beforeAll(async () => {
    people = {
      ...(await communePeople(world)),
      control: await world.officer('kiemsoat.tthc'),
    };
    const facts = {
      list: 'interconnected',
      kind: 'group',
      name: 'Khai sinh – thường trú – thẻ bảo hiểm y tế',
      procedures: [
        { code: birth },
        { code: residence },
        { code: health, name: 'Cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi', agency: 'Bảo hiểm xã hội' },
      ],
    };
    ({ number } = await decideLists(world, people.control, [{ change: 'add', code: birth, facts }], {
      now: today,
      from: '2026-11-25',
    }));
    const off = [{ change: 'remove', code: birth, list: 'interconnected' }];
    await decideLists(world, people.control, off, { now: listed, from: '2026-12-02' });
  }, 60_000);

  async function choose(parts: readonly string[], now: Date) {
    const { commands, queries } = dossiers();
    const draftId = await aBirthDraft(world, test, people.owner);
    const { version } = must(await commands.renewDraft(world.as(people.owner, now), { draftId }));
    const draft = must(await queries.getDraft(world.as(people.owner, now), draftId));
    const wanted = { draftId, expectedVersion: version, parts };
    const chosen = await commands.chooseForDraft(world.as(people.owner, now), wanted);
    return { draftId, offers: draft.offers, chosen };
  }

  async function aDossier(parts: readonly string[]) {
    const { draftId, chosen } = await choose(parts, listed);
    const submit = { draftId, expectedVersion: must(chosen).version };
    return must(await dossiers().commands.submitDraft(world.as(people.owner, listed), submit));
  }

  it('are offered on the days of the list, each by its own text or as the list names it', async () => {
    for (const now of [today, ended]) {
      const { offers, chosen } = await choose([residence], now);
      expect(offers).toEqual({});
      expect(chosen).toMatchObject({ refusal: { type: 'dossiers.part-not-offered' } });
    }
    const { offers, chosen } = await choose([residence, health], listed);
    expect(chosen).toMatchObject({ ok: true });
    expect(offers.group).toMatchObject({
      name: 'Khai sinh – thường trú – thẻ bảo hiểm y tế',
      isWhole: false,
      source: number,
      procedures: [
        { code: residence, name: 'Đăng ký thường trú', agency: 'Công an cấp xã' },
        { code: health, name: 'Cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi', agency: 'Bảo hiểm xã hội' },
      ],
    });
    expect((await choose(['1.000656'], listed)).chosen).toMatchObject({
      refusal: { type: 'dossiers.part-not-offered' },
    });
  });

  it('travel in one dossier under one code, and stay with it when the list ends', async () => {
    const { dossierId, code } = await aDossier([residence, health]);
    const mine = must(await dossiers().queries.getMyDossier(world.as(people.owner, ended), dossierId));
    expect(mine.code).toBe(code);
    expect(mine.parts.map((part) => [part.code, part.state, part.agency])).toEqual([
      [residence, 'waiting', 'Công an cấp xã'],
      [health, 'waiting', 'Bảo hiểm xã hội'],
    ]);
    const alone = await aDossier([]);
    const without = must(
      await dossiers().queries.getMyDossier(world.as(people.owner, ended), alone.dossierId),
    );
    expect(without.parts).toEqual([]);
  });

  it('are each tracked to a result or a refusal, before the dossier has its own', async () => {
    const { dossierId } = await aDossier([residence, health]);
    const { commands, queries } = dossiers();
    const as = (who: OfficerActor) => world.as(who, listed);
    const components = birthPapers;
    must(await commands.acceptDossier(as(people.counter), { dossierId, expectedVersion: 1, components }));
    const seen = async () => must(await queries.getOfficeDossier(as(people.counter), dossierId));
    const openTask = async () => (await seen()).tasks.find(({ closedAt }) => closedAt === undefined)?.taskId;
    const taskId = await openTask();
    const sent = { taskId, code: residence, state: 'sent', foreignCode: 'C06-00123' };
    expect(await commands.recordPart(as(people.counter), sent)).toMatchObject({ ok: false });
    must(await commands.recordPart(as(people.specialist), sent));
    expect(await commands.recordPart(as(people.specialist), sent)).toMatchObject({
      refusal: { type: 'dossiers.part-over' },
    });
    for (const officer of [people.specialist, people.leader])
      must(await commands.completeTask(as(officer), { taskId: await openTask(), outcome: 'forward' }));
    const result = { typeCode: 'KQ.G15.000031', book: '01/2026', issuedOn: '2026-11-25' };
    const issue = async () => ({ taskId: await openTask(), outcome: 'forward', result });
    expect(await commands.completeTask(as(people.clerk), await issue())).toMatchObject({
      refusal: {
        type: 'dossiers.parts-open',
        params: { names: expect.stringContaining('Đăng ký thường trú; Cấp thẻ bảo hiểm y tế') },
      },
    });
    const done = {
      taskId: await openTask(),
      code: residence,
      state: 'done',
      number: '45/TB',
      on: '2026-11-25',
    };
    expect(await commands.recordPart(as(people.clerk), { ...done, on: '2026-11-26' })).toMatchObject({
      refusal: { type: 'dossiers.result-in-future' },
    });
    expect(await commands.recordPart(as(people.clerk), { ...done, on: '0000-11-26' })).toMatchObject({
      refusal: { fields: [{ pointer: '/on', type: 'input.wrong-format' }] },
    });
    must(await commands.recordPart(as(people.clerk), done));
    const reason = 'Trẻ đã có thẻ cấp tại tỉnh khác';
    must(
      await commands.recordPart(as(people.clerk), {
        taskId: await openTask(),
        code: health,
        state: 'refused',
        reason,
      }),
    );
    must(await commands.completeTask(as(people.clerk), await issue()));
    const { parts, timeline, phase } = await seen();
    expect(phase).toBe('completed');
    expect(parts).toMatchObject([
      { state: 'done', foreignCode: 'C06-00123', resultNumber: '45/TB', resultOn: '2026-11-25' },
      { state: 'refused', reason },
    ]);
    expect(
      timeline.filter(({ key }) => key === 'partChanged').map(({ params }) => [params.part, params.as]),
    ).toEqual([
      [residence, 'sent'],
      [residence, 'done'],
      [health, 'refused'],
    ]);
  });

  it('are asked for at the counter too', async () => {
    const { commands, queries } = dossiers();
    const register = (now: Date) =>
      commands.registerWalkIn(world.as(people.counter, now), { ...walkIn(), parts: [residence] });
    expect(await register(ended)).toMatchObject({ refusal: { type: 'dossiers.part-not-offered' } });
    const { dossierId } = must(await register(listed));
    const { parts } = must(await queries.getOfficeDossier(world.as(people.counter, listed), dossierId));
    expect(parts.map(({ code }) => code)).toEqual([residence]);
  });

  it('say under whose power they were written down', async () => {
    const { dossierId } = await aDossier([residence]);
    const { commands, queries } = dossiers();
    const accept = { dossierId, expectedVersion: 1, components: birthPapers };
    must(await commands.acceptDossier(world.as(people.counter, listed), accept));
    const openTask = async () =>
      must(await queries.getOfficeDossier(world.as(people.leader, listed), dossierId)).tasks.find(
        ({ closedAt }) => closedAt === undefined,
      )?.taskId;
    const forward = { taskId: await openTask(), outcome: 'forward' };
    must(await commands.completeTask(world.as(people.specialist, listed), forward));
    const { delegations } = world.product.modules.identity;
    const chair = await world.officer('chutich.tanninh', listed);
    const chief = await world.officer('chanhvanphong.tanninh', listed);
    const given = must(
      await delegations.give(world.as(chair, listed), {
        kind: 'authorised',
        principalPostId: chair.posts[0]?.postId,
        delegatePersonId: chief.personId,
        decisionNumber: '15/QĐ-UBND',
        decisionOn: '2026-11-25',
        fromOn: '2026-11-25',
        lastOn: '2026-11-30',
        acts: ['result'],
      }),
    );
    must(await delegations.accept(world.as(chief, listed), given));
    const delegate = world.as(await world.officer('chanhvanphong.tanninh', listed), listed);
    const sent = { taskId: await openTask(), code: residence, state: 'sent', foreignCode: 'C06-00124' };
    must(await commands.recordPart(delegate, sent));
    const acts = must(await queries.delegatedActs(world.as(chair, listed), given));
    expect(acts.items).toMatchObject([{ dossierId, command: 'dossiers.record-part' }]);
  });
});
