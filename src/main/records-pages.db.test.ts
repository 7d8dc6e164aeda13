import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { officeBrowser } from './testing/office-browser.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

const home = '/can-bo/tai-khoan-dan';
const name = 'Bùi Khánh Linh';

describe('pages about records of people and what is given to them', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  let browser: Awaited<ReturnType<typeof officeBrowser>>;
  const people: string[] = [];

  beforeAll(async () => {
    browser = await officeBrowser(world, test);
    browser.knows('admin', await world.officer('quantri'));
    for (const number of ['072304999007', '072304999015'])
      people.push((await world.citizen(name, number, '0530000057')).personId);
    await sql`
      update identity.person set identity_sealed = null, identity_index = null where id = ${people[1]}`.execute(
      test.owner,
    );
  }, 120_000);
  afterAll(() => browser?.close());

  const merge = (fields: Readonly<Record<string, string>>) =>
    browser.send(home, 'admin', { intent: 'merge', text: name, personId: people, ...fields });

  it('keep the ticked records where a merge lacks its reason, and say when it is done', async () => {
    const refused = await merge({ reason: ' ' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Lý do, giấy tờ đã xem: Chưa điền.');
    expect(refused.body).toContain('id="reason-loi"');
    for (const id of people)
      expect(refused.body).toMatch(new RegExp(`<input[^>]*checked=""[^>]*value="${id}"`));
    const none = await merge({ personId: people[0] ?? '', reason: 'Đã xem căn cước' });
    expect(none.body).toContain('href="#personIds"');
    expect(none.body).toContain('Bản ghi cần gộp: ');
    const done = await merge({ reason: 'Đã xem căn cước tại quầy' });
    expect(done.headers.location).toBe(`${home}?xong=merge`);
    expect((await browser.open(`${home}?xong=merge`, 'admin')).body).toContain('Đã gộp hai bản ghi.');
  });

  it('offer nothing to tick where only one record is found', async () => {
    await world.citizen('Trần Ngọc Anh Thư', '072301999003', '0530000053');
    const page = await browser.post(home, 'admin', { intent: 'find', text: 'Trần Ngọc Anh Thư' });
    expect(page.body).toContain('Chỉ có một bản ghi, không có gì để gộp.');
    expect(page.body).not.toContain('name="personId"');
  });

  it('keep the merge open that was to be taken apart without a word, its field named and marked', async () => {
    const { mergeId = '' } = await browser.fieldsOf(home, 'admin', 'value="undo"');
    const refused = await browser.send(home, 'admin', { intent: 'undo', mergeId, reason: '' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain(`href="#ly-do-${mergeId}"`);
    expect(refused.body).toContain('Vì sao tách lại: Chưa điền.');
    expect(refused.body).toMatch(/<details class="mc-disclosure" open=""><summary>Tách lại/);
    const done = await browser.send(home, 'admin', { intent: 'undo', mergeId, reason: 'Gộp nhầm người' });
    expect(done.headers.location).toBe(`${home}?xong=undo`);
    expect((await browser.open(`${home}?xong=undo`, 'admin')).body).toContain('Đã tách lại như trước.');
  });

  it('tell an officer who holds no post that what is given to them rests', async () => {
    const give = {
      login: 'chuyenvien.soxaydung',
      permission: 'dossiers.read',
      scope: 'jurisdiction',
      fromOn: '2026-11-23',
      lastOn: '2026-12-31',
      reason: 'Kiểm tra theo KH 12/KH-UBND',
    };
    const admin = world.as(await world.officer('quantri'));
    must(await world.product.modules.identity.powers.give(admin, give));
    const officer = await world.officer(give.login);
    browser.knows('colleague', officer);
    expect((await browser.open('/can-bo/quyen', 'colleague')).body).not.toContain('Tạm nghỉ');
    await sql`update identity.post set valid_to = '2026-11-23' where person_id = ${officer.personId}`.execute(
      test.owner,
    );
    browser.knows('colleague', { ...officer, posts: [], grants: [] });
    const page = await browser.open('/can-bo/quyen', 'colleague');
    expect(page.body).toContain('Được cấp riêng');
    expect(page.body).toContain('Tạm nghỉ: không giữ chức vụ nào');
    expect(page.body).toContain('Hôm nay bạn không giữ chức vụ nào');
  });

  it('lead an officer whose session ended in somebody’s draft to the officers’ sign-in, and back', async () => {
    browser.ended('away', 'officer');
    browser.ended('citizen', 'citizen');
    const draft = '/ban-khai/01a218d0-7677-7349-ada8-ff65f2ff2b6c?buoc=x';
    const back = encodeURIComponent(draft);
    expect((await browser.open(draft, 'away')).headers.location).toBe(`/can-bo/dang-nhap?tiep=${back}`);
    expect((await browser.open(draft, 'citizen')).headers.location).toBe(`/dang-nhap?tiep=${back}`);
    const sent = await browser.send(draft, 'away', { buoc: 'x' });
    expect(sent.statusCode).toBe(401);
    expect(sent.body).toContain('href="/can-bo/dang-nhap?tiep=%2Fban-khai');
    expect(sent.body).toContain('về thẻ này tải lại trang và đồng ý gửi lại');
    const signIn = await browser.open(`/dang-nhap?tiep=${back}`, 'nobody');
    expect(signIn.body).toContain(`href="/can-bo/dang-nhap?tiep=${back}"`);
  });
});
