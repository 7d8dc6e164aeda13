import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, CitizenActor } from '../kernel/actor.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { createServer } from './server.ts';
import { aBirthDraft } from './testing/birth-draft.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { aServedApp, aServerConfig, builtWeb } from './testing/served-app.ts';
import { morning } from './testing/test-config.ts';

describe('pages of the offices', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const actors = new Map<string, Actor>();
  let server: FastifyInstance;
  let mother: CitizenActor;

  beforeAll(async () => {
    mother = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    for (const login of ['tiepnhan.tanninh', 'hotich.tanninh', 'tiepnhan.tanbien'])
      actors.set(login, await world.officer(login));
    actors.set('quantri', { ...(await world.officer('quantri')), provedAt: morning });
    server = await createServer({
      config: aServerConfig(),
      app: aServedApp({
        jurisdiction: test.jurisdiction,
        clock: () => morning,
        modules: world.product.modules,
        resolveSession: async (token) => {
          const actor = actors.get(token ?? '') ?? { kind: 'anonymous' };
          return { actor, expired: false, displayName: 'Cán bộ thử' };
        },
      }),
      web: await builtWeb(),
    });
  }, 120_000);
  afterAll(() => server?.close());

  const open = (url: string, login: string) => server.inject({ url, cookies: { motcua: login } });

  /** Sends the page's form of this name with the fields it has and these, as a browser without script would. */
  async function send(url: string, login: string, intent: string, fields: Readonly<Record<string, string>>) {
    const page = await open(url, login);
    return post(url, login, { ...hiddenFields(page.body, intent), ...fields, intent });
  }

  function post(url: string, login: string, fields: Readonly<Record<string, string>>) {
    return server.inject({
      url,
      method: 'POST',
      cookies: { motcua: login },
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });
  }

  it('the explanation of a dossier says who may do what else, to whoever reads it and to nobody else', async () => {
    const draft = { draftId: await aBirthDraft(world, test, mother), expectedVersion: 3 };
    const { commands } = world.product.modules.dossiers;
    const { code } = must(await commands.submitDraft(world.as(mother), draft));
    const told = async (login: string) => (await open(`/can-bo/quyen/vi-sao?ma=${code}`, login)).body;
    const counter = await told('tiepnhan.tanninh');
    expect(counter).toContain('Việc khác trên hồ sơ');
    expect(counter).toContain('Tiếp nhận chính thức');
    expect(counter).toContain('tại Trung tâm Phục vụ hành chính công phường Tân Ninh');
    expect(await told('tiepnhan.tanbien')).not.toMatch(/Việc khác trên hồ sơ|Tiếp nhận chính thức/);
  });

  it('a page that is closed leads to why: the permission, whether one has it and by what, and who does', async () => {
    const closed = await open('/can-bo/nguoi-dung', 'tiepnhan.tanninh');
    expect(closed.statusCode).toBe(403);
    const why = '/can-bo/quyen/vi-sao?quyen=identity.manage';
    expect(closed.body).toContain(`href="${why}"`);
    const own = (await open(why, 'tiepnhan.tanninh')).body;
    expect(own).toContain('Không có quyền “Quản trị người dùng và đơn vị”');
    expect(own).toContain('Hôm nay không chức vụ nào của bạn có quyền này');
    expect(own).toMatch(/Quản trị – toàn tỉnh/);
    expect((await open(why, 'quantri')).body).toContain('Có quyền “Quản trị người dùng và đơn vị”');
    const ofOther = `${why.replace('identity.manage', 'dossiers.accept')}&nguoi=tiepnhan.tanninh`;
    expect((await open(ofOther, 'quantri')).body).toMatch(/Có quyền “Tiếp nhận[^”]*”/);
    expect((await open(ofOther, 'hotich.tanninh')).statusCode).toBe(403);
    expect((await open(`${why}&nguoi=khong.co`, 'quantri')).body).toContain('href="#login"');
    // Nothing else is said of a dossier of another agency than of one that does not exist.
    const { dossierId } = await submitted();
    const unseen = await open(`/can-bo/ho-so/${dossierId}`, 'tiepnhan.tanbien');
    expect(unseen.statusCode).toBe(404);
    expect(unseen.body).toContain('href="/can-bo/quyen/vi-sao"');
  });

  it('an administrator finds a citizen by a number that stands in no address, and again after a refusal', async () => {
    const address = '/can-bo/tai-khoan-dan';
    expect((await open(address, 'quantri')).body).not.toMatch(
      /<form method="get"[^>]*>(?:(?!<\/form>).)*name="text"/s,
    );
    const text = '072195999001';
    expect((await post(address, 'quantri', { intent: 'find', text })).body).toContain('Phan Thị Mỹ Duyên');
    await world.citizen('Phan Thị Mỹ Duyên', '072195999003', '0530000053');
    const both = await post(address, 'quantri', { intent: 'find', text: 'Phan Thị Mỹ Duyên' });
    const hidden = hiddenFields(both.body, 'merge');
    const refused = await post(address, 'quantri', { ...hidden, intent: 'merge', reason: '' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body.match(/name="personId"/g)).toHaveLength(2);
    expect((await post(address, 'quantri', { intent: 'find', text: '' })).statusCode).toBe(422);
    expect((await post(address, 'tiepnhan.tanninh', { intent: 'find', text })).statusCode).toBe(403);
  });

  async function submitted(): Promise<{ readonly dossierId: string; readonly code: string }> {
    const { dossiers } = world.product.modules;
    const draftId = await aBirthDraft(world, test, mother);
    const draft = must(await dossiers.queries.getDraft(world.as(mother), draftId));
    const input = { draftId, expectedVersion: draft.version };
    return must(await dossiers.commands.submitDraft(world.as(mother), input));
  }

  const checked = {
    component: 'giay-chung-sinh',
    'components.giay-chung-sinh.receivedOriginals': '1',
    'components.giay-chung-sinh.comparedWithOriginal': 'on',
  };

  it('the queue shows what waits, its count stands in the navigation, and the next one is a click away', async () => {
    const { code, dossierId } = await submitted();
    const page = await open('/can-bo/hang-doi/cho-tiep-nhan', 'tiepnhan.tanninh');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain(code);
    expect(page.body).toMatch(/mc-queue__count">\d+</);
    expect((await open('/can-bo/hang-doi/cho-tiep-nhan', 'tiepnhan.tanbien')).body).toContain(
      'Không có hồ sơ chờ tiếp nhận',
    );
    const next = await open('/can-bo/hang-doi/cho-tiep-nhan?tiep-theo=khac', 'tiepnhan.tanninh');
    expect(next.statusCode).toBe(302);
    expect(next.headers.location).toMatch(/^\/can-bo\/ho-so\//);
    const found = await open(`/can-bo/tim?q=${code.toLowerCase()}`, 'tiepnhan.tanninh');
    expect(found.headers.location).toBe(`/can-bo/ho-so/${dossierId}`);
    expect((await open('/can-bo/hang-doi/khong-co', 'tiepnhan.tanninh')).statusCode).toBe(404);
    expect((await open(`/can-bo/ho-so/${dossierId}`, 'tiepnhan.tanbien')).statusCode).toBe(404);
  });

  it('accepting says what was promised; the colleague who is second is told who was first', async () => {
    const { dossierId } = await submitted();
    const address = `/can-bo/ho-so/${dossierId}`;
    const stale = hiddenFields((await open(address, 'tiepnhan.tanninh')).body, 'accept');
    const done = await send(address, 'tiepnhan.tanninh', 'accept', checked);
    expect(done.statusCode).toBe(302);
    expect(done.headers.location).toContain('xong=accept');
    const page = await open(done.headers.location ?? '', 'tiepnhan.tanninh');
    expect(page.body).toContain('Hẹn trả kết quả: 17:00 ngày 23/11/2026');
    expect(page.body).toContain('Số thứ tự trong sổ');
    expect(page.body).not.toContain('<script');
    const late = await post(address, 'tiepnhan.tanninh', {
      ...stale,
      requestId: '019a0000-0000-7000-8000-000000000001',
      intent: 'accept',
    });
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('Bước này đã được Lê Thị Ngọc Huyền hoàn thành lúc');
  });

  it('a refusal without a reason keeps what was typed and points at the field', async () => {
    const { dossierId } = await submitted();
    const page = await send(`/can-bo/ho-so/${dossierId}`, 'tiepnhan.tanninh', 'refuse', { reason: 'thiếu' });
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain('href="#refuse.reason"');
    expect(page.body).toMatch(/id="refuse.reason"[^>]*>thiếu</);
    expect(page.body).toContain('Lý do từ chối: Ngắn quá');
  });

  it('of two officers at one step the second is told who was first', async () => {
    const { dossierId } = await submitted();
    const address = `/can-bo/ho-so/${dossierId}`;
    await send(address, 'tiepnhan.tanninh', 'accept', checked);
    const form = hiddenFields((await open(address, 'hotich.tanninh')).body, 'forward');
    await send(address, 'hotich.tanninh', 'forward', {});
    const second = await post(address, 'hotich.tanninh', {
      ...form,
      requestId: '019a0000-0000-7000-8000-000000000002',
      intent: 'forward',
    });
    expect(second.statusCode).toBe(409);
    expect(second.body).toContain('đã được Trương Thị Kim Ngân hoàn thành lúc 08:30');
  });

  it('a form without our hidden field, or with an intent of no page, is refused', async () => {
    const { dossierId } = await submitted();
    const address = `/can-bo/ho-so/${dossierId}`;
    expect((await post(address, 'tiepnhan.tanninh', { intent: 'takeUp' })).statusCode).toBe(422);
    expect((await post(address, 'tiepnhan.tanninh', { intent: 'xoa' })).statusCode).toBe(422);
    expect((await post(address, 'nobody', { intent: 'accept' })).statusCode).toBe(401);
  });

  it('the counter works out the fee, settles, and receives with a slip', async () => {
    const address = '/can-bo/tiep-nhan/2.000815?hoi-khoi-luong=thuong';
    const people = { 'owner.name': 'Trần Thị Út', 'owner.phone': '0912 345 678' };
    const papers = { component: 'ban-chinh', 'components.ban-chinh.comparedWithOriginal': 'on' };
    const quantities = { 'fee.quantities.page': '5', 'fee.quantities.copy': '3' };
    const counted = await send(address, 'tiepnhan.tanninh', 'count', { ...people, ...quantities });
    expect(counted.statusCode).toBe(200);
    expect(counted.body).toContain('value="21.000"');
    expect(counted.body).toContain('value="Trần Thị Út"');
    const wrong = await send(address, 'tiepnhan.tanninh', 'settle', { ...people, 'fee.amount': '21000' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('href="#quay.fee.receiptNumber"');
    const fee = { ...quantities, 'fee.amount': '21.000', 'fee.receiptNumber': 'BL-1' };
    const leader = /<option value="([^"]+)">Lâm Thị Bích Vân/.exec(counted.body)?.[1] ?? '';
    const settled = await send(address, 'tiepnhan.tanninh', 'settle', {
      ...people,
      ...papers,
      ...fee,
      signerPostId: leader,
      'result.typeCode': 'KQ.G15.000021',
      'result.book': '01/2026',
      'result.issuedOn': '2026-11-23',
    });
    expect(settled.statusCode).toBe(302);
    const page = await open(settled.headers.location ?? '', 'tiepnhan.tanninh');
    expect(page.body).toContain('Số 1, quyển 01/2026');
    expect(page.body).toContain('không in giấy hẹn');
    const slip = await send(address, 'tiepnhan.tanninh', 'register', {
      ...people,
      ...papers,
      ...fee,
      'fee.receiptNumber': 'BL-2',
    });
    const received = await open(slip.headers.location ?? '', 'tiepnhan.tanninh');
    expect(received.body).toContain('Giấy tiếp nhận hồ sơ và hẹn trả kết quả');
    expect((await open(address, 'hotich.tanninh')).statusCode).toBe(403);
  });
});

/** Hidden fields of the form whose button carries the intent. */
function hiddenFields(body: string, intent: string): Record<string, string> {
  const form = body.split('<form').find((each) => each.includes(`value="${intent}"`)) ?? '';
  const fields = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
}
