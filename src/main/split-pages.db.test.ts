import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { officeBrowser } from './testing/office-browser.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { aWardToSplit } from './testing/split-ward.ts';

const before = new Date('2026-11-30T09:00:00+07:00');
const after = new Date('2026-12-01T09:00:00+07:00');
const address = '/can-bo/chia-tach';

describe('the page where open dossiers of a split ward are given out', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  let browser: Awaited<ReturnType<typeof officeBrowser>>;
  let ward: Awaited<ReturnType<typeof aWardToSplit>>;
  let form: Record<string, string>;

  beforeAll(async () => {
    ward = await aWardToSplit(world, test, before);
    const { plan, unit } = ward;
    const rest = { rules: [], rest: 'perDossier' };
    must(await plan.edit({ edit: 'choose', unitId: unit('phuong-tan-ninh'), choice: rest }));
    const { posts, ends } = await plan.view();
    const heirs = new Map(ends.map((line) => [line.unitId, line.successors[1]?.unitId]));
    const places = posts.map(({ postId, unitId }) => ({ postId, unitId: heirs.get(unitId) }));
    must(await plan.edit({ edit: 'place', places }));
    must(await plan.carryOut());
    browser = await officeBrowser(world, test, () => after);
    browser.knows('admin', await world.officer('quantri', after));
    browser.knows('counter', await world.officer('tiepnhan.tanninh', after));
    browser.knows('leader', await world.officer('phochutich.tanninh', after));
    form = await browser.fieldsOf(address, 'admin', 'name="unitId"');
  }, 180_000);
  afterAll(() => browser?.close());

  it('asks for a dossier where none was ticked, and keeps the chosen successor', async () => {
    const none = await browser.send(address, 'admin', { ...form, toUnitId: ward.north });
    expect(none.statusCode).toBe(422);
    expect(none.body).toContain('Chưa chọn hồ sơ nào');
    expect(none.body).toContain(`href="#${form.unitId}.dossiers"`);
    expect(none.body).toMatch(new RegExp(`value="${ward.north}" selected`));
  });

  it('keeps what was ticked where the unit did not take over, and gives nothing', async () => {
    const [first] = ward.births;
    const wrong = await browser.send(address, 'admin', { ...form, dossierId: [first], toUnitId: '' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain(`href="#${form.unitId}.to"`);
    expect(wrong.body).toMatch(
      new RegExp(`<input[^>]*(checked=""[^>]*value="${first}"|value="${first}"[^>]*checked="")`),
    );
  });

  it('says which part each successor took, also on the dossier while nobody has chosen', async () => {
    const [first] = ward.births;
    const choices = ['Bắc (nhận phía bắc rạch Tây Ninh)', 'Nam (nhận phía nam)'];
    const page = await browser.open(address, 'admin');
    for (const choice of choices) expect(page.body).toContain(`${choice}</option>`);
    const dossier = await browser.open(`/can-bo/ho-so/${first}`, 'counter');
    expect(dossier.body).toContain('phường Tân Ninh đã chia tách, chưa chọn đơn vị giải quyết tiếp');
    for (const choice of choices) expect(dossier.body).toContain(`${choice}</li>`);
    expect(dossier.body).not.toContain(`href="${address}"`);
    const leader = await browser.open(`/can-bo/ho-so/${first}`, 'leader');
    expect(leader.body).toContain(`href="${address}"`);
  });

  it('is closed to who leads nothing', async () => {
    const [first] = ward.births;
    const fields = { ...form, dossierId: [first], toUnitId: ward.north };
    expect((await browser.send(address, 'counter', fields)).statusCode).toBe(403);
    const page = await browser.open(address, 'counter');
    expect(page.statusCode).toBe(403);
    expect(page.body).toContain('Chỉ lãnh đạo phòng hoặc lãnh đạo đơn vị');
  });

  it('of the same form sent twice gives once; a stale page is told what became of the dossier', async () => {
    const [first] = ward.births;
    const fields = { ...form, dossierId: [first], toUnitId: ward.north };
    const sent = await Promise.all([1, 2].map(() => browser.post(address, 'admin', fields)));
    expect(sent.map(({ headers }) => headers.location)).toEqual([
      `${address}?da-giao=1`,
      `${address}?da-giao=1`,
    ]);
    expect((await browser.open(`/can-bo/ho-so/${first}`, 'leader')).body).not.toContain('đã chia tách');
    const late = await browser.send(address, 'admin', fields);
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('không còn chờ chọn đơn vị');
  });
});
