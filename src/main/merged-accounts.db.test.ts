import { beforeAll, describe, expect, it } from 'vitest';
import type { CitizenActor } from '../kernel/actor.ts';
import type { Id } from '../kernel/id.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { aBirthDraft } from './testing/birth-draft.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

/** What was handed in with one account of a person, seen with another. */
describe('dossiers of a person with two accounts', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  let old: CitizenActor;
  let both: CitizenActor;
  let dossierId: string;
  let draftId: string;

  beforeAll(async () => {
    old = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    const other = await world.citizen('Phan Thị Mỹ Duyên', '072195999021', '0530000051');
    both = { ...other, accountIds: [other.accountId, old.accountId] };
    const submitted = await aBirthDraft(world, test, old);
    const { version } = must(await dossiers().queries.getDraft(world.as(old), submitted));
    const handIn = { draftId: submitted, expectedVersion: version };
    ({ dossierId } = must(await dossiers().commands.submitDraft(world.as(old), handIn)));
    draftId = await aBirthDraft(world, test, old);
    await world.runJobs();
  }, 60_000);

  it('are listed and opened, with drafts, files, messages and readers', async () => {
    const { queries } = dossiers();
    expect(must(await queries.listMyDossiers(world.as(both))).items).toMatchObject([{ dossierId }]);
    expect(await queries.listDrafts(world.as(both))).toMatchObject([{ draftId }]);
    expect(await queries.getDraft(world.as(both), draftId)).toMatchObject({ ok: true });
    const view = must(await queries.getMyDossier(world.as(both), dossierId));
    const fileId = view.letters[0]?.fileId;
    if (!fileId) throw new Error('no letter');
    const { notifications, audit } = world.product.modules;
    expect(await queries.mayReadFile(world.as(both), fileId as Id<'file'>)).toBe(true);
    const messages = must(await notifications.queries.inbox(world.as(both))).items;
    expect(messages.map((message) => message.dossierId)).toContain(dossierId);
    const readers = must(await audit.queries.accesses(world.as(both), dossierId));
    expect(readers.items.every(({ own }) => own)).toBe(true);
  });

  it('are acted on, and submitted as the person they now are', async () => {
    const { commands, queries } = dossiers();
    const { version } = must(await queries.getDraft(world.as(both), draftId));
    const done = must(await commands.submitDraft(world.as(both), { draftId, expectedVersion: version }));
    expect(must(await queries.listMyDossiers(world.as(both))).items.map((each) => each.dossierId)).toEqual([
      done.dossierId,
      dossierId,
    ]);
    const counter = await world.officer('tiepnhan.tanninh');
    const { parties } = must(await queries.getOfficeDossier(world.as(counter), done.dossierId));
    expect(parties.map(({ role, identityNumber }) => [role, identityNumber])).toEqual([
      ['owner', '072195999021'],
      ['submitter', '072195999021'],
    ]);
  });

  it('stay closed to everybody else', async () => {
    const stranger = { ...both, accountIds: [newUuidV7<'account'>()] };
    const { queries } = dossiers();
    expect(must(await queries.listMyDossiers(world.as(stranger))).items).toEqual([]);
    for (const answer of [
      await queries.getMyDossier(world.as(stranger), dossierId),
      await queries.getDraft(world.as(stranger), draftId),
    ])
      expect(answer).toMatchObject({ ok: false, refusal: { kind: 'not-found' } });
  });
});
