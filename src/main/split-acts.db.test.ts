import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CommandContext } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';
import { maybeOne } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { anUploadedFile } from './testing/birth-draft.ts';
import { birthPapers } from './testing/dossier-samples.ts';
import { aLandTransfer } from './testing/land-transfer.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { aWardToSplit, chooseNorth, standingOf } from './testing/split-ward.ts';

const before = new Date('2026-11-30T09:00:00+07:00');
const after = new Date('2026-12-01T09:00:00+07:00');

/** From midnight on, before any worker has moved a dossier: each act moves it where it belongs, and is that successor's alone. */
describe('acts on dossiers of a split ward that nobody has moved yet', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const { place } = standingOf(test);
  const commands = () => world.product.modules.dossiers.commands;
  let ward: Awaited<ReturnType<typeof aWardToSplit>>;
  let asked: string;
  let requestId: string;
  let land: string;

  beforeAll(async () => {
    ward = await aWardToSplit(world, test, before);
    const { plan, births } = ward;
    const counter = await world.officer('tiepnhan.tanninh', before);
    land = await aLandTransfer(world, counter, before);
    asked = births[1];
    const ask = {
      taskId: (await openTask(asked)) ?? '',
      items: [{ componentKey: 'giay-chung-sinh', reason: 'Bản chụp mờ, không đọc được số giấy' }],
      answerBy: '2026-12-10',
    };
    ({ requestId } = must(await commands().requestSupplement(world.as(counter, before), ask)));
    await sql`
      insert into dossiers.postal_item (jurisdiction, dossier_id, direction, unit_id, chosen_at)
      select jurisdiction, dossier_id, 'in', received_unit_id, submitted_at from dossiers.dossier
      where dossier_id = ${births[0]}`.execute(test.owner);
    await chooseNorth(ward, ['1.001193', '1.013831']);
    must(await plan.carryOut());
  }, 120_000);

  async function openTask(dossierId: string): Promise<string | undefined> {
    const row = await maybeOne(
      test.owner,
      sql<{ id: string }>`
        select task_id as id from dossiers.task where dossier_id = ${dossierId} and closed_at is null`,
    );
    return row?.id;
  }

  type Act = (ctx: CommandContext, fileId: string) => Promise<Result<unknown>>;
  const acts: readonly (readonly [string, () => string, Act])[] = [
    [
      'a paper by post',
      () => ward.births[0],
      (ctx) => commands().receiveByPost(ctx, { dossierId: ward.births[0], trackingNumber: 'EA123456789VN' }),
    ],
    [
      'papers that were asked for',
      () => asked,
      (ctx) => commands().receiveSupplement(ctx, { dossierId: asked, requestId, components: birthPapers }),
    ],
    [
      'a message',
      () => land,
      async (ctx) =>
        commands().receiveMessage(ctx, {
          taskId: await openTask(land),
          document: { name: 'Thông báo nộp thuế', number: '12/TB', on: '2026-11-30' },
        }),
    ],
  ];

  it.each(acts)('%s is taken in by the successor whose it is', async (_, dossierId, act) => {
    await isNorths(dossierId(), act);
  });

  it('a picture is added by the successor whose it is', async () => {
    const input = { title: 'status', dossierId: ward.statuses[0] };
    const listed = await maybeOne(
      test.owner,
      sql<{ key: string }>`
        select component_key as key from dossiers.component where dossier_id = ${input.dossierId} order by 1 limit 1`,
    );
    const scan: Act = (ctx, fileId) =>
      commands().attachScans(ctx, {
        dossierId: input.dossierId,
        componentKey: listed?.key,
        fileIds: [fileId],
      });
    expect(await asBoth(scan)).toMatchObject([
      { refusal: { type: 'dossiers.split-undecided' } },
      { refusal: { type: 'dossiers.split-undecided' } },
    ]);
  });

  /** The southern counter may not, the northern may, and the dossier is there from then on. */
  async function isNorths(dossierId: string, act: Act): Promise<void> {
    expect((await place(dossierId)).received).toBe(ward.unit('phuong-tan-ninh/one-stop'));
    expect(await asBoth(act)).toMatchObject([{ refusal: { kind: 'forbidden' } }, { ok: true }]);
    expect((await place(dossierId)).received).toBe(ward.unit('phuong-bac/one-stop'));
  }

  async function asBoth(act: Act): Promise<readonly Result<unknown>[]> {
    const outcomes: Result<unknown>[] = [];
    for (const login of ['tiepnhan2.tanninh', 'tiepnhan.tanninh']) {
      const officer = await world.officer(login, after);
      outcomes.push(await act(world.as(officer, after), await anUploadedFile(test, officer)));
    }
    return outcomes;
  }
});
