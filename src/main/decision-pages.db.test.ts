import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { officeBrowser } from './testing/office-browser.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

describe('the page of a decision', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  let browser: Awaited<ReturnType<typeof officeBrowser>>;

  beforeAll(async () => {
    browser = await officeBrowser(world, test);
    browser.knows('control', await world.officer('kiemsoat.tthc'));
  }, 120_000);
  afterAll(() => browser?.close());

  let decided = 0;
  async function aDecision(): Promise<string> {
    decided += 1;
    const control = world.as(await world.officer('kiemsoat.tthc'));
    const facts = { kind: 'post', decidedOn: '2026-11-20', agency: 'Chủ tịch UBND tỉnh', lines: [] };
    const { commands } = world.product.modules.catalogue;
    return must(await commands.recordDecision(control, { ...facts, number: `7${decided}/QĐ-UBND` }))
      .decisionId;
  }

  it('says which field of a list’s form is wrong, and keeps what was typed', async () => {
    const address = `/can-bo/quyet-dinh/${await aDecision()}?danh-muc=onlineTime`;
    const form = { ...(await browser.fieldsOf(address, 'control', 'value="list"')), intent: 'list' };
    const empty = await browser.post(address, 'control', { ...form, codes: '  \r\n', percent: '20' });
    expect(empty.statusCode).toBe(422);
    expect(empty.body).toContain('href="#codes"');
    expect(empty.body).toMatch(/name="percent"[^>]*value="20"/);
    const codes = '1.001193\r\nkhông phải mã\r\n<script>';
    const wrong = await browser.send(address, 'control', { ...form, codes, percent: '250' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('href="#percent"');
    expect(wrong.body.match(/href="#codes"/g)).toHaveLength(1);
    expect(wrong.body).toContain('&lt;script&gt;</textarea>');
  });

  it('shows fifty of many lines at a time, and stays where a line was taken out', async () => {
    const { catalogue } = world.product.modules;
    const actor = await world.officer('kiemsoat.tthc');
    const control = () => world.as(actor);
    const found = must(await catalogue.findProcedures(control(), { limit: 100 })).items.slice(0, 60);
    const codes = found.map(({ code }) => code).sort();
    const decisionId = await aDecision();
    const lines = [
      ...codes.map((code) => ({ code, change: 'abolished' })),
      { code: '9.999999', change: 'abolished' },
    ];
    must(await catalogue.commands.changeDecisionLines(control(), { decisionId, version: 1, lines }));
    const first = (await browser.open(`/can-bo/quyet-dinh/${decisionId}`, 'control')).body;
    const rows = (body: string) =>
      [...body.matchAll(/name="code" value="([\d.]+)"/g)].map(([, code]) => code);
    expect(rows(first)).toEqual(codes.slice(0, 50));
    expect(first).toContain('Trang này có 50 trong 61 dòng.');
    expect(first.split('<h2 id="tac-dong"')[1]).toContain('9.999999');
    const next = `/can-bo/quyet-dinh/${decisionId}?dong=${codes[49]}`;
    expect(first).toContain(`href="${next}"`);
    const taking = await browser.fieldsOf(next, 'control', 'value="9.999999"');
    const taken = await browser.post(next, 'control', taking);
    expect(taken.headers.location).toBe(next);
    expect(rows((await browser.open(next, 'control')).body)).toEqual(codes.slice(50));
  });

  it('takes a decision back before its day, with a reason; told who and why, it can be published again', async () => {
    const address = `/can-bo/quyet-dinh/${await aDecision()}`;
    const listing = await browser.fieldsOf(`${address}?danh-muc=essential`, 'control', 'value="list"');
    await browser.post(address, 'control', { ...listing, intent: 'list', does: 'add', codes: '1.001193' });
    const publishing = await browser.fieldsOf(address, 'control', 'value="publish"');
    const sent = await Promise.all([1, 2].map(() => browser.post(address, 'control', publishing)));
    expect(sent.map(({ statusCode }) => statusCode)).toEqual([302, 302]);
    const undoing = await browser.fieldsOf(address, 'control', 'value="undo"');
    const wordless = await browser.post(address, 'control', { ...undoing, reason: '  ' });
    expect(wordless.statusCode).toBe(422);
    expect(wordless.body).toContain('href="#reason"');
    const undone = await browser.send(address, 'control', { ...undoing, reason: 'Hoãn một tháng' });
    expect(undone.statusCode).toBe(302);
    const page = await browser.open(address, 'control');
    expect(page.body).toMatch(/Nghiêm Thị Lan Chi đã hoàn tác việc công bố lúc [^<]+: Hoãn một tháng/);
    expect(page.body).toContain('value="publish"');
    const late = await browser.send(address, 'control', { ...undoing, reason: 'Lần nữa' });
    expect(late.statusCode).toBe(409);
  });
});
