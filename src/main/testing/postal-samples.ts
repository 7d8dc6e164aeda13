import { must } from '../../platform/testing/must.ts';
import type { TestDatabase } from '../../platform/testing/test-database.ts';
import { aBirthDraft } from './birth-draft.ts';
import type { CommunePeople } from './commune-people.ts';
import { birthPapers } from './dossier-samples.ts';
import type { SeededProduct } from './seeded-product.ts';
import { morning } from './test-config.ts';

/** Where the results of these samples go. */
export const home = {
  recipient: 'Phan Thị Mỹ Duyên',
  phone: '0530000051',
  address: 'Số 12, khu phố 3, phường Tân Ninh, tỉnh Tây Ninh',
};

/** Births whose people chose the post; each call makes new ones. */
export function postalSamples(
  world: SeededProduct,
  test: Pick<TestDatabase, 'owner'>,
  people: () => CommunePeople,
) {
  const dossiers = () => world.product.modules.dossiers;

  /** Handed in with the choice. */
  async function aSubmitted(post: unknown, now = morning) {
    const { owner } = people();
    const { commands } = dossiers();
    const draftId = await aBirthDraft(world, test, owner);
    const renewed = must(await commands.renewDraft(world.as(owner, now), { draftId }));
    const chosen = must(
      await commands.chooseForDraft(world.as(owner, now), {
        draftId,
        expectedVersion: renewed.version,
        post,
      }),
    );
    const submit = { draftId, expectedVersion: chosen.version };
    return must(await commands.submitDraft(world.as(owner, now), submit));
  }

  /** With its result numbered: it waits to be handed over. Gives the step that does it. */
  async function aFinished(post: unknown, now = morning) {
    const { dossierId, code } = await aSubmitted(post, now);
    const { counter, specialist, leader, clerk } = people();
    const { commands } = dossiers();
    must(
      await commands.acceptDossier(world.as(counter, now), {
        dossierId,
        expectedVersion: 1,
        components: birthPapers,
      }),
    );
    for (const officer of [specialist, leader])
      must(
        await commands.completeTask(world.as(officer, now), { taskId: await openTask(), outcome: 'forward' }),
      );
    const result = { typeCode: 'KQ.G15.000031', book: '01/2026', issuedOn: now.toISOString().slice(0, 10) };
    must(
      await commands.completeTask(world.as(clerk, now), {
        taskId: await openTask(),
        outcome: 'forward',
        result,
      }),
    );
    async function openTask(): Promise<string> {
      const seen = must(await dossiers().queries.getOfficeDossier(world.as(counter, now), dossierId));
      return seen.tasks.find(({ closedAt }) => closedAt === undefined)?.taskId ?? '';
    }
    return { dossierId, code, taskId: await openTask() };
  }

  return { aSubmitted, aFinished };
}
