import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { aPeopleRow, savePeopleFile } from '../modules/identity/testing/a-people-file.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { createServer } from './server.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { aServedApp, aServerConfig, builtWeb } from './testing/served-app.ts';
import { morning } from './testing/test-config.ts';

const home = '/can-bo/nguoi-dung/nhap';
const origin = 'http://localhost:8080';

/** The pages of the import of people, as a browser without script uses them. */
describe('pages of the import of people', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  let server: Awaited<ReturnType<typeof createServer>>;
  let actor: Actor;
  let folder: string;
  let file: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-people-'));
    file = join(folder, 'tep.xlsx');
    const { identity } = world.product.modules;
    server = await createServer({
      config: aServerConfig(),
      app: aServedApp({
        clock: () => morning,
        modules: world.product.modules,
        routes: [identity.registerRoutes],
        resolveSession: async () => ({ actor, expired: false, displayName: 'Quản trị' }),
      }),
      web: await builtWeb(),
    });
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const open = (url: string) => server.inject({ url });
  const upload = async (from = origin) => {
    const boundary = 'ranh-gioi';
    const payload = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="requestId"\r\n\r\n${newUuidV7()}\r\n` +
          `--${boundary}\r\nContent-Disposition: form-data; name="tep"; filename="can-bo.xlsx"\r\n` +
          'Content-Type: application/octet-stream\r\n\r\n',
      ),
      await readFile(file),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}`, origin: from };
    return server.inject({ url: `${home}/tep`, method: 'POST', headers, payload });
  };
  const send = (url: string, fields: Record<string, string>) =>
    server.inject({
      url,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
      payload: new URLSearchParams({ requestId: newUuidV7(), ...fields }).toString(),
    });

  it('show a file with its wrong rows, take the rest in, and print the codes once', async () => {
    actor = world.as(await world.officer('quantri')).actor;
    expect((await open(home)).body).toContain(`action="${home}/tep"`);
    const template = await open(`${home}/mau.xlsx`);
    expect(template.statusCode).toBe(200);
    expect(template.rawPayload.subarray(0, 2).toString()).toBe('PK');

    const unit = 'Ủy ban nhân dân phường Tân Ninh';
    await savePeopleFile(file, [
      aPeopleRow(1, { unit, role: 'Chuyên viên thụ lý', name: 'Hồ Thị Nhập' }),
      aPeopleRow(2, { unit: 'Phường Không Có' }),
    ]);
    const sent = await upload();
    expect(sent.statusCode).toBe(303);
    const address = String(sent.headers.location);
    const page = await open(address);
    expect(page.body).toContain('Dòng 3, cột C');
    expect(page.body).toContain('không có đơn vị này vào ngày bắt đầu');
    expect(page.body).toContain('Nhập 1 dòng đúng');
    const csv = await open(`${address}/cho-sai.csv`);
    expect(csv.body).toContain('"3","C","Đơn vị"');

    const taken = await send(address, { choice: 'rest' });
    expect(taken.headers.location).toBe(address);
    const after = await open(address);
    expect(after.body).toContain('Đã nhập.');
    const accountIds = /name="accountIds" value="([^"]+)"/.exec(after.body)?.[1] ?? '';
    const codes = await send(address, { accountIds });
    expect(codes.body).toContain('Hồ Thị Nhập');
    expect(codes.body).toMatch(/<code class="mc-number">[^<]{10,}<\/code>/);
    expect((await open(address)).body).not.toMatch(/<code class="mc-number">/);
  });

  it('say what is wrong with a file that is none, and refuse everybody else', async () => {
    actor = world.as(await world.officer('quantri')).actor;
    await savePeopleFile(file, []);
    expect((await upload('https://ngoai.example')).statusCode).toBe(403);
    await writeFile(file, 'không phải Excel');
    const refused = await upload();
    expect(refused.headers.location).toBe(`${home}?loi=identity.people-import-torn`);
    expect((await open(String(refused.headers.location))).body).toContain('không phải Excel (.xlsx)');

    actor = world.as(await world.officer('tiepnhan.tanninh')).actor;
    expect((await open(home)).statusCode).toBe(403);
    expect((await open(`${home}/mau.xlsx`)).statusCode).toBe(403);
    expect((await open(`${home}/${newUuidV7()}`)).statusCode).toBe(403);
    expect((await upload()).headers.location).toBe(`${home}?loi=identity.not-administrator`);
    actor = { kind: 'anonymous' };
    expect((await open(`${home}/mau.xlsx`)).statusCode).toBe(403);
    expect((await upload()).headers.location).toBe(`${home}?loi=identity.not-administrator`);
  });
});
