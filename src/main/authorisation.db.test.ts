import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, CitizenActor } from '../kernel/actor.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import type { Id } from '../kernel/id.ts';
import type { Page } from '../kernel/page.ts';
import type { Result } from '../kernel/result.ts';
import type { Dossiers } from '../modules/dossiers/public.ts';
import { one } from '../platform/database.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { anUploadedFile, birthAnswers, must } from './testing/birth-draft.ts';
import { clockSamples } from './testing/clock-samples.ts';
import { birthPapers, dossierSamples } from './testing/dossier-samples.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

type Command = keyof Dossiers['commands'];
type Query = keyof Dossiers['queries'];
type Who =
  | 'anonymous'
  | 'owner'
  | 'otherCitizen'
  | 'counter'
  | 'specialist'
  | 'leader'
  | 'clerk'
  | 'otherCounter'
  | 'otherSpecialist'
  | 'procedureControl'
  | 'administrator';

const everyone: readonly Who[] = [
  'anonymous',
  'owner',
  'otherCitizen',
  'counter',
  'specialist',
  'leader',
  'clerk',
  'otherCounter',
  'otherSpecialist',
  'procedureControl',
  'administrator',
];

/** Officers of the units that take part in the dossier, and those who watch over procedures everywhere. */
const readers: readonly Who[] = ['counter', 'specialist', 'leader', 'clerk', 'procedureControl'];

interface Rule {
  /** Everybody else is refused and changes nothing. */
  readonly allowed: readonly Who[];
  /** A fresh input that the first of the allowed may send. */
  readonly sample: () => Promise<unknown>;
  /** A field of the input whose id may be anything. */
  readonly anyId?: string;
}

interface QueryRule {
  /** Everybody else sees nothing. */
  readonly allowed: readonly Who[];
  /** Whether the asker gets to see it. */
  readonly sees: (ctx: QueryContext) => Promise<boolean>;
}

/** Who may do what: one row for each command and query of dossiers. A new one without a row fails this file. */
describe('authorisation of dossiers', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  const unitId = (key: string) => world.product.modules.identity.units.byKey(key)?.id;
  let people: Readonly<Record<Who, Actor>>;
  let owner: CitizenActor;
  let draftId: string;
  let running: { readonly dossierId: string; readonly code: string; readonly fileId: Id<'file'> };

  beforeAll(async () => {
    owner = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    people = {
      anonymous: { kind: 'anonymous' },
      owner,
      otherCitizen: await world.citizen('Lê Văn Khác', '072195999002', '0530000052'),
      counter: await world.officer('tiepnhan.tanninh'),
      specialist: await world.officer('hotich.tanninh'),
      leader: await world.officer('phochutich.tanninh'),
      clerk: await world.officer('vanthu.tanninh'),
      otherCounter: await world.officer('tiepnhan.tanbien'),
      otherSpecialist: await world.officer('hotich.tanbien'),
      procedureControl: await world.officer('kiemsoat.tthc'),
      administrator: await world.officer('quantri'),
    };
    ({ draftId } = await aDraft());
    const accepted = await anAccepted();
    const file = await one(
      test.owner,
      sql<{ id: Id<'file'> }>`
        select file_id as id from dossiers.dossier_file where dossier_id = ${accepted.dossierId} and kind = 'component'`,
    );
    running = { ...accepted, fileId: file.id };
  }, 60_000);

  const { aDraft, withoutVersion, aSubmitted, anAccepted, aTask, walkIn, aCertifiedCopy } = dossierSamples(
    world,
    test,
    () => ({ owner, counter: officerAccount('counter') }),
  );
  const clock = () => clockSamples(world, test, anAccepted, () => people.specialist);
  const citizens = ['owner', 'otherCitizen'] as const;
  const commandRules: Readonly<Record<Exclude<Command, 'loadCodePatterns'>, Rule>> = {
    startDraft: {
      allowed: citizens,
      sample: async () => ({
        procedureCode: '1.001193',
        caseKey: 'co-chung-sinh',
        competentUnitId: unitId('phuong-tan-ninh'),
      }),
    },
    saveDraft: { allowed: ['owner'], sample: async () => ({ ...(await aDraft()), answers: birthAnswers }) },
    attachDraftFiles: {
      allowed: ['owner'],
      sample: async () => ({
        ...(await withoutVersion()),
        componentKey: 'giay-chung-sinh',
        fileIds: [await anUploadedFile(test, owner)],
      }),
    },
    detachDraftFile: {
      allowed: ['owner'],
      sample: async () => ({ ...(await withoutVersion()), fileId: newUuidV7() }),
      anyId: 'fileId',
    },
    renewDraft: { allowed: ['owner'], sample: withoutVersion },
    discardDraft: { allowed: ['owner'], sample: withoutVersion },
    submitDraft: { allowed: ['owner'], sample: aDraft },
    acceptDossier: {
      allowed: ['counter'],
      sample: async () => ({ ...(await aSubmitted()), components: birthPapers }),
    },
    refuseIntake: {
      allowed: ['counter'],
      sample: async () => ({ ...(await aSubmitted()), reason: 'Không thuộc thẩm quyền giải quyết' }),
    },
    registerWalkIn: { allowed: ['counter'], sample: async () => walkIn() },
    settleAtCounter: { allowed: ['counter'], sample: aCertifiedCopy },
    takeUpTask: { allowed: ['specialist'], sample: aTask },
    suspendClock: { allowed: ['specialist', 'leader'], sample: () => clock().anOutage() },
    resumeClock: { allowed: ['specialist', 'leader'], sample: () => clock().anOpenLine() },
    apologise: { allowed: ['leader'], sample: () => clock().anApology() },
    extendDeadline: { allowed: ['leader'], sample: () => clock().anExtension() },
    attachResultFiles: {
      allowed: ['specialist'],
      sample: async () => ({
        ...(await aTask()),
        fileIds: [await anUploadedFile(test, officerAccount('specialist'))],
      }),
    },
    completeTask: {
      allowed: ['specialist'],
      sample: async () => ({ ...(await aTask()), outcome: 'forward' }),
    },
  };

  function officerAccount(who: Who) {
    const actor = people[who];
    if (actor.kind !== 'officer') throw new Error(`${who} is no officer`);
    return actor;
  }

  /** What only the installation itself calls, without an actor. */
  const internalCommands = ['loadCodePatterns'];
  const internalQueries = ['submitterOf', 'dossierIdOfCode'];

  it('has a row for every command and query', () => {
    const { commands, queries } = dossiers();
    expect([...Object.keys(commandRules), ...internalCommands].sort()).toEqual(Object.keys(commands).sort());
    expect([...Object.keys(queryRules), ...internalQueries].sort()).toEqual(Object.keys(queries).sort());
  });

  const run = (command: keyof typeof commandRules, ctx: CommandContext, input: unknown) =>
    dossiers().commands[command](ctx, input);

  /** Everything that a command could have changed, counted. */
  function written() {
    return one(
      test.owner,
      sql<{ events: number; actions: number; drafts: number; requests: number; receipts: number }>`
        select (select count(*) from platform.event) as events, (select count(*) from platform.action) as actions,
          (select sum(version) from dossiers.draft) as drafts, (select count(*) from platform.request_log) as requests,
          (select count(*) from payments.counter_receipt) as receipts`,
    );
  }

  it.each(Object.keys(commandRules) as (keyof typeof commandRules)[])('command %s', async (command) => {
    const { allowed, sample, anyId } = commandRules[command];
    const input = await sample();
    const before = await written();
    for (const who of everyone.filter((each) => !allowed.includes(each))) {
      const outcome = await run(command, world.as(people[who]), input);
      expect([who, outcome.ok || outcome.refusal.kind]).toEqual([
        who,
        expect.stringMatching(/^(forbidden|not-found|unauthenticated)$/),
      ]);
    }
    expect(await written()).toEqual(before);
    const first = people[allowed[0] ?? 'anonymous'];
    for (const elsewhere of withForeignIds(input, anyId))
      expect(await run(command, world.as(first), elsewhere)).toMatchObject({ ok: false });
    expect(await written()).toEqual(before);
    for (const who of allowed)
      expect(await run(command, world.as(people[who]), await sample())).toMatchObject({ ok: true });
  });

  const uuid = /"(\w+)":\[?"[0-9a-f]{8}-[0-9a-f-]{27}"/g;

  /** The input with one id after the other made up. */
  function withForeignIds(input: unknown, anyId: string | undefined): readonly unknown[] {
    const text = JSON.stringify(input);
    return [...text.matchAll(uuid)]
      .filter(([, field]) => field !== anyId)
      .map((match) => {
        const end = match.index + match[0].length;
        return JSON.parse(`${text.slice(0, end - 37)}${newUuidV7()}${text.slice(end - 1)}`);
      });
  }

  const queryRules: Readonly<Record<Exclude<Query, 'submitterOf' | 'dossierIdOfCode'>, QueryRule>> = {
    competentUnits: {
      allowed: everyone,
      sees: async (ctx) => must(await dossiers().queries.competentUnits(ctx, '1.001193')).length > 0,
    },
    getDraft: {
      allowed: ['owner'],
      sees: async (ctx) => (await dossiers().queries.getDraft(ctx, draftId)).ok,
    },
    listDrafts: {
      allowed: ['owner'],
      sees: async (ctx) => (await dossiers().queries.listDrafts(ctx)).some((row) => row.draftId === draftId),
    },
    listMyDossiers: {
      allowed: ['owner'],
      sees: async (ctx) => {
        const { listMyDossiers } = dossiers().queries;
        let page = await listMyDossiers(ctx);
        while (page.ok && !isOn(page) && page.value.next) page = await listMyDossiers(ctx, page.value.next);
        return isOn(page);
      },
    },
    getMyDossier: {
      allowed: ['owner'],
      sees: async (ctx) => (await dossiers().queries.getMyDossier(ctx, running.dossierId)).ok,
    },
    lookUp: {
      allowed: everyone,
      sees: async (ctx) =>
        (await dossiers().queries.lookUp(ctx, { code: running.code, secondFact: '072195999001' })).ok,
    },
    inbox: {
      allowed: ['specialist'],
      sees: async (ctx) => isOn(await dossiers().queries.inbox(ctx, 'dang-thu-ly')),
    },
    queueCounts: {
      allowed: ['specialist'],
      sees: async (ctx) => (await dossiers().queries.queueCounts(ctx))['dang-thu-ly'] > 0,
    },
    counter: {
      allowed: ['counter', 'otherCounter'],
      sees: async (ctx) => (await dossiers().queries.counter(ctx, { procedureCode: '1.001193' })).ok,
    },
    getOfficeDossier: {
      allowed: readers,
      sees: async (ctx) => (await dossiers().queries.getOfficeDossier(ctx, running.dossierId)).ok,
    },
    search: {
      allowed: readers,
      sees: async (ctx) => {
        const found = await dossiers().queries.search(ctx, running.code);
        return found.ok && found.value.some((row) => row.dossierId === running.dossierId);
      },
    },
    idsOfOwnDossier: {
      allowed: ['owner'],
      sees: async (ctx) => (await dossiers().queries.idsOfOwnDossier(ctx, running.dossierId)).ok,
    },
    mayReadFile: {
      allowed: ['owner', ...readers],
      sees: (ctx) => dossiers().queries.mayReadFile(ctx, running.fileId),
    },
  };

  function isOn(page: Result<Page<{ readonly dossierId: string }>>): boolean {
    return page.ok && page.value.items.some((row) => row.dossierId === running.dossierId);
  }

  it.each(Object.keys(queryRules) as (keyof typeof queryRules)[])('query %s', async (query) => {
    const { allowed, sees } = queryRules[query];
    const seen = await Promise.all(
      everyone.map(async (who) => ((await sees(world.as(people[who]))) ? [who] : [])),
    );
    expect(seen.flat().sort()).toEqual([...allowed].sort());
  });
});
