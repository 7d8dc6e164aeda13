import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CitizenActor, OfficerActor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import { many, one } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { communePeople } from './testing/commune-people.ts';

import { birthPapers, dossierSamples } from './testing/dossier-samples.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

/** All kinds of commands at once at one commune, as on a busy morning: locks are taken in one order, or this hangs. */
describe('mixed commands at one commune', () => {
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

  const { aDraft, aSubmitted, aCertifiedCopy } = dossierSamples(world, test, () => ({
    owner: mother,
    counter,
  }));

  /** A dossier that waits for the records clerk. */
  async function aSigned() {
    const accept = { ...(await aSubmitted()), components: birthPapers };
    const { dossierId } = must(await dossiers().commands.acceptDossier(world.as(counter), accept));
    for (const actor of [specialist, leader])
      must(await dossiers().commands.completeTask(world.as(actor), await openStep(actor, dossierId)));
    return {
      ...(await openStep(clerk, dossierId)),
      result: { typeCode: 'KQ.G15.000031', book: '01/2026', issuedOn: '2026-11-23' },
    };
  }

  async function openStep(actor: OfficerActor, dossierId: string) {
    const { tasks } = must(await dossiers().queries.getOfficeDossier(world.as(actor), dossierId));
    return { taskId: tasks.find((task) => task.closedAt === undefined)?.taskId, outcome: 'forward' };
  }

  it('32 at once: all carried out, no deadlock, no gap in any series, no half-done dossier', async () => {
    const { commands } = dossiers();
    const jobs: (() => Promise<Result<unknown>>)[] = [];
    for (let at = 0; at < 8; at += 1) {
      const [draft, submitted, signed, copy] = [
        await aDraft(),
        await aSubmitted(),
        await aSigned(),
        await aCertifiedCopy(),
      ];
      jobs.push(
        () => commands.submitDraft(world.as(mother), draft),
        () => commands.acceptDossier(world.as(counter), { ...submitted, components: birthPapers }),
        () => commands.completeTask(world.as(clerk), signed),
        () => commands.settleAtCounter(world.as(counter), copy),
      );
    }
    for (const outcome of await Promise.all(jobs.map((job) => job()))) must(outcome);
    const series = await many(
      test.owner,
      sql<{ name: string; numbers: readonly number[] }>`
        select 'register' as name, array_agg(register_serial order by register_serial) as numbers
        from dossiers.dossier where register_serial is not null
        union all select 'code', array_agg(right(code, 4)::int order by code) from dossiers.dossier
        union all select type_code, array_agg(number::int order by number::int) from documents.result group by type_code`,
    );
    expect(series).toHaveLength(4);
    for (const { numbers } of series) expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    const torn = await one(
      test.owner,
      sql<{ dossiers: number }>`
        select count(*) as dossiers from dossiers.dossier d
        where d.last_seq <> (select max(e.seq) from platform.event e where e.stream_id = d.dossier_id)
          or (d.phase = 'returned') <> (not exists (
            select from dossiers.task t where t.dossier_id = d.dossier_id and t.closed_at is null))
          or (d.phase in ('completed', 'returned')) <> exists (
            select from documents.result r where r.subject_id = d.dossier_id)`,
    );
    expect(torn.dossiers).toBe(0);
  });

  it('one intention is carried out once, also after a refusal, and is nobody else’s', async () => {
    const { commands } = dossiers();
    const submitted = await aSubmitted();
    const accept = { ...submitted, components: birthPapers };
    const request = world.as(counter);
    expect(await commands.acceptDossier(request, { ...accept, components: [] })).toMatchObject({
      ok: true,
    });
    const repeated = await Promise.all(
      [1, 2, 3].map(() => commands.acceptDossier(request, { ...accept, components: [] })),
    );
    for (const outcome of repeated) expect(outcome).toMatchObject({ ok: true });
    expect(await commands.acceptDossier(request, accept)).toMatchObject({
      refusal: { type: 'platform.request-reused' },
    });
    const stranger = await world.officer('tiepnhan.tanbien');
    expect(
      await commands.acceptDossier({ ...request, actor: stranger }, { ...accept, components: [] }),
    ).toMatchObject({ refusal: { type: 'dossiers.not-allowed' } });

    const draft = await aDraft();
    const retried = world.as(mother);
    expect(await commands.submitDraft(retried, { ...draft, expectedVersion: 9 })).toMatchObject({
      refusal: { type: 'dossiers.draft-changed' },
    });
    const first = must(await commands.submitDraft(retried, draft));
    expect(must(await commands.submitDraft(retried, draft))).toEqual(first);
  });
});
