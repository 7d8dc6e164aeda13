import { plainDateOf } from '../../../kernel/plain-date.ts';
import { officerOn } from '../../../modules/identity/queries/resolve-session.ts';
import { must } from '../../../platform/testing/must.ts';
import { aBirthDraft } from '../birth-draft.ts';
import { dossierSamples } from '../dossier-samples.ts';
import { aReorganisation } from '../reorganise.ts';
import type { Made, Making, Thing, Who } from './things.ts';

const ward = 'phuong-tan-ninh';
const office = `${ward}/office`;
const reason = 'Chuyển công tác';

/** Whoever leaves has one step in hand. */
const handOver: Thing = {
  of: 'dossiers.commands',
  states: ['inHand', 'completed', 'handedOver'],
  async make(state, { world, test, people, at }) {
    const { owner, counter, specialist } = people;
    if (owner.kind !== 'citizen' || counter.kind !== 'officer' || specialist.kind !== 'officer')
      throw new Error('people of practice');
    const { commands } = world.product.modules.dossiers;
    const { taskId } = await dossierSamples(world, test, () => ({ owner, counter })).anAccepted();
    must(await commands.takeUpTask(at('specialist'), { taskId }));
    const unitId = world.product.modules.identity.units.byKey(office)?.id ?? '';
    const leaver = { unitId, fromAccountId: specialist.accountId, expected: 1, reason };
    if (state === 'completed')
      must(await commands.completeTask(at('specialist'), { taskId, outcome: 'forward' }));
    if (state === 'handedOver') must(await commands.handOver(at('chief'), leaver));
    return leaver;
  },
  acts: {
    handOver: {
      by: ({ holds }) => holds('dossiers.assign', office, ward),
      in: ['inHand'],
      not: 'dossiers.hand-over-changed',
      no: 'dossiers.not-assigning',
      run: ({ dossiers }, ctx, made) => dossiers.commands.handOver(ctx, made),
    },
  },
};

const calendarName = 'tay-ninh';
const flood = { date: '2026-11-25', name: 'Nghỉ do ngập lụt' };

/** The days off as shipped, and with one more. */
async function aCalendar({ world, at }: Making) {
  const [current] = must(await world.product.modules.process.calendarHistory(at('author'), calendarName));
  if (!current) throw new Error('no calendar');
  const { definition, version } = current;
  return { shipped: definition, flooded: { ...definition, off: [...definition.off, flood] }, version };
}

const calendar: Thing = {
  of: 'dossiers.commands',
  states: ['current', 'same', 'changedSince'],
  refresh: ({ process }) => process.refreshCalendars(),
  async make(state, making) {
    const { world, at } = making;
    const { shipped, flooded, version } = await aCalendar(making);
    const note = 'Công văn 01 của Chủ tịch tỉnh';
    const wanted = { calendar: calendarName, expectedVersion: version, note };
    if (state === 'changedSince') {
      const more = { ...flooded, off: [...flooded.off, { ...flood, date: '2026-11-26' }] };
      const { commands } = world.product.modules.dossiers;
      must(await commands.changeCalendar(at('second'), { ...wanted, definition: more }));
    }
    return { wanted: JSON.stringify({ ...wanted, definition: state === 'same' ? shipped : flooded }) };
  },
  acts: {
    changeCalendar: {
      by: ({ holds }) => holds('process.calendars'),
      in: ['current'],
      not: { same: 'process.calendar-same', changedSince: 'process.calendar-changed' },
      no: 'process.calendars-not-allowed',
      run: ({ dossiers }, ctx, { wanted }) => dossiers.commands.changeCalendar(ctx, JSON.parse(`${wanted}`)),
    },
  },
};

const dayAfter = new Date('2026-12-02T09:00:00+07:00');

/** The ward in two: its chair goes north, everybody else south, and open dossiers are given out one by one. */
async function divided({ world, at }: Making, chairsPost: string | undefined) {
  const { identity } = world.product.modules;
  const plan = aReorganisation(identity, () => at('administrator'));
  await plan.begin('2026-12-01', 'Chia phường Tân Ninh');
  const old = identity.units.byKey(ward)?.id;
  if (!old) throw new Error('no ward');
  const half = (name: string, gsoCode: string) =>
    plan.addLike(
      old,
      { name: `Ủy ban nhân dân phường ${name}`, shortName: `Phường ${name}`, gsoCode },
      '2026-11-30',
    );
  const north = await half('Bắc', '99991');
  const south = await half('Nam', '99992');
  const successors = [
    { unitId: north, part: 'phía bắc' },
    { unitId: south, part: 'phía nam' },
  ];
  must(await plan.edit({ edit: 'end', unitId: old, successors, withParts: true }));
  const choice = { rules: [], rest: 'perDossier' };
  must(await plan.edit({ edit: 'choose', unitId: old, choice }));
  const { ends, posts } = await plan.view();
  const heirs = new Map(ends.map((line) => [line.unitId, line.successors.map(({ unitId }) => unitId)]));
  const places = posts.map(({ postId, unitId }) => ({
    postId,
    unitId: heirs.get(unitId)?.[postId === chairsPost ? 0 : 1],
  }));
  must(await plan.edit({ edit: 'place', places }));
  must(await plan.carryOut());
  return north;
}

/** Everybody as they are found once the day has come: with the posts they were given there. */
async function afterwards({ world, test, people }: Making): Promise<Making['people']> {
  const { db, modules } = world.product;
  const deps = { db, jurisdiction: test.jurisdiction, units: modules.identity.units };
  const found = { ...people };
  for (const who of Object.keys(people) as Who[]) {
    const actor = people[who];
    if (actor.kind === 'officer')
      found[who] = { ...(await officerOn(deps, actor, plainDateOf(dayAfter))), provedAt: dayAfter };
  }
  return found;
}

const seen = ({ dossierId, toUnitId }: Made) => ({ dossierIds: [dossierId], toUnitId });

const split: Thing = {
  of: 'dossiers.splits',
  states: ['planned', 'undecided', 'decided'],
  askedAt: (state) => (state === 'planned' ? undefined : dayAfter),
  refresh: ({ identity }) => identity.refreshUnits(),
  async make(state, making) {
    const { world, test, people, at } = making;
    const { owner, chair } = people;
    if (owner.kind !== 'citizen' || chair.kind !== 'officer') throw new Error('people of practice');
    const { dossiers } = world.product.modules;
    const draftId = await aBirthDraft(world, test, owner);
    const { dossierId } = must(
      await dossiers.commands.submitDraft(at('owner'), { draftId, expectedVersion: 3 }),
    );
    const made = { dossierId, toUnitId: await divided(making, chair.posts[0]?.postId) };
    if (state === 'decided') {
      const later = await afterwards(making);
      must(await dossiers.splits.decide(world.as(later.deputy, dayAfter), seen(made)));
    }
    return made;
  },
  peopleThen: (making, state) => (state === 'planned' ? Promise.resolve(making.people) : afterwards(making)),
  acts: {
    // Who leads either half gives it out; once given, it is a matter of the half that has it.
    decide: {
      by: ({ who, state, holds }) =>
        holds('identity.manage') ||
        (holds('dossiers.assign', ward) && !(who === 'deputy' && state === 'decided')),
      in: ['undecided'],
      not: 'dossiers.split-decided',
      no: 'dossiers.not-assigning',
      run: ({ dossiers }, ctx, made) => dossiers.splits.decide(ctx, seen(made)),
    },
  },
};

/** Work given out anew, and the days it is counted by. */
export const workThings = { handOver, calendar, split } as const satisfies Readonly<Record<string, Thing>>;
