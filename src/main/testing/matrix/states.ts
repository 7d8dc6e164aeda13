import { sql } from 'kysely';
import type { CitizenActor, OfficerActor } from '../../../kernel/actor.ts';
import { maybeOne } from '../../../platform/database.ts';
import { must } from '../../../platform/testing/must.ts';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';
import { actSamples } from '../act-samples.ts';
import type { AuthorisationWorld } from '../authorisation-world.ts';
import { dossierSamples } from '../dossier-samples.ts';
import { aLandTransfer } from '../land-transfer.ts';
import { home, postalSamples } from '../postal-samples.ts';
import type { SeededProduct } from '../seeded-product.ts';
import { morning } from '../test-config.ts';
import type { StateFacts, StepFacts } from './facts.ts';

/** Through whose hands the dossiers of the matrix went. */
export interface Hands {
  readonly owner: CitizenActor;
  readonly counter: OfficerActor;
  readonly secondCounter: OfficerActor;
  readonly specialist: OfficerActor;
  readonly leader: OfficerActor;
  readonly clerk: OfficerActor;
  readonly landHead: OfficerActor;
}

const ward = 'phuong-tan-ninh';
const counterUnit = `${ward}/one-stop`;
const section = `${ward}/office`;
const landOffice = 'van-phong-dang-ky-dat-dai';

const steps = {
  intake: { kind: 'intake', role: 'oneStopOfficer', unit: counterUnit },
  work: { kind: 'work', role: 'specialist', unit: section },
  sign: { kind: 'sign', role: 'leader', unit: ward },
  issue: { kind: 'issue', role: 'recordsClerk', unit: ward },
  return: { kind: 'return', role: 'oneStopOfficer', unit: counterUnit },
} as const satisfies Readonly<Record<string, StepFacts>>;

const birth = {
  procedure: '1.001193',
  sector: 'Hộ tịch',
  received: counterUnit,
  competent: ward,
  done: [],
} as const;
const submitted = { ...birth, phase: 'submitted', step: steps.intake } as const;
const atWork = { ...birth, phase: 'running', step: steps.work, done: [counterUnit] } as const;

/** Where a dossier may stand, and what is true of it there. */
export const states = {
  submitted,
  heldAtCounter: { ...submitted, step: { ...steps.intake, heldBy: 'secondCounter' } },
  askedAtIntake: { ...submitted, asked: 'intake' },
  postAwaited: { ...submitted, post: 'in' },
  refused: { ...submitted, phase: 'refused' },
  accepted: atWork,
  toAssign: { ...atWork, step: { ...steps.work, toAssign: true } },
  taken: { ...atWork, step: { ...steps.work, heldBy: 'specialist' } },
  asked: { ...atWork, asked: 'appraisal', askedBefore: true },
  answered: { ...atWork, askedBefore: true },
  wished: { ...atWork, wish: true },
  opinionAsked: {
    ...atWork,
    opinion: { kind: 'opinion', role: 'specialist', unit: 'xa-tan-bien/office' },
  },
  outage: { ...atWork, line: true },
  withPart: { ...atWork, part: true },
  handedOver: { ...atWork, step: { ...steps.work, unit: 'xa-tan-bien/office', notAccepted: true } },
  transferred: {
    ...atWork,
    competent: 'xa-tan-bien',
    step: { ...steps.work, unit: 'xa-tan-bien/office' },
    done: [counterUnit, section],
  },
  atLeader: { ...atWork, step: steps.sign, done: [counterUnit, section] },
  atClerk: { ...atWork, step: steps.issue, done: [counterUnit, section, ward] },
  atReturn: {
    ...atWork,
    phase: 'completed',
    step: steps.return,
    done: [counterUnit, section, ward],
    post: 'out',
  },
  returned: { ...atWork, phase: 'returned', step: steps.return, done: [counterUnit, section, ward] },
  stopped: { ...atWork, phase: 'stopped' },
  waiting: {
    procedure: '1.013831',
    sector: 'Đất đai',
    received: counterUnit,
    competent: landOffice,
    phase: 'running',
    step: { kind: 'wait', role: 'specialist', unit: landOffice },
    done: [counterUnit, landOffice],
    walkIn: true,
  },
} as const satisfies Readonly<Record<string, StateFacts>>;

export type State = keyof typeof states;

export const stateNames = Object.keys(states) as readonly State[];

/** Brings one dossier into each state, by commands; by hand where only another process or a merger would lead there. */
export function stateMakers(world: SeededProduct, test: TestDatabase, hands: Hands) {
  const { commands, queries } = world.product.modules.dossiers;
  const { db } = world.product;
  const unitId = (key: string) => world.product.modules.identity.units.byKey(key)?.id;
  const samples = dossierSamples(world, test, () => hands);
  const post = postalSamples(world, test, () => hands);
  const named = (who: string) => must1(hands[who as 'leader'], who);
  const all = {
    ...samples,
    unitId,
    owner: hands.owner,
    officerAccount: named,
  } as unknown as AuthorisationWorld;
  const sample = actSamples(world, test, all);
  const by = (hand: Exclude<keyof Hands, 'owner'>) => world.as(hands[hand]);
  const reason = 'Bản chụp mờ, không đọc được số giấy';
  const change = async (taskId: string | undefined, set: ReturnType<typeof sql>) => {
    await sql`update dossiers.task set ${set} where jurisdiction = 1 and task_id = ${taskId}`.execute(db);
  };

  async function openTask(dossierId: string): Promise<string> {
    const row = await maybeOne(
      db,
      sql<{ id: string }>`
        select task_id as id from dossiers.task where jurisdiction = 1 and dossier_id = ${dossierId}
        order by closed_at nulls first, kind = 'opinion', opened_at desc, task_id desc limit 1`,
    );
    return row?.id ?? '';
  }

  /** A birth whose steps these have done. */
  async function movedBy(...done: readonly ('specialist' | 'leader')[]): Promise<string> {
    const { dossierId } = await samples.anAccepted();
    for (const hand of done)
      must(await commands.completeTask(by(hand), { taskId: await openTask(dossierId), outcome: 'forward' }));
    return dossierId;
  }

  const accepted = async () => (await samples.anAccepted()).dossierId;
  const withTask = async (
    work: (made: { dossierId: string; taskId?: string | undefined }) => Promise<unknown>,
  ) => {
    const made = await samples.anAccepted();
    await work(made);
    return made.dossierId;
  };

  return {
    openTask,
    make: {
      submitted: async () => (await samples.aSubmitted()).dossierId,
      async heldAtCounter() {
        const { dossierId } = await samples.aSubmitted();
        must(await commands.takeUpTask(by('secondCounter'), { taskId: await openTask(dossierId) }));
        return dossierId;
      },
      async askedAtIntake() {
        const { dossierId } = await samples.aSubmitted();
        const items = [{ componentKey: 'giay-chung-sinh', reason }];
        const ask = { taskId: await openTask(dossierId), items, answerBy: '2026-12-04' };
        must(await commands.requestSupplement(by('counter'), ask));
        return dossierId;
      },
      postAwaited: async () => (await post.aSubmitted({ sendsPapers: true })).dossierId,
      async refused() {
        const input = { ...(await samples.aSubmitted()), reason };
        return must(await commands.refuseIntake(by('counter'), input)).dossierId;
      },
      accepted,
      toAssign: () => withTask(({ taskId }) => change(taskId, sql`to_assign = true`)),
      taken: () =>
        withTask(async ({ taskId }) => must(await commands.takeUpTask(by('specialist'), { taskId }))),
      asked: async () => (await sample.anAsked()).dossierId,
      async answered() {
        const asked = await sample.anAsked();
        must(await commands.answerSupplement(world.as(hands.owner), { ...asked, note: reason }));
        return asked.dossierId;
      },
      wished: async () => (await sample.aWish()).dossierId,
      opinionAsked: async () => (await sample.anOpinion()).dossierId,
      outage: () =>
        withTask(async ({ dossierId }) =>
          must(await commands.suspendClock(by('specialist'), { dossierId, ground: 'outage' })),
        ),
      withPart: () =>
        withTask(({ dossierId }) =>
          sql`insert into dossiers.part (jurisdiction, dossier_id, procedure_code, position, name)
            values (1, ${dossierId}, '1.004222', 1, 'Đăng ký thường trú')`.execute(db),
        ),
      handedOver: () =>
        withTask(({ taskId }) =>
          change(taskId, sql`needs_acceptance = true, unit_id = ${unitId('xa-tan-bien/office')}`),
        ),
      transferred: () =>
        withTask(async ({ taskId }) =>
          must(
            await commands.transferDossier(by('specialist'), {
              taskId,
              toUnitId: unitId('xa-tan-bien'),
              reason,
            }),
          ),
        ),
      atLeader: () => movedBy('specialist'),
      atClerk: () => movedBy('specialist', 'leader'),
      atReturn: async () => (await post.aFinished({ returnTo: home })).dossierId,
      async returned() {
        const { dossierId, taskId } = await post.aFinished({ returnTo: home });
        must(await commands.completeTask(by('counter'), { taskId, outcome: 'forward' }));
        return dossierId;
      },
      async stopped() {
        const stop = await sample.aStop();
        must(await commands.stopDossier(by('leader'), stop));
        return stop.dossierId;
      },
      waiting: () => aLandTransfer(world, hands.counter, morning),
    } satisfies Readonly<Record<State, () => Promise<string>>>,
    queries,
  };
}

function must1<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`no ${what}`);
  return value;
}
