import { beforeAll, describe, expect, it } from 'vitest';
import type { CitizenActor, OfficerActor } from '../kernel/actor.ts';
import { plainDateOf } from '../kernel/plain-date.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';

import { birthPapers, dossierSamples } from './testing/dossier-samples.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

/** Staff of the public post at the counter of a ward: they take in and nothing else (practice 15). */
describe('the post office at the counter', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  let owner: CitizenActor;
  let counter: OfficerActor;
  let post: OfficerActor;

  beforeAll(async () => {
    owner = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    counter = await world.officer('tiepnhan.tanninh');
    post = await world.officer('buudien.tanninh');
  }, 60_000);

  const { aSubmitted, anAccepted, aCertifiedCopy } = dossierSamples(world, test, () => ({ owner, counter }));
  const inbox = async (queue: 'cho-tiep-nhan' | 'dang-thu-ly' | 'cho-tra-ket-qua' | 'tra-hom-nay') =>
    must(await dossiers().queries.inbox(world.as(post), queue)).items.map(({ dossierId }) => dossierId);

  it('sees what waits at the counter, counted, and takes it in', async () => {
    const { dossierId, expectedVersion } = await aSubmitted();
    expect(await inbox('cho-tiep-nhan')).toContain(dossierId);
    const asCounter = await dossiers().queries.queueCounts(world.as(counter));
    const counts = await dossiers().queries.queueCounts(world.as(post));
    expect(counts).toEqual(new Map([['cho-tiep-nhan', asCounter.get('cho-tiep-nhan')]]));
    const seen = must(await dossiers().queries.getOfficeDossier(world.as(post), dossierId));
    expect(seen.actions.map(({ action }) => action)).toEqual(['accept']);
    must(
      await dossiers().commands.acceptDossier(world.as(post), {
        dossierId,
        expectedVersion,
        components: birthPapers,
      }),
    );
    expect(await inbox('cho-tiep-nhan')).not.toContain(dossierId);
  });

  it('neither refuses nor finishes a matter, and is offered neither', async () => {
    const refused = { ok: false, refusal: { type: 'dossiers.not-allowed' } };
    const waiting = await aSubmitted();
    const reason = 'Không thuộc thẩm quyền giải quyết';
    expect(await dossiers().commands.refuseIntake(world.as(post), { ...waiting, reason })).toMatchObject(
      refused,
    );
    expect(await dossiers().commands.settleAtCounter(world.as(post), await aCertifiedCopy())).toMatchObject(
      refused,
    );
    const atCounter = async (who: OfficerActor) =>
      must(await dossiers().queries.counter(world.as(who), { procedureCode: '2.000815' })).finishes;
    expect([await atCounter(counter), await atCounter(post)]).toEqual([true, false]);
  });

  it('does not work on what was taken in', async () => {
    const { dossierId, taskId } = await anAccepted();
    const seen = must(await dossiers().queries.getOfficeDossier(world.as(post), dossierId));
    expect(seen.actions).toEqual([]);
    expect(
      await dossiers().commands.completeTask(world.as(post), { taskId, outcome: 'forward' }),
    ).toMatchObject({ ok: false });
  });

  it('is no officer of the counter: with the post alone, nothing can be handed in there', async () => {
    const { identity } = world.product.modules;
    const unit = identity.units.byKey('phuong-tan-ninh/one-stop');
    const holders =
      unit && (await identity.performersOf(test.db, unit.id, 'oneStopOfficer', plainDateOf(morning)));
    expect(holders?.map(({ personId }) => personId)).not.toContain(post.personId);
  });
});
