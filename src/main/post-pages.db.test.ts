import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { createServer } from './server.ts';
import { aBirthDraft } from './testing/birth-draft.ts';
import { type CommunePeople, communePeople } from './testing/commune-people.ts';
import { decideLists } from './testing/decide-lists.ts';
import { home, postalSamples } from './testing/postal-samples.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { aServedApp, aServerConfig, builtWeb } from './testing/served-app.ts';
import { morning } from './testing/test-config.ts';

/** The pages of the public post, as a browser without script uses them. */
describe('pages of the public post', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  let server: Awaited<ReturnType<typeof createServer>>;
  let actor: Actor;
  let people: CommunePeople;
  const { aFinished, aSubmitted } = postalSamples(world, test, () => people);

  beforeAll(async () => {
    people = await communePeople(world);
    actor = people.owner;
    const facts = { list: 'post', intake: true, return: true };
    const lists = [{ change: 'add', code: '1.001193', facts }];
    const when = { now: morning, from: '2026-11-23' };
    await decideLists(world, await world.officer('kiemsoat.tthc'), lists, when);
    server = await createServer({
      config: aServerConfig(),
      app: aServedApp({
        clock: () => morning,
        modules: world.product.modules,
        resolveSession: async () => ({ actor, expired: false, displayName: 'Duyên' }),
      }),
      web: await builtWeb(),
    });
  }, 120_000);

  const open = (url: string) => server.inject({ url });
  const send = (url: string, fields: readonly (readonly [string, string])[]) =>
    server.inject({
      url,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost:8080' },
      payload: new URLSearchParams([
        ['requestId', newUuidV7()],
        ...fields.map((field) => [...field]),
      ]).toString(),
    });

  it('ask the citizen how the result comes home, name what is missing, and show the choice again', async () => {
    actor = people.owner;
    const draftId = await aBirthDraft(world, test, people.owner);
    const address = `/ban-khai/${draftId}/nhan-ket-qua`;
    const page = await open(address);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Phan Thị Mỹ Duyên');
    expect(page.body).not.toContain('<script type="module"');
    expect((await open(`/ban-khai/${draftId}/giay-to`)).body).toContain(address);
    const asked = [
      ['version', '3'],
      ['post.how', 'post'],
      ['post.papers', '1'],
      ['post.recipient', home.recipient],
      ['post.phone', '0530 000 051'],
    ] as const;
    const refused = await send(address, [...asked, ['post.address', 'Số 12']]);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('href="#post.returnTo.address"');
    expect(refused.body).toContain('value="0530000051"');
    const chosen = await send(address, [...asked, ['post.address', home.address]]);
    expect(chosen.headers.location).toBe(`/ban-khai/${draftId}/kiem-tra`);
    const review = await open(`/ban-khai/${draftId}/kiem-tra`);
    expect(review.body).toContain(home.address);
    expect(review.body).toContain('Gửi bản giấy qua bưu điện');
    const { version } = must(await dossiers().queries.getDraft(world.as(people.owner), draftId));
    const submitted = await send(`/ban-khai/${draftId}/kiem-tra`, [['version', String(version)]]);
    const mine = await open(String(submitted.headers.location).replace('/da-nop', ''));
    expect(mine.body).toContain(home.address);
    expect(mine.body).toContain('Chờ bưu điện giao đến nơi tiếp nhận');
  });

  it('let the counter note what came and hand results over on a list to print', async () => {
    const came = await aSubmitted({ sendsPapers: true });
    const [first, second] = [await aFinished({ returnTo: home }), await aFinished({ returnTo: home })];
    actor = people.counter;
    const unitId = world.product.modules.identity.units.byKey('phuong-tan-ninh/one-stop')?.id ?? '';
    const desk = await open('/can-bo/buu-chinh');
    for (const { code } of [came, first, second]) expect(desk.body).toContain(code);
    const received = await send('/can-bo/buu-chinh', [
      ['intent', 'receive'],
      ['unitId', unitId],
      ['dossierId', came.dossierId],
      ['trackingNumber', 'EA123456789VN'],
    ]);
    expect(received.headers.location).toBe(`/can-bo/buu-chinh?quay=${unitId}&da-nhan=1`);
    const rows = [first, second].map(({ taskId }) => ['taskId', taskId] as const);
    const list = [['intent', 'hand'], ['unitId', unitId], ...rows] as const;
    const wrong = await send('/can-bo/buu-chinh', [...list, [`number.${second.taskId}`, 'số 5']]);
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain(`href="#number.${second.taskId}"`);
    const handed = await send('/can-bo/buu-chinh', [...list, [`number.${second.taskId}`, 'RR123456785VN']]);
    const sheet = await open(String(handed.headers.location));
    expect(sheet.body).toContain('RR123456785VN');
    expect(sheet.body).toContain(home.address);
    expect(sheet.body).toContain(second.code);
    expect(sheet.body).not.toContain(first.code);
    expect((await open('/can-bo/buu-chinh')).body).toContain(first.code);
    actor = people.specialist;
    expect((await open('/can-bo/buu-chinh')).statusCode).toBe(403);
    expect((await open(String(handed.headers.location))).statusCode).toBe(404);
  });

  it('take a dossier in that came by post, with the papers of that channel', async () => {
    actor = people.counter;
    const matter = 'hoi-chung-sinh=co&hoi-hoan-canh=binh-thuong&hoi-uy-quyen=khong';
    const address = `/can-bo/tiep-nhan/1.001193?${matter}&cach=buu-chinh`;
    const page = await open(address);
    expect(page.body).toContain('name="post.cameUnder"');
    expect((await open(`/can-bo/tiep-nhan/1.001193?${matter}`)).body).not.toContain('name="post.cameUnder"');
    const unit = (key: string) => world.product.modules.identity.units.byKey(key)?.id ?? '';
    const papers = ['giay-chung-sinh', 'to-khai'].flatMap((key) => [
      ['component', key] as const,
      [`components.${key}.receivedOriginals`, '1'] as const,
    ]);
    const filled = [
      ['intent', 'register'],
      ['competentUnitId', unit('phuong-tan-ninh')],
      ['receivedUnitId', unit('phuong-tan-ninh/one-stop')],
      ['owner.name', 'Võ Thị Hạnh Nguyên'],
      ...papers,
      ['post.recipient', home.recipient],
      ['post.phone', home.phone],
      ['post.address', home.address],
    ] as const;
    const wrong = await send(address, [...filled, ['post.cameUnder', 'số 5']]);
    expect(wrong.body).toContain('href="#quay.post.cameUnder"');
    const received = await send(address, [...filled, ['post.cameUnder', 'EA 123 456 789 VN']]);
    const seen = await open(String(received.headers.location).replace('tiep-nhan/xong', 'ho-so'));
    expect(seen.body).toContain('EA123456789VN');
    expect(seen.body).toContain(home.recipient);
  });

  it('let procedure control put procedures on a list, see what follows, and carry it out', async () => {
    const control = await world.officer('kiemsoat.tthc');
    actor = control;
    const { commands, queries } = world.product.modules.catalogue;
    const recorded = must(
      await commands.recordDecision(world.as(control), {
        kind: 'post',
        number: '77/QĐ-UBND',
        decidedOn: '2026-11-20',
        agency: 'Chủ tịch UBND tỉnh',
        lines: [],
      }),
    );
    const address = `/can-bo/quyet-dinh/${recorded.decisionId}`;
    expect((await open(`${address}?danh-muc=post`)).body).toContain('name="return"');
    const versionNow = async () =>
      String(must(await queries.getDecision(world.as(control), recorded.decisionId)).version);
    const list = async (fields: readonly (readonly [string, string])[]) =>
      send(address, [['version', await versionNow()], ['list', 'post'], ...fields]);
    await list([
      ['intent', 'list'],
      ['codes', '1.000656\n2.000635'],
      ['return', '1'],
    ]);
    await list([
      ['intent', 'unlist'],
      ['code', '2.000635'],
    ]);
    const page = await open(`${address}?tu=2026-11-24`);
    expect(page.body).toContain('Gửi về');
    expect(page.body).toContain('Không còn gì vướng');
    const { effect } = must(
      await queries.effectOf(world.as(control), { decisionId: recorded.decisionId, from: '2026-11-24' }),
    );
    await list([
      ['intent', 'publish'],
      ['from', '2026-11-24'],
      ['effect', effect],
    ]);
    expect((await open('/thu-tuc/1.000656?ngay=2026-11-24')).body).toContain('nhận kết quả qua bưu điện');
    expect((await open('/thu-tuc/1.000656?ngay=2026-11-23')).body).not.toContain('nhận kết quả qua bưu điện');
  });
});
