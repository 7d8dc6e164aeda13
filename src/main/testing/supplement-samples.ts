import type { CitizenActor, OfficerActor } from '../../kernel/actor.ts';
import { must } from '../../platform/testing/must.ts';
import type { TestDatabase } from '../../platform/testing/test-database.ts';
import { aBirthDraft, anUploadedFile } from './birth-draft.ts';
import { birthPapers } from './dossier-samples.ts';
import type { SeededProduct } from './seeded-product.ts';

interface SupplementPeople {
  readonly mother: CitizenActor;
  readonly counter: OfficerActor;
  readonly specialist: OfficerActor;
  readonly signerPostId: string;
}

/** When it is asked, and when it is answered. */
export const asked = new Date('2026-11-25T09:00:00+07:00');
export const later = new Date('2026-11-27T09:00:00+07:00');

/** Those who ask for what is missing in birth registrations of phường Tân Ninh, and who answers. */
export async function supplementPeople(
  world: Pick<SeededProduct, 'citizen' | 'officer'>,
): Promise<SupplementPeople> {
  const leader = await world.officer('phochutich.tanninh');
  return {
    mother: await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051'),
    counter: await world.officer('tiepnhan.tanninh'),
    specialist: await world.officer('hotich.tanninh'),
    signerPostId: leader.posts[0]?.postId ?? '',
  };
}

/** Birth registrations on their way, and requests for what they lack; each call makes new ones. */
export function supplementSamples(
  world: Pick<SeededProduct, 'product' | 'as'>,
  test: TestDatabase,
  people: () => SupplementPeople,
) {
  const dossiers = () => world.product.modules.dossiers;
  const item = { componentKey: 'giay-chung-sinh', reason: 'Bản chụp mờ, không đọc được số giấy' };
  const officeView = async (dossierId: string, actor: OfficerActor, now = asked) =>
    must(await dossiers().queries.getOfficeDossier(world.as(actor, now), dossierId));

  async function submitted(now = asked) {
    const submit = { draftId: await aBirthDraft(world, test, people().mother), expectedVersion: 3 };
    const { dossierId } = must(await dossiers().commands.submitDraft(world.as(people().mother, now), submit));
    const [task] = (await officeView(dossierId, people().counter)).tasks;
    return { dossierId, taskId: task?.taskId ?? '' };
  }

  async function accepted() {
    const { dossierId } = await submitted();
    const input = { dossierId, expectedVersion: 1, components: birthPapers };
    must(await dossiers().commands.acceptDossier(world.as(people().counter, asked), input));
    const { tasks } = await officeView(dossierId, people().counter);
    return { dossierId, taskId: tasks.find((task) => task.closedAt === undefined)?.taskId ?? '' };
  }

  const ask = (taskId: string, more: object = {}) => ({
    taskId,
    items: [item],
    answerBy: '2026-12-04',
    signerPostId: people().signerPostId,
    ...more,
  });

  async function askedInAppraisal() {
    const { dossierId, taskId } = await accepted();
    const input = ask(taskId);
    const { requestId } = must(
      await dossiers().commands.requestSupplement(world.as(people().specialist, asked), input),
    );
    return { dossierId, taskId, requestId };
  }

  async function give(dossierId: string, requestId: string, now = later) {
    const fileId = await anUploadedFile(test, people().mother);
    const input = { dossierId, requestId, componentKey: 'giay-chung-sinh', fileIds: [fileId] };
    must(await dossiers().commands.attachSupplementFiles(world.as(people().mother, now), input));
    return fileId;
  }

  return { item, officeView, submitted, accepted, ask, askedInAppraisal, give };
}
