import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIdentity, type Identity } from '../../modules/identity/public.ts';
import { freePort } from '../../platform/embedded/free-port.ts';
import { newUuidV7 } from '../../platform/ids.ts';
import { createSeal } from '../../platform/sealed-text.ts';
import { useTestDatabase } from '../../platform/testing/test-database.ts';
import { createServer } from '../server.ts';
import { aServedApp, aServerConfig, builtWeb } from '../testing/served-app.ts';
import { identityProviderOptions, simulatorRoutes } from './simulator-routes.ts';
import { aBrowser, aCitizen } from './testing.ts';

const seal = createSeal({
  keys: new Map([['test', Buffer.alloc(32, 1)]]),
  currentKeyId: 'test',
  blindKey: Buffer.alloc(32, 2),
});
const password = 'mật khẩu thử nghiệm';
const citizens = [
  aCitizen('demo-1'),
  aCitizen('demo-2', { name: 'Lê Văn Hòa', identityNumber: '080085999002' }),
  aCitizen('demo-2-new-phone', { name: 'Lê Văn Hòa', identityNumber: '080085999002' }),
  aCitizen('never-here', { name: 'Mai Văn Mới', identityNumber: '080085999003' }),
];

describe('signing in through the pages', () => {
  const test = useTestDatabase();
  let server: FastifyInstance;
  let identity: Identity;
  let baseUrl: URL;
  let now = new Date('2026-11-23T08:00:00+07:00');

  beforeAll(async () => {
    baseUrl = new URL(`http://localhost:${await freePort()}`);
    const config = { baseUrl, oidc: undefined, officeOidc: undefined, mode: 'demo' } as const;
    identity = createIdentity({
      db: test.db,
      jurisdiction: test.jurisdiction,
      newId: newUuidV7,
      seal,
      mode: 'demo',
      baseUrl: new URL('http://localhost'),
      passwordCost: { memory: 8, passes: 1, parallelism: 1 },
      provider: { ...identityProviderOptions(config), timeoutSeconds: 2 },
    });
    const officer = { login: 'motcua.tanninh', name: 'Lê Thị Ngọc Huyền', posts: [] };
    await identity.seedDemoPeople([officer], password, now);
    server = await createServer({
      config: aServerConfig({ baseUrl }),
      app: aServedApp({
        clock: () => now,
        modules: { identity },
        resolveSession: identity.resolveSession,
        routes: simulatorRoutes(config, { citizens, officers: [] }),
      }),
      web: await builtWeb(),
    });
    await server.listen({ host: 'localhost', port: Number(baseUrl.port) });
  });
  afterAll(() => server?.close());

  const browser = () => aBrowser(baseUrl);

  it('takes a citizen to the provider and back to the page they came for', async () => {
    const { open, send } = browser();
    const page = await open('/dang-nhap?tiep=%2Fdang-xuat%3Fa%3D1');
    expect(page.text).toContain('Đăng nhập bằng VNeID (mô phỏng)');
    const choice = await open('/dang-nhap/vneid?tiep=%2Ftra-cuu%3Fma%3D1');
    expect(choice.text).toContain('MÔ PHỎNG');
    expect(choice.text).toContain('Nguyễn Thị Thủy Tiên');
    expect(choice.headers.get('content-security-policy')).toContain("default-src 'none'");
    const back = await send(choice.url, { nguoi: 'demo-1' });
    expect(back.url.href).toBe(new URL('/tra-cuu?ma=1', baseUrl).href);
    expect(back.text).toContain('Nguyễn Thị Thủy Tiên');
    const again = await open('/dang-nhap');
    expect(again.text).toContain('Đi tiếp');
  });

  it('lets another person sign in from the same browser', async () => {
    const { open, send } = browser();
    await send((await open('/dang-nhap/vneid')).url, { nguoi: 'demo-1' });
    await send(new URL('/dang-xuat', baseUrl), {});
    const choice = await open('/dang-nhap/vneid?tiep=%2Ftra-cuu');
    expect(choice.text).toContain('Chọn người đăng nhập');
    const other = await send(choice.url, { nguoi: 'demo-2' });
    expect(other.url.pathname).toBe('/tra-cuu');
    expect(other.text).toContain('Lê Văn Hòa');
  });

  it('sets a cookie scripts cannot read and other sites cannot send', async () => {
    const { open, send, setCookies } = browser();
    const choice = await open('/dang-nhap/vneid');
    await send(choice.url, { nguoi: 'demo-1' });
    const session = setCookies.find((cookie) => cookie.startsWith('motcua='));
    expect(session).toMatch(/; HttpOnly; SameSite=Lax/);
    expect(session).not.toContain('Secure');
    expect(setCookies.filter((cookie) => cookie.startsWith('motcua-dang-nhap=')).at(-1)).toMatch(/Max-Age=0/);
  });

  it('says why signing in did not work, in words', async () => {
    const { open, send } = browser();
    const choice = await open('/dang-nhap/vneid');
    const left = await send(choice.url, { huy: '1' });
    expect(left.url.pathname).toBe('/dang-nhap');
    expect(left.text).toContain('Bạn đã hủy đăng nhập ở VNeID');
    const replayed = await open('/dang-nhap/callback?code=x&state=y');
    expect(replayed.text).toContain('quá lâu hoặc đã dùng rồi');
    const foreign = await open('/dang-nhap?loi=identity.nonsense');
    expect(foreign.text).not.toContain('nonsense');
  });

  it.each([
    ['missing-claims', 'không cung cấp đủ họ tên'],
    ['low-assurance', 'chưa ở mức 2'],
    ['expired-code', 'quá lâu hoặc đã dùng rồi'],
    ['wrong-nonce', 'không khớp với lần đăng nhập này'],
    ['wrong-signature', 'không khớp với lần đăng nhập này'],
    ['issuer-down', 'không kết nối được với VNeID'],
    ['slow', 'không kết nối được với VNeID'],
  ])('says in words that %s, and keeps the way back for another try', async (fault, words) => {
    const { open, send } = browser();
    const choice = await open('/dang-nhap/vneid?tiep=%2Ftra-cuu%3Fma%3D1');
    const failed = await send(choice.url, { nguoi: 'demo-1', 'su-co': fault });
    expect(failed.url.pathname).toBe('/dang-nhap');
    expect(failed.text).toContain(words);
    expect(failed.text).toContain(`/dang-nhap/vneid?tiep=${encodeURIComponent('/tra-cuu?ma=1')}`);
    expect(failed.text).not.toContain('Đi tiếp');
  });

  it.each([
    [{ nguoi: 'never-here' }, 'chưa từng dùng ở đây'],
    [{ huy: '1' }, 'Bạn đã hủy đăng nhập ở VNeID'],
  ])('says on the account’s own page why the second account %o was not proved', async (chosen, words) => {
    const { open, send } = browser();
    await send((await open('/dang-nhap/vneid')).url, { nguoi: 'demo-1' });
    const choice = await send(new URL('/tai-khoan', baseUrl), { intent: 'merge' });
    const failed = await send(choice.url, chosen);
    expect(failed.url.pathname).toBe('/tai-khoan');
    expect(failed.text).toContain(words);
    expect(failed.text).toContain('Đăng nhập tài khoản kia');
  });

  it('leads from an attempt that is over to the next one', async () => {
    const { open, send } = browser();
    const choice = await open('/dang-nhap/vneid');
    await send(choice.url, { huy: '1' });
    const over = await open(choice.url.pathname);
    expect(over.status).toBe(400);
    expect(over.text).toContain(`href="${new URL('/dang-nhap', baseUrl).href}"`);
  });

  it('asks before linking, changes nothing on a no and links on a yes', async () => {
    const first = browser();
    await first.send((await first.open('/dang-nhap/vneid')).url, { nguoi: 'demo-2' });
    const { open, send } = browser();
    const asked = await send((await open('/dang-nhap/vneid')).url, { nguoi: 'demo-2-new-phone' });
    expect(asked.url.pathname).toBe('/dang-nhap/xac-nhan');
    expect(asked.text).toContain('9002');
    expect(asked.text).not.toContain('080085999002');
    const declined = await send(asked.url, { 'tra-loi': 'khong' });
    expect(declined.url.pathname).toBe('/dang-nhap');
    expect(declined.text).toContain('chưa có gì thay đổi. Mang thẻ căn cước đến bộ phận Một cửa');
    expect(declined.text).toContain('/dang-nhap/vneid');
    const askedAgain = await send((await open('/dang-nhap/vneid')).url, { nguoi: 'demo-2-new-phone' });
    const linked = await send(askedAgain.url, { 'tra-loi': 'dung' });
    expect(linked.text).toContain('Lê Văn Hòa');
    expect((await open('/dang-nhap/xac-nhan')).url.pathname).toBe('/dang-nhap');
  });

  it('signs an officer in and out', async () => {
    const { open, send } = browser();
    const form = await open('/can-bo/dang-nhap?tiep=%2Fdang-xuat');
    const empty = await send(form.url, { login: '', password: '' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('href="#login"');
    const wrong = await send(form.url, { login: 'motcua.tanninh', password: 'sai' });
    expect(wrong.status).toBe(401);
    expect(wrong.text).toContain('không đúng');
    expect(wrong.text).toContain('value="motcua.tanninh"');
    const right = await send(new URL('/can-bo/dang-nhap?tiep=%2Ftra-cuu', baseUrl), {
      login: 'motcua.tanninh',
      password,
    });
    expect(right.url.pathname).toBe('/tra-cuu');
    expect((await open('/dang-xuat')).text).toContain('Lê Thị Ngọc Huyền');
    const out = await send(new URL('/dang-xuat', baseUrl), {});
    expect(out.url.pathname).toBe('/can-bo/dang-nhap');
    expect((await open('/dang-xuat')).url.pathname).toBe('/');
  });

  it('has the browser forget what it kept when somebody signs out', async () => {
    const { send, setCookies } = browser();
    await send(new URL('/can-bo/dang-nhap', baseUrl), { login: 'motcua.tanninh', password });
    const [session = ''] = (setCookies.find((cookie) => cookie.startsWith('motcua=')) ?? '').split(';');
    const answer = await fetch(new URL('/dang-xuat', baseUrl), {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: baseUrl.origin, cookie: session },
      body: new URLSearchParams(),
    });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(answer.headers.getSetCookie().join()).toContain('motcua=;');
  });

  it('says that the session has ended, once, and keeps the place', async () => {
    const { open, send } = browser();
    await send(new URL('/can-bo/dang-nhap', baseUrl), { login: 'motcua.tanninh', password });
    now = new Date(now.getTime() + 3 * 3_600_000);
    const page = await open('/can-bo/dang-nhap?tiep=%2Ftra-cuu');
    expect(page.text).toContain('Phiên làm việc đã hết hạn');
    expect((await open('/can-bo/dang-nhap')).text).not.toContain('đã hết hạn');
    const back = await send(page.url, { login: 'motcua.tanninh', password });
    expect(back.url.pathname).toBe('/tra-cuu');
  });

  it('leaves no older session behind when somebody signs in anew', async () => {
    const { open, send, setCookies } = browser();
    const form = new URL('/can-bo/dang-nhap', baseUrl);
    await send(form, { login: 'motcua.tanninh', password });
    const older = setCookies.find((cookie) => cookie.startsWith('motcua=')) ?? '';
    await send((await open('/dang-nhap/vneid')).url, { nguoi: 'demo-1' });
    const token = /^motcua=([^;]+)/.exec(older)?.[1];
    expect((await identity.resolveSession(token, now)).expired).toBe(true);
  });

  it('gives the session another secret when its owner proves more, and forgets the old one', async () => {
    const { send, setCookies } = browser();
    await send(new URL('/can-bo/dang-nhap', baseUrl), { login: 'motcua.tanninh', password });
    const secret = () =>
      /^motcua=([^;]+)/.exec(setCookies.findLast((each) => each.startsWith('motcua=')) ?? '')?.[1];
    const before = secret();
    now = new Date(now.getTime() + 31 * 60_000);
    const proved = await send(new URL('/can-bo/xac-thuc?tiep=%2Ftra-cuu', baseUrl), { password });
    expect(proved.url.pathname).toBe('/tra-cuu');
    expect(secret()).not.toBe(before);
    expect((await identity.resolveSession(before, now)).expired).toBe(true);
    expect((await identity.resolveSession(secret(), now)).actor).toMatchObject({ provedAt: now });
  });

  it('does not follow a way back to another site', async () => {
    const { send } = browser();
    const target = new URL('/can-bo/dang-nhap?tiep=%2F%2Fevil.example', baseUrl);
    const back = await send(target, { login: 'motcua.tanninh', password });
    expect(back.url.origin).toBe(baseUrl.origin);
    expect(back.url.pathname).toBe('/can-bo');
  });

  it('refuses to be signed in or out by another site', async () => {
    for (const path of ['/can-bo/dang-nhap', '/dang-xuat', '/dang-nhap/xac-nhan']) {
      const answer = await fetch(new URL(path, baseUrl), {
        method: 'POST',
        headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
        body: new URLSearchParams({ login: 'motcua.tanninh', password }),
      });
      expect(answer.status).toBe(403);
    }
  });
});
