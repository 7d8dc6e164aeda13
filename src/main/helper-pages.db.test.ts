import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, CitizenActor } from '../kernel/actor.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { createServer } from './server.ts';
import { aBirthDraft } from './testing/birth-draft.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { aServedApp, aServerConfig, builtWeb } from './testing/served-app.ts';
import { morning } from './testing/test-config.ts';

const home = '/tai-khoan/ho-tro';

const birthOf = (competentUnitId: string | undefined) => ({
  procedureCode: '1.001193',
  caseKey: 'co-chung-sinh',
  caseAnswers: { 'chung-sinh': 'co', 'hoan-canh': 'binh-thuong', 'uy-quyen': 'khong' },
  competentUnitId,
});

/** The helpers' pages, a draft that one makes, and the counter, as a browser without script uses them. */
describe('pages for whoever hands in for others', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  let server: Awaited<ReturnType<typeof createServer>>;
  let mother: CitizenActor;
  let neighbour: CitizenActor;
  let actor: Actor;

  beforeAll(async () => {
    mother = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    neighbour = await world.citizen('Võ Thành Nam', '080079999008', '0530000058');
    server = await createServer({
      config: aServerConfig(),
      app: aServedApp({
        clock: () => morning,
        modules: world.product.modules,
        resolveSession: async () => ({ actor, expired: false, displayName: 'Nam' }),
      }),
      web: await builtWeb(),
    });
  }, 120_000);

  const open = (url: string) => server.inject({ url });
  const send = (fields: Readonly<Record<string, string>>, url = home) =>
    server.inject({
      url,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost:8080' },
      payload: new URLSearchParams({ requestId: newUuidV7(), ...fields }).toString(),
    });
  const give = async () =>
    must(
      await world.product.modules.identity.citizens.giveConsent(world.as(mother), {
        scope: 'dossier',
        untilOn: '2026-12-31',
      }),
    );

  it('name the day that is missing', async () => {
    actor = mother;
    const refused = await send({ intent: 'give', scope: 'dossier', untilOn: '' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Đến hết ngày: Chưa điền.');
  });

  it('keep a code that opens nothing beside its field, and say when one was taken', async () => {
    const { code } = await give();
    actor = neighbour;
    const refused = await send({ intent: 'redeem', code: 'KHONGDUNG2' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('value="KHONGDUNG2"');
    expect(refused.body).toContain('id="code-loi"');
    const taken = await send({ intent: 'redeem', code });
    expect((await open(String(taken.headers.location))).body).toContain('Đã nhận giúp.');
  });

  it.each([
    ['9.999999', 'gần với “9.999999”'],
    ['', 'Thủ tục: Chưa điền.'],
  ])('say of the procedure “%s” what is wrong, and go on with one that exists', async (procedure, words) => {
    const { consentId, code } = await give();
    actor = neighbour;
    must(await world.product.modules.identity.citizens.redeemConsent(world.as(neighbour), { code }));
    const refused = await send({ intent: 'begin', consentId, procedure });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain(words);
    expect(refused.body).toContain(`href="#thu-tuc-${consentId}"`);
    const named = await send({ intent: 'begin', consentId, procedure: 'dang ky khai sinh' });
    expect(named.statusCode).toBe(200);
    expect(named.body).toContain(`href="/nop/1.001193?cho=${consentId}"`);
    const begun = await send({ intent: 'begin', consentId, procedure: '1.001193' });
    expect(begun.headers.location).toBe(`/nop/1.001193?cho=${consentId}`);
    expect((await open(`/nop/1.001193?cho=${consentId}`)).body).toContain(
      'Bạn đang lập hồ sơ cho Phan Thị Mỹ Duyên.',
    );
  });

  it('say on every step for whom the draft is, and do not ask it', async () => {
    const { consentId, code } = await give();
    actor = neighbour;
    must(await world.product.modules.identity.citizens.redeemConsent(world.as(neighbour), { code }));
    const { draftId } = must(
      await world.product.modules.dossiers.commands.startDraft(world.as(neighbour), {
        ...birthOf(world.product.modules.identity.units.byKey('phuong-tan-ninh')?.id),
        consentId,
      }),
    );
    for (const step of ['', '/giay-to', '/kiem-tra'])
      expect((await open(`/ban-khai/${draftId}${step}`)).body).toContain(
        'Bạn đang lập hồ sơ cho Phan Thị Mỹ Duyên.',
      );
    expect((await open(`/ban-khai/${draftId}/nop-cho`)).headers.location).toBe(
      `/ban-khai/${draftId}/kiem-tra`,
    );
    expect((await open(`/ban-khai/${draftId}`)).body).not.toContain('autoComplete="tel"');
    const keep = (version: string) =>
      send(
        { buoc: 'pageRequester', version, requesterName: 'Phan Thị Mỹ Duyên' },
        `/ban-khai/${draftId}/luu`,
      );
    expect((await keep('1')).json()).toMatchObject({ version: 2 });
    expect((await open(`/ban-khai/${draftId}/giay-to`)).body).toContain(`href="${home}"`);
    must(await world.product.modules.identity.citizens.revokeConsent(world.as(mother), { consentId }));
    const ended = await open(`/ban-khai/${draftId}`);
    expect(ended.statusCode).toBe(403);
    expect(ended.body).toContain(`href="${home}"`);
    const notKept = await keep('2');
    expect(notKept.statusCode).toBe(403);
    expect(notKept.json().sentence).toContain('không còn hiệu lực');
  });

  it('keep what an officer types for the person, and lead back to the people helped', async () => {
    const { consentId, code } = await give();
    actor = await world.officer('hotro.tanninh');
    must(await world.product.modules.identity.citizens.redeemConsent(world.as(actor), { code }));
    const { draftId } = must(
      await world.product.modules.dossiers.commands.startDraft(world.as(actor), {
        ...birthOf(world.product.modules.identity.units.byKey('phuong-tan-ninh')?.id),
        consentId,
      }),
    );
    const typed = { buoc: 'pageRequester', version: '1', requesterName: 'Phan Thị Mỹ Duyên' };
    expect((await send(typed, `/ban-khai/${draftId}/luu`)).json()).toMatchObject({ version: 2 });
    expect((await open(`/ban-khai/${draftId}/giay-to`)).body).toContain('href="/can-bo/ho-tro"');
    const left = await send({ ...typed, version: '2', _action: 'leave' }, `/ban-khai/${draftId}`);
    expect(left.headers.location).toBe('/can-bo/ho-tro');
  });

  it('name at the counter what is missing, and afterwards whose consent each is', async () => {
    actor = await world.officer('tiepnhan.tanninh');
    const counter = '/can-bo/ho-tro';
    const asked = { intent: 'give', scope: 'dossier', untilOn: '2026-12-31' };
    const refused = await send(
      { ...asked, 'principal.name': '', 'principal.identityNumber': '', 'principal.phone': '' },
      counter,
    );
    expect(refused.body).toContain('Họ và tên: Chưa điền.');
    expect(refused.body).toContain('Số định danh: Chưa điền.');
    for (const [name, number] of [
      ['Đặng Thị Lụa', '072160999021'],
      ['Mai Văn Đệ', '072160999022'],
    ] as const)
      await send({ ...asked, 'principal.name': name, 'principal.identityNumber': number }, counter);
    const page = await open(counter);
    expect(page.body).toContain('Người nhờ: Đặng Thị Lụa');
    expect(page.body).toContain('Người nhờ: Mai Văn Đệ');
  });

  it('keep open at the counter what was said of another person who brings the papers', async () => {
    actor = await world.officer('tiepnhan.tanninh');
    const unit = (key: string) => world.product.modules.identity.units.byKey(key)?.id ?? '';
    const address =
      '/can-bo/tiep-nhan/1.001193?hoi-chung-sinh=co&hoi-hoan-canh=binh-thuong&hoi-uy-quyen=khong';
    const folded = /<details class="mc-disclosure"><summary>Người khác nộp thay/;
    expect((await open(address)).body).toMatch(folded);
    const refused = await send(
      {
        intent: 'register',
        competentUnitId: unit('phuong-tan-ninh'),
        receivedUnitId: unit('phuong-tan-ninh/one-stop'),
        'owner.name': 'Võ Thị Hạnh Nguyên',
        'representation.capacity': 'guardian',
      },
      address,
    );
    expect(refused.statusCode).toBe(422);
    expect(refused.body).not.toMatch(folded);
    expect(refused.body).toContain('Người khác nộp thay');
  });

  it('offer no consent to an account of an organisation, nor the question for whom', async () => {
    actor = mother;
    expect((await open(home)).body).toContain('Tạo mã');
    const draftId = await aBirthDraft(world, test, mother);
    expect((await open(`/ban-khai/${draftId}/nop-cho`)).statusCode).toBe(200);
    actor = { ...mother, organisationId: newUuidV7<'organisation'>() };
    const page = await open(home);
    expect(page.body).toContain('Tài khoản của tổ chức không nhờ người hỗ trợ');
    expect(page.body).not.toContain('Tạo mã');
    expect((await open(`/ban-khai/${draftId}/nop-cho`)).headers.location).toBe(
      `/ban-khai/${draftId}/kiem-tra`,
    );
  });
});
