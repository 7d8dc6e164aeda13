import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CommandContext } from '../kernel/context.ts';
import type { Dossiers } from '../modules/dossiers/public.ts';
import { one } from '../platform/database.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { actSamples } from './testing/act-samples.ts';
import {
  citizens,
  everyone,
  officers,
  useAuthorisationWorld,
  type Who,
} from './testing/authorisation-world.ts';
import { anUploadedFile, birthAnswers } from './testing/birth-draft.ts';
import { clockSamples } from './testing/clock-samples.ts';
import { decideLists } from './testing/decide-lists.ts';
import { birthPapers } from './testing/dossier-samples.ts';
import { home, postalSamples } from './testing/postal-samples.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

type Command = keyof Dossiers['commands'];

interface Rule {
  /** Everybody else is refused and changes nothing. */
  readonly allowed: readonly Who[];
  /** A fresh input that the first of the allowed may send. */
  readonly sample: () => Promise<unknown>;
  /** A field of the input whose id may be anything. */
  readonly anyId?: string;
}

/** Who may do what: one row for each command of dossiers. A new one without a row fails this file. */
describe('authorisation of commands of dossiers', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const all = useAuthorisationWorld(test, world);
  const { dossiers, unitId, officerAccount, aTakenTask, aLeaver, aSubstitution } = all;
  const { aDraft, withoutVersion, aSubmitted, anAccepted, aTask, walkIn, aCertifiedCopy } = all;

  beforeAll(async () => {
    const post = { list: 'post', intake: true, return: true };
    const lists = [{ change: 'add', code: '1.001193', facts: post }];
    await decideLists(world, officerAccount('procedureControl'), lists, { now: morning, from: '2026-11-23' });
  });
  const post = () =>
    postalSamples(world, test, () => ({
      owner: all.owner,
      counter: officerAccount('counter'),
      specialist: officerAccount('specialist'),
      leader: officerAccount('leader'),
      clerk: officerAccount('clerk'),
    }));
  const acts = () => actSamples(world, test, all);
  const clock = () => clockSamples(world, test, anAccepted, () => all.people.specialist);
  const commandRules: Readonly<Record<Exclude<Command, 'loadCodePatterns' | 'bulk'>, Rule>> = {
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
        fileIds: [await anUploadedFile(test, all.owner)],
      }),
    },
    detachDraftFile: {
      allowed: ['owner'],
      sample: async () => ({ ...(await withoutVersion()), fileId: newUuidV7() }),
      anyId: 'fileId',
    },
    saveRepresented: { allowed: ['owner'], sample: async () => ({ ...(await aDraft()), represented: null }) },
    renewDraft: { allowed: ['owner'], sample: withoutVersion },
    discardDraft: { allowed: ['owner'], sample: withoutVersion },
    submitDraft: { allowed: ['owner'], sample: aDraft },
    acceptDossier: {
      allowed: ['counter', 'postOffice'],
      sample: async () => ({ ...(await aSubmitted()), components: birthPapers }),
    },
    refuseIntake: {
      allowed: ['counter'],
      sample: async () => ({ ...(await aSubmitted()), reason: 'Không thuộc thẩm quyền giải quyết' }),
    },
    registerWalkIn: { allowed: ['counter', 'postOffice'], sample: async () => walkIn() },
    settleAtCounter: { allowed: ['counter'], sample: aCertifiedCopy },
    takeUpTask: { allowed: ['specialist'], sample: aTask },
    suspendClock: { allowed: ['specialist', 'leader'], sample: () => clock().anOutage() },
    resumeClock: { allowed: ['specialist', 'leader'], sample: () => clock().anOpenLine() },
    changeCalendar: {
      allowed: ['procedureControl', 'administrator'],
      sample: async () => clock().aCalendar(),
    },
    apologise: { allowed: ['leader'], sample: () => clock().anApology() },
    extendDeadline: { allowed: ['leader'], sample: () => clock().anExtension() },
    releaseTask: { allowed: ['specialist'], sample: aTakenTask },
    assignTask: {
      allowed: ['leader'],
      sample: async () => ({ ...(await aTask()), accountId: officerAccount('specialist').accountId }),
    },
    handOver: {
      allowed: ['leader'],
      sample: async () => {
        await aTakenTask();
        const { total } = must(
          await dossiers().queries.handOverPreview(world.as(all.people.leader), aLeaver()),
        );
        return { ...aLeaver(), expected: total, reason: 'Chuyển công tác' };
      },
    },
    substitute: { allowed: ['leader'], sample: async () => aSubstitution() },
    endSubstitution: {
      allowed: ['leader'],
      sample: async () =>
        must(await dossiers().commands.substitute(world.as(all.people.leader), aSubstitution())),
    },
    saveQueueChoice: {
      allowed: officers,
      sample: async () => ({ queue: 'cho-ky', choice: { sort: 'newest' } }),
    },
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
    requestSupplement: { allowed: ['specialist'], sample: () => acts().anAsk() },
    withdrawSupplement: { allowed: ['specialist'], sample: () => acts().aTakeBack() },
    attachSupplementFiles: { allowed: ['owner'], sample: () => acts().aGivenFile() },
    detachSupplementFile: {
      allowed: ['owner'],
      sample: async () => ({ ...(await acts().anAsked()), fileId: newUuidV7() }),
      anyId: 'fileId',
    },
    answerSupplement: { allowed: ['owner'], sample: () => acts().anAnswer() },
    receiveSupplement: { allowed: ['counter', 'specialist', 'leader'], sample: () => acts().aReceived() },
    stopDossier: { allowed: ['specialist', 'leader'], sample: () => acts().aStop() },
    requestWithdrawal: {
      allowed: ['owner'],
      sample: async () => ({ dossierId: (await anAccepted()).dossierId, reason: 'Đã nộp ở nơi khác' }),
    },
    takeBackWithdrawal: { allowed: ['owner'], sample: () => acts().aWish() },
    declineWithdrawal: {
      allowed: ['specialist', 'leader'],
      sample: async () => ({ ...(await acts().aWish()), answer: 'Giấy khai sinh đã in xong' }),
    },
    transferDossier: { allowed: ['specialist'], sample: () => acts().aTransfer() },
    receiveMessage: {
      allowed: ['counter'],
      sample: () => acts().aMessage(),
    },
    askOpinion: { allowed: ['specialist'], sample: () => acts().aQuestion() },
    answerOpinion: { allowed: ['otherSpecialist'], sample: () => acts().anOpinion() },
    recordPart: {
      allowed: ['specialist'],
      sample: async () => {
        const { dossierId, taskId } = await anAccepted();
        await sql`
          insert into dossiers.part (jurisdiction, dossier_id, procedure_code, position, name)
          values (${test.jurisdiction}, ${dossierId}, '1.004222', 1, 'Đăng ký thường trú')
        `.execute(test.owner);
        return { taskId, code: '1.004222', state: 'sent' };
      },
    },
    attachScans: {
      allowed: ['specialist'],
      sample: async () => ({
        dossierId: (await anAccepted()).dossierId,
        componentKey: 'giay-chung-sinh',
        fileIds: [await anUploadedFile(test, officerAccount('specialist'))],
      }),
    },
    chooseForDraft: { allowed: ['owner'], sample: aDraft },
    handToPost: {
      allowed: ['counter'],
      sample: async () => {
        const { taskId } = await post().aFinished({ returnTo: home });
        const items = [{ taskId, trackingNumber: 'EA123456789VN' }];
        return { unitId: unitId('phuong-tan-ninh/one-stop'), items };
      },
    },
    receiveByPost: {
      allowed: ['counter', 'postOffice'],
      sample: async () => {
        const { dossierId } = await post().aSubmitted({ sendsPapers: true });
        return { dossierId, trackingNumber: 'EA123456789VN' };
      },
    },
    acceptHandOver: {
      allowed: ['otherSpecialist'],
      sample: async () => acts().aHandOver(),
    },
  };

  /** Carries out the commands above, each with its own rule; shown in `assignment.db.test.ts`. */
  const decidedOneByOne = ['bulk'];
  /** What only the installation itself calls, without an actor. */
  const internalCommands = ['loadCodePatterns'];

  it('has a row for every command', () => {
    const { commands } = dossiers();
    expect([...Object.keys(commandRules), ...decidedOneByOne, ...internalCommands].sort()).toEqual(
      Object.keys(commands).sort(),
    );
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
      const outcome = await run(command, world.as(all.people[who]), input);
      expect([who, outcome.ok || outcome.refusal.kind]).toEqual([
        who,
        expect.stringMatching(/^(forbidden|not-found|unauthenticated)$/),
      ]);
    }
    expect(await written()).toEqual(before);
    const first = all.people[allowed[0] ?? 'anonymous'];
    for (const elsewhere of withForeignIds(input, anyId))
      expect(await run(command, world.as(first), elsewhere)).toMatchObject({ ok: false });
    expect(await written()).toEqual(before);
    for (const who of allowed)
      expect(await run(command, world.as(all.people[who]), await sample())).toMatchObject({ ok: true });
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
});
