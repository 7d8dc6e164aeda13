import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { type CommunePeople, communePeople } from './testing/commune-people.ts';
import { decideLists } from './testing/decide-lists.ts';
import { birthPapers, dossierSamples } from './testing/dossier-samples.ts';
import { aMaritalStatusDossier } from './testing/marital-status.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

const at = (local: string) => new Date(`${local}+07:00`);
const birth = '1.001193';
/** After the promises of Monday 23/11 have passed. */
const later = at('2026-12-09T08:30:00');

/** Birth registration is one of the 25 essential services, until a decision takes it off the list on 01/12/2026. */
describe('essential services by decision', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  let people: CommunePeople & { readonly control: OfficerActor };
  const { aSubmitted, walkIn } = dossierSamples(world, test, () => people);

  beforeAll(async () => {
    people = { ...(await communePeople(world)), control: await world.officer('kiemsoat.tthc') };
    const lists = [{ change: 'remove', code: birth, list: 'essential' }];
    await decideLists(world, people.control, lists, { now: morning, from: '2026-12-01' });
  }, 60_000);

  const essentialBy = async (dossierId: string, now = morning) =>
    must(await dossiers().queries.getOfficeDossier(world.as(people.counter, now), dossierId)).essentialBy;
  const late = async (filter: object) =>
    must(await dossiers().queries.lateDossiers(world.as(people.counter, later), filter)).items.map(
      ({ dossierId, isEssential }) => [dossierId, isEssential],
    );

  it('mark what comes in while they are listed, for good, and narrow the list of what is late', async () => {
    const online = await aSubmitted();
    must(
      await dossiers().commands.acceptDossier(world.as(people.counter), {
        ...online,
        components: birthPapers,
      }),
    );
    const { dossierId: atCounter } = must(
      await dossiers().commands.registerWalkIn(world.as(people.counter), walkIn()),
    );
    const other = await aMaritalStatusDossier(world, people.counter, morning);
    expect(await essentialBy(online.dossierId)).toContain('06/QĐ-TTg');
    expect(await essentialBy(atCounter)).toContain('06/QĐ-TTg');
    expect(await essentialBy(other)).toBeUndefined();
    // The list has ended meanwhile: what came in under it stays what it was.
    expect(await essentialBy(online.dossierId, later)).toContain('06/QĐ-TTg');
    expect((await late({})).length).toBe(3);
    const listed = [online.dossierId, atCounter].map((dossierId) => [dossierId, true]);
    expect((await late({ essential: true })).toSorted()).toEqual(listed.toSorted());
  });

  it('do not mark what comes in after the list has ended', async () => {
    const { dossierId } = must(
      await dossiers().commands.registerWalkIn(world.as(people.counter, later), walkIn()),
    );
    expect(await essentialBy(dossierId, later)).toBeUndefined();
  });
});
