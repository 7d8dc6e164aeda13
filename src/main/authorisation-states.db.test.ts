import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Result } from '../kernel/result.ts';
import type { Dossiers } from '../modules/dossiers/public.ts';
import { one } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { useAuthorisationWorld, type Who } from './testing/authorisation-world.ts';

import { birthPapers } from './testing/dossier-samples.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

/** After acceptance it waits at the specialist, at the leader, at the clerk; then the result waits at the counter, or is gone. */
const states = [
  'submitted',
  'refused',
  'atSpecialist',
  'atLeader',
  'atClerk',
  'atReturn',
  'returned',
  'stopped',
] as const;
type State = (typeof states)[number];

/** A dossier in a state, with its latest task. */
interface Standing {
  readonly dossierId: string;
  readonly version: number;
  readonly taskId: string | undefined;
}

interface Act {
  /** Who may, where it may be done at all. */
  readonly by: Who;
  readonly in: readonly State[];
  readonly input: (standing: Standing) => object;
}

const running: readonly State[] = ['atSpecialist', 'atLeader', 'atClerk'];

/** What may be done to a dossier × the state it is in: with the right hands it works in the states named, and nowhere else. */
describe('acts of dossiers by state', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const all = useAuthorisationWorld(test, world);
  const { dossiers, unitId } = all;
  const reason = 'Bản chụp mờ, không đọc được số giấy';
  const signer = () => all.officerAccount('leader').posts[0]?.postId;

  const acts = {
    acceptDossier: {
      by: 'counter',
      in: ['submitted'],
      input: ({ dossierId, version }) => ({ dossierId, expectedVersion: version, components: birthPapers }),
    },
    refuseIntake: {
      by: 'counter',
      in: ['submitted'],
      input: ({ dossierId, version }) => ({ dossierId, expectedVersion: version, reason }),
    },
    takeUpTask: { by: 'specialist', in: ['atSpecialist'], input: ({ taskId }) => ({ taskId }) },
    assignTask: {
      by: 'leader',
      in: ['atSpecialist'],
      input: ({ taskId }) => ({ taskId, accountId: all.officerAccount('specialist').accountId }),
    },
    completeTask: {
      by: 'specialist',
      in: ['atSpecialist'],
      input: ({ taskId }) => ({ taskId, outcome: 'forward' }),
    },
    requestSupplement: {
      by: 'specialist',
      in: ['atSpecialist'],
      input: ({ taskId }) => ({
        taskId,
        items: [{ componentKey: 'giay-chung-sinh', reason }],
        answerBy: '2026-12-04',
        signerPostId: signer(),
      }),
    },
    askOpinion: {
      by: 'specialist',
      in: ['atSpecialist'],
      input: ({ taskId }) => ({
        taskId,
        unitId: unitId('phuong-tan-ninh/economy'),
        question: 'Đề nghị xác nhận nơi cư trú',
        hours: 8,
        wait: true,
      }),
    },
    transferDossier: {
      by: 'specialist',
      in: ['atSpecialist'],
      input: ({ taskId }) => ({ taskId, toUnitId: unitId('xa-tan-bien'), reason }),
    },
    suspendClock: { by: 'leader', in: running, input: ({ dossierId }) => ({ dossierId, ground: 'outage' }) },
    apologise: {
      by: 'leader',
      in: running,
      input: ({ dossierId }) => ({ dossierId, newDueOn: '2026-11-26', reason }),
    },
    stopDossier: {
      by: 'leader',
      in: running,
      input: ({ dossierId, version }) => ({
        dossierId,
        expectedVersion: version,
        ground: 'law',
        reason,
        money: 'Chưa thu phí',
        signerPostId: signer(),
      }),
    },
    requestWithdrawal: {
      by: 'owner',
      in: running,
      input: ({ dossierId }) => ({ dossierId, reason }),
    },
  } as const satisfies Partial<Record<keyof Dossiers['commands'], Act>>;
  const rows = Object.entries(acts) as readonly (readonly [keyof typeof acts, Act])[];

  it.each(states)('a dossier that is %s', async (state) => {
    const dossierId = await aDossier(state);
    for (const [name, act] of rows.filter(([, each]) => !each.in.includes(state))) {
      const before = await written();
      const outcome = await run(name, act, await standingOf(dossierId));
      expect([name, outcome.ok || outcome.refusal.kind]).toEqual([
        name,
        expect.stringMatching(/^(conflict|invalid|not-found|forbidden)$/),
      ]);
      expect(await written()).toEqual(before);
    }
    for (const [name, act] of rows.filter(([, each]) => each.in.includes(state)))
      expect([name, await run(name, act, await standingOf(await aDossier(state)))]).toEqual([
        name,
        expect.objectContaining({ ok: true }),
      ]);
  });

  function run(name: keyof typeof acts, { by, input }: Act, standing: Standing): Promise<Result<unknown>> {
    return dossiers().commands[name](world.as(all.people[by]), input(standing));
  }

  let results = 0;
  /** A birth registration brought by its commands to where it is to stand. */
  async function aDossier(state: State): Promise<string> {
    const { commands } = dossiers();
    const as = (who: Who) => world.as(all.people[who]);
    if (state === 'submitted') return (await all.aSubmitted()).dossierId;
    if (state === 'refused') {
      const input = { ...(await all.aSubmitted()), reason };
      return must(await commands.refuseIntake(as('counter'), input)).dossierId;
    }
    const { dossierId } = await all.anAccepted();
    if (state === 'stopped') {
      const stop = acts.stopDossier.input(await standingOf(dossierId));
      must(await commands.stopDossier(as('leader'), stop));
      return dossierId;
    }
    results += 1;
    const result = {
      typeCode: 'KQ.G15.000031',
      number: `${results}`,
      book: '01/2026',
      issuedOn: '2026-11-23',
    };
    const steps: readonly (readonly [State, Who, object])[] = [
      ['atSpecialist', 'specialist', {}],
      ['atLeader', 'leader', {}],
      ['atClerk', 'clerk', { result }],
      ['atReturn', 'counter', {}],
    ];
    for (const [at, who, more] of steps) {
      if (at === state) return dossierId;
      const { taskId } = await standingOf(dossierId);
      must(await commands.completeTask(as(who), { taskId, outcome: 'forward', ...more }));
    }
    return dossierId;
  }

  function standingOf(dossierId: string): Promise<Standing> {
    return one(
      test.owner,
      sql<Standing>`
        select d.dossier_id as "dossierId", d.version,
          (select t.task_id from dossiers.task t where t.dossier_id = d.dossier_id
           order by t.closed_at nulls first, t.opened_at desc, t.task_id desc limit 1) as "taskId"
        from dossiers.dossier d where d.dossier_id = ${dossierId}`,
    );
  }

  function written() {
    return one(
      test.owner,
      sql<{ events: number; actions: number; requests: number }>`
        select (select count(*) from platform.event) as events, (select count(*) from platform.action) as actions,
          (select count(*) from platform.request_log) as requests`,
    );
  }
});
