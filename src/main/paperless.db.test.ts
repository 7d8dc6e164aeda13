import { beforeAll, describe, expect, it } from 'vitest';
import type { CitizenActor, OfficerActor } from '../kernel/actor.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { createServer } from './server.ts';
import { aBirthDraft, anUploadedFile } from './testing/birth-draft.ts';
import { decideLists } from './testing/decide-lists.ts';
import { birthPapers, dossierSamples } from './testing/dossier-samples.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { aServedApp, aServerConfig, builtWeb } from './testing/served-app.ts';

const at = (local: string) => new Date(`${local}+07:00`);
/** A Monday, and the Thursday from which Thursdays are without paper. */
const monday = at('2026-11-23T08:30:00');
const thursday = at('2026-11-26T08:30:00');
const friday = at('2026-11-27T08:30:00');

/** Birth registration takes no paper on Thursdays, from 26/11/2026 on. */
describe('days without paper by decision', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  let people: { readonly owner: CitizenActor; readonly counter: OfficerActor };
  const { walkIn } = dossierSamples(world, test, () => people);

  beforeAll(async () => {
    people = {
      owner: await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051'),
      counter: await world.officer('tiepnhan.tanninh'),
    };
    const facts = { list: 'paperless', weekdays: [4] };
    const lists = [{ change: 'add', code: '1.001193', facts }];
    const control = await world.officer('kiemsoat.tthc');
    await decideLists(world, control, lists, { now: monday, from: '2026-11-24' });
  }, 60_000);

  const counter = (now: Date) => world.as(people.counter, now);
  /** The declaration seen signed, the birth certificate of the hospital and the card looked at, nothing kept. */
  const lookedAt = ['to-khai', 'giay-chung-sinh', 'giay-to-tuy-than'].map((key) => ({
    key,
    receivedOriginals: 0,
    receivedCopies: 0,
    comparedWithOriginal: true,
  }));

  it('refuse paper at the counter, naming each sheet, and ask for none', async () => {
    const { commands } = dossiers();
    expect(await commands.registerWalkIn(counter(thursday), walkIn())).toMatchObject({
      refusal: {
        type: 'dossiers.intake-incomplete',
        fields: [
          { pointer: '/components/to-khai', type: 'dossiers.paper-not-taken' },
          { pointer: '/components/to-khai', type: 'dossiers.declaration-unsigned' },
          { pointer: '/components/giay-chung-sinh', type: 'dossiers.paper-not-taken' },
        ],
      },
    });
    const unseen = { ...walkIn(), components: lookedAt.slice(2) };
    expect(await commands.registerWalkIn(counter(thursday), unseen)).toMatchObject({
      refusal: {
        fields: [
          { pointer: '/components/to-khai', type: 'dossiers.declaration-unsigned' },
          { pointer: '/components/giay-chung-sinh', type: 'dossiers.electronic-missing' },
        ],
      },
    });
    must(await commands.registerWalkIn(counter(thursday), { ...walkIn(), components: lookedAt }));
  });

  it('keep pictures of what was looked at, put on by the office', async () => {
    const { commands, queries } = dossiers();
    const { dossierId } = must(
      await commands.registerWalkIn(counter(thursday), { ...walkIn(), components: lookedAt }),
    );
    const fileIds = [await anUploadedFile(test, people.counter)];
    const scan = { dossierId, componentKey: 'giay-chung-sinh', fileIds };
    must(await commands.attachScans(counter(thursday), scan));
    const declaration = [await anUploadedFile(test, people.counter)];
    must(
      await commands.attachScans(counter(thursday), {
        dossierId,
        componentKey: 'to-khai',
        fileIds: declaration,
      }),
    );
    expect(
      await commands.attachScans(counter(thursday), { ...scan, componentKey: 'so-ho-khau' }),
    ).toMatchObject({ refusal: { type: 'dossiers.component-not-listed' } });
    const { components } = must(await queries.getOfficeDossier(counter(thursday), dossierId));
    expect(
      components
        .slice(0, 3)
        .map(({ key, paperless, byForm, signed, fileIds: files }) => [key, paperless, byForm, signed, files]),
    ).toEqual([
      ['to-khai', true, false, true, declaration],
      ['giay-chung-sinh', true, false, false, fileIds],
      ['giay-to-tuy-than', false, false, false, []],
    ]);
  });

  it('say at the counter and on the dossier who declared, and what of it is still missing', async () => {
    const session = { actor: people.counter, expired: false, displayName: 'Huyền' };
    const server = await createServer({
      config: aServerConfig(),
      app: aServedApp({
        clock: () => thursday,
        modules: world.product.modules,
        resolveSession: async () => session,
      }),
      web: await builtWeb(),
    });
    const page = async (url: string) => (await server.inject({ url })).body;
    const matter = 'hoi-chung-sinh=co&hoi-hoan-canh=binh-thuong&hoi-uy-quyen=khong';
    const desk = await page(`/can-bo/tiep-nhan/1.001193?${matter}`);
    expect(desk).toContain('Người nộp đã ký tờ khai trước mặt tôi; không giữ giấy');
    expect(desk).toContain('href="/can-bo/ho-tro"');
    const { commands } = dossiers();
    const { dossierId } = must(
      await commands.registerWalkIn(counter(thursday), { ...walkIn(), components: lookedAt }),
    );
    const taken = await page(`/can-bo/ho-so/${dossierId}`);
    expect(taken).toContain('Người nộp đã ký, cán bộ tiếp nhận đã xem');
    expect(taken).toContain('Chưa đính kèm bản chụp tờ khai đã ký');
    const fileIds = [await anUploadedFile(test, people.counter)];
    must(await commands.attachScans(counter(thursday), { dossierId, componentKey: 'to-khai', fileIds }));
    expect(await page(`/can-bo/ho-so/${dossierId}`)).not.toContain('Chưa đính kèm bản chụp');
  }, 60_000);

  it('are the days of the list only: before it and on other days paper is taken', async () => {
    const { commands, queries } = dossiers();
    for (const now of [at('2026-11-19T08:30:00'), monday, friday]) {
      expect(
        await commands.registerWalkIn(counter(now), { ...walkIn(), components: lookedAt }),
      ).toMatchObject({
        refusal: {
          fields: expect.arrayContaining([expect.objectContaining({ type: 'dossiers.component-missing' })]),
        },
      });
      const { dossierId } = must(await commands.registerWalkIn(counter(now), walkIn()));
      const { components } = must(await queries.getOfficeDossier(counter(now), dossierId));
      expect(components.some(({ paperless }) => paperless)).toBe(false);
    }
  });

  it('hold for a dossier handed in online that day, whenever it is accepted', async () => {
    const { commands } = dossiers();
    const draftId = await aBirthDraft(world, test, people.owner);
    const renewed = must(await commands.renewDraft(world.as(people.owner, thursday), { draftId }));
    const submit = { draftId, expectedVersion: renewed.version };
    const { dossierId } = must(await commands.submitDraft(world.as(people.owner, thursday), submit));
    const accept = { dossierId, expectedVersion: 1 };
    expect(
      await commands.acceptDossier(counter(friday), { ...accept, components: birthPapers }),
    ).toMatchObject({ refusal: { fields: [{ type: 'dossiers.paper-not-taken' }] } });
    // The file that was sent is enough.
    must(await commands.acceptDossier(counter(friday), { ...accept, components: [] }));
  });
});
