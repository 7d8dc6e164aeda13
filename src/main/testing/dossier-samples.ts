import type { CitizenActor, OfficerActor } from '../../kernel/actor.ts';
import { plainDateOf } from '../../kernel/plain-date.ts';
import { newUuidV7 } from '../../platform/ids.ts';
import { must } from '../../platform/testing/must.ts';
import type { TestDatabase } from '../../platform/testing/test-database.ts';
import { aBirthDraft } from './birth-draft.ts';
import type { SeededProduct } from './seeded-product.ts';
import { morning } from './test-config.ts';

/** Who hands dossiers in and who takes them; known once the test has signed them in. */
interface SamplePeople {
  readonly owner: CitizenActor;
  readonly counter: OfficerActor;
}

/** The papers of a birth registered online, as its counter finds them. */
export const birthPapers = [
  { key: 'giay-chung-sinh', receivedOriginals: 1, receivedCopies: 0, comparedWithOriginal: true },
];

/** Dossiers of phường Tân Ninh on their way, and inputs that its people may send; each call makes new ones. */
export function dossierSamples(world: SeededProduct, test: TestDatabase, people: () => SamplePeople) {
  const dossiers = () => world.product.modules.dossiers;
  const unitId = (key: string) => world.product.modules.identity.units.byKey(key)?.id;
  const aDraft = async () => ({
    draftId: await aBirthDraft(world, test, people().owner),
    expectedVersion: 3,
  });
  const withoutVersion = async () => ({ draftId: (await aDraft()).draftId });

  async function aSubmitted() {
    const { dossierId } = must(
      await dossiers().commands.submitDraft(world.as(people().owner), await aDraft()),
    );
    return { dossierId, expectedVersion: 1 };
  }

  async function anAccepted() {
    const input = { ...(await aSubmitted()), components: birthPapers };
    const { dossierId } = must(await dossiers().commands.acceptDossier(world.as(people().counter), input));
    const seen = must(await dossiers().queries.getOfficeDossier(world.as(people().counter), dossierId));
    const taskId = seen.tasks.find((task) => task.kind === 'work')?.taskId;
    return { dossierId, code: seen.code, taskId };
  }

  async function aTask() {
    return { taskId: (await anAccepted()).taskId };
  }

  const walkIn = () => ({
    procedureCode: '1.001193',
    caseKey: 'co-chung-sinh',
    caseAnswers: { 'chung-sinh': 'co', 'hoan-canh': 'binh-thuong', 'uy-quyen': 'khong' },
    competentUnitId: unitId('phuong-tan-ninh'),
    receivedUnitId: unitId('phuong-tan-ninh/one-stop'),
    owner: { name: 'Võ Thị Hạnh Nguyên' },
    components: [
      ...birthPapers,
      { key: 'to-khai', receivedOriginals: 1, receivedCopies: 0, comparedWithOriginal: false },
      { key: 'giay-to-tuy-than', receivedOriginals: 0, receivedCopies: 0, comparedWithOriginal: true },
    ],
  });

  async function aCertifiedCopy() {
    const ward = unitId('phuong-tan-ninh');
    if (!ward) throw new Error('no ward');
    const today = plainDateOf(morning);
    const [leader] = await world.product.modules.identity.performersOf(test.db, ward, 'leader', today);
    return {
      ...walkIn(),
      procedureCode: '2.000815',
      caseKey: 'thuong',
      caseAnswers: {},
      components: [{ key: 'ban-chinh', receivedOriginals: 0, receivedCopies: 0, comparedWithOriginal: true }],
      fee: { receiptNumber: newUuidV7().slice(-12), amount: 21_000, quantities: { page: 5, copy: 3 } },
      signerPostId: leader?.posts[0]?.postId,
      result: { typeCode: 'KQ.G15.000021', book: '01/2026', issuedOn: '2026-11-23' },
    };
  }

  return { aDraft, withoutVersion, aSubmitted, anAccepted, aTask, walkIn, aCertifiedCopy };
}
