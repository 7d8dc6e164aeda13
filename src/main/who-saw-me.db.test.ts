import { beforeAll, describe, expect, it } from 'vitest';
import type { CitizenActor, OfficerActor } from '../kernel/actor.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { recordRead } from '../platform/journal.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { useAuthorisationWorld } from './testing/authorisation-world.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

/** Principle 6 of the product: every read of personal data is a row its owner can see, whoever handed in. */
describe('who has seen what is kept of me', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const all = useAuthorisationWorld(test, world);
  const number = '072058999004';
  let muoi: CitizenActor;
  let counter: OfficerActor;

  beforeAll(async () => {
    muoi = await world.citizen('Lê Văn Út Mười', number, '0530000054');
    counter = all.officerAccount('counter');
  }, 120_000);

  const mine = async (actor: CitizenActor = muoi) =>
    must(await world.product.modules.audit.queries.myReadings(world.as(actor))).items;
  const takeIn = async (owner: object) => {
    const made = await all.dossiers().commands.registerWalkIn(world.as(counter), { ...all.walkIn(), owner });
    return must(made);
  };
  const open = async (dossierId: string) =>
    must(await all.dossiers().queries.getOfficeDossier(world.as(counter), dossierId));

  it('tells of a dossier taken in at a counter, by number and name, and nobody else', async () => {
    expect(await mine()).toEqual([]);
    const { dossierId, code } = await takeIn({ name: 'Lê Văn Út Mười', identityNumber: number });
    await open(dossierId);
    expect(await mine()).toMatchObject([
      {
        query: 'dossiers.office-dossier',
        own: false,
        reader: { kind: 'officer', name: 'Lê Thị Ngọc Huyền', unit: expect.any(String) },
        about: [{ code }],
      },
    ]);
    // Its page is not theirs: nobody signed in to hand it in.
    expect((await mine())[0]?.about[0]).not.toHaveProperty('dossierId');
    const stranger = await world.citizen('Lê Văn Khác', '072195999777', '0530000052');
    expect(await mine(stranger)).toEqual([]);
  });

  it('tells nothing to whose number was put down by a slip under another name', async () => {
    const before = (await mine()).length;
    const { dossierId } = await takeIn({ name: 'Trần Thị Bông', identityNumber: number });
    await open(dossierId);
    expect(await mine()).toHaveLength(before);
  });

  it('tells of the files of such a dossier, and of lists it stood in', async () => {
    const { dossierId, code } = await takeIn({ name: 'Lê Văn Út Mười', identityNumber: number });
    await world.runJobs();
    const view = await open(dossierId);
    const fileId = view.letters.find((letter) => letter.fileId !== undefined)?.fileId;
    must(await all.dossiers().queries.search(world.as(counter), code));
    const subjectIds = [fileId ?? ''];
    await recordRead(test.db, world.as(counter), newUuidV7, { query: 'documents.open-file', subjectIds });
    const seen = (await mine()).filter(({ about }) => about.some((each) => each.code === code));
    expect(seen.map(({ query }) => query)).toEqual(
      expect.arrayContaining(['documents.open-file', 'dossiers.search', 'dossiers.office-dossier']),
    );
  });

  it('tells of looks at the record, and of requests and journal rows that name the person', async () => {
    const admin = { ...(await world.officer('quantri')), provedAt: morning };
    const { identity, privacy, audit } = world.product.modules;
    must(await identity.citizens.findCitizens(world.as(admin), { text: number }));
    must(
      await privacy.commands.askCorrection(world.as(muoi), {
        field: 'other',
        text: 'Sai tên đệm trong bản ghi',
      }),
    );
    must(await privacy.queries.openCorrections(world.as(admin)));
    must(await audit.queries.search(world.as(admin), { subject: muoi.personId }));
    must(await audit.queries.search(world.as(admin), { name: 'privacy.' }));
    for await (const _ of must(await audit.queries.export(world.as(admin), { name: 'privacy.' })));
    const records = (await mine()).filter(({ about }) => about.length === 0).map(({ query }) => query);
    expect(records.toSorted()).toEqual([
      'audit.export',
      'audit.search',
      'audit.search',
      'identity.find-citizens',
      'privacy.open-corrections',
    ]);
  });

  it('shows who handed in themselves their dossiers with the page of each, without their own looks', async () => {
    const { owner, running } = all;
    must(await all.dossiers().queries.getMyDossier(world.as(owner), running.dossierId));
    await open(running.dossierId);
    const items = await mine(owner);
    expect(items.map(({ query }) => query)).not.toContain('dossiers.my-dossier');
    expect(items[0]).toMatchObject({
      query: 'dossiers.office-dossier',
      about: [{ code: running.code, dossierId: running.dossierId }],
    });
  });

  it('is for citizens alone, and takes no cursor of anybody', async () => {
    const { myReadings } = world.product.modules.audit.queries;
    expect(await myReadings(world.as(counter))).toMatchObject({ ok: false });
    expect(await myReadings(world.as(muoi), newUuidV7())).toMatchObject({ ok: false });
  });

  it('stands in the copy of their data', async () => {
    const { commands } = world.product.modules.privacy;
    const { exportId } = must(await commands.askExport(world.as(muoi)));
    await world.runJobs();
    const { content } = must(await commands.takeExport(world.as(muoi), { exportId, form: 'json' }));
    const readings = JSON.parse(content).sections.find(({ key }: { key: string }) => key === 'readings');
    expect(readings.items.length).toBeGreaterThan(4);
    expect(JSON.stringify(readings)).toMatch(/Lê Thị Ngọc Huyền, .*Mở hồ sơ|Tìm bản ghi của một người dân/);
  });
});
