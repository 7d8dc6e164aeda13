import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import { many } from '../platform/database.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { officeBrowser } from './testing/office-browser.ts';
import { officeWorld } from './testing/office-world.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

const minutesAgo = (minutes: number) => new Date(morning.getTime() - minutes * 60_000);

describe('a page that is asked for a fresh proof', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const office = officeWorld(world, test);
  let browser: Awaited<ReturnType<typeof officeBrowser>>;
  let specialist: OfficerActor;
  let leader: OfficerActor;

  beforeAll(async () => {
    browser = await officeBrowser(world, test);
    specialist = await world.officer('hotich.tanninh');
    leader = await world.officer('phochutich.tanninh');
  }, 180_000);
  afterAll(() => browser?.close());

  /** The officer under this name has last proved who they are so many minutes ago. */
  const proved = (name: string, actor: OfficerActor, minutes: number) =>
    browser.knows(name, { ...actor, provedAt: minutesAgo(minutes) });

  it('keeps the ticks of a batch, does none of it, and once proved signs them all without asking again', async () => {
    const tasks = [await office.toSign(specialist), await office.toSign(specialist)];
    const queue = '/can-bo/hang-doi/cho-ky';
    proved('leader', leader, 31);
    const page = (await browser.open(queue, 'leader')).body;
    const ticks = tasks.map((taskId) => page.match(new RegExp(`value="(${taskId} [^"]+)"`))?.[1] ?? '');
    const asked = await browser.send(queue, 'leader', { act: 'sign', task: ticks });
    expect(asked.statusCode).toBe(403);
    expect(asked.body).toContain('href="/can-bo/xac-thuc?tiep=/can-bo/bao-mat"');
    expect(asked.body.match(/class="ds-input mc-tick"[^>]*checked=""/g)).toHaveLength(2);
    for (const taskId of tasks) expect(await office.holderOf(taskId)).toMatchObject({ closed_by: null });
    proved('leader', leader, 1);
    expect((await browser.send(queue, 'leader', { act: 'sign', task: ticks })).statusCode).toBe(200);
    for (const taskId of tasks)
      expect(await office.holderOf(taskId)).toMatchObject({ closed_by: leader.accountId });
    // 29 minutes after the same proof the next one is signed as well.
    proved('leader', leader, 29);
    const next = await office.toSign(specialist);
    const one = { act: 'sign', task: `${next} x` };
    expect((await browser.send(queue, 'leader', one)).statusCode).toBe(200);
    expect(await office.holderOf(next)).toMatchObject({ closed_by: leader.accountId });
  });

  it('keeps what was written into a notice that bears a name, and sends it once proved', async () => {
    const { dossierId } = await (await office.births()).anAccepted();
    const address = `/can-bo/ho-so/${dossierId}`;
    proved('specialist', specialist, 31);
    const form = await browser.fieldsOf(address, 'specialist', 'value="stop"');
    const written = { reason: 'Hồ sơ không thuộc thẩm quyền', money: 'Chưa thu lệ phí', ground: 'law' };
    const fields = { ...form, intent: 'stop', ...written, signerPostId: leader.posts[0]?.postId ?? '' };
    const asked = await browser.send(address, 'specialist', fields);
    expect(asked.statusCode).toBe(403);
    expect(asked.body).toContain('Việc này cần xác nhận lại là bạn');
    expect(asked.body).toContain(written.reason);
    expect(asked.body).toContain(written.money);
    proved('specialist', specialist, 1);
    expect((await browser.send(address, 'specialist', fields)).statusCode).toBe(302);
    const { queries } = world.product.modules.dossiers;
    expect(must(await queries.getOfficeDossier(world.as(specialist), dossierId)).phase).toBe('stopped');
  });

  it('keeps the day and the reason of an apology', async () => {
    const { dossierId } = await (await office.births()).anAccepted();
    const address = `/can-bo/ho-so/${dossierId}/thoi-han`;
    const fields = { intent: 'apologise', newDueOn: '2026-12-25', reason: 'Chờ xác minh ở nơi cư trú cũ' };
    proved('leader', leader, 31);
    const asked = await browser.send(address, 'leader', fields);
    expect(asked.statusCode).toBe(403);
    expect(asked.body).toContain(fields.reason);
    expect(asked.body).toContain(`value="${fields.newDueOn}"`);
    proved('leader', leader, 1);
    expect((await browser.send(address, 'leader', fields)).statusCode).toBe(302);
  });

  it('hands no list of people out without one, leads to it and back to where the list is', async () => {
    const listId = newUuidV7();
    await sql`
      insert into dossiers.postal_list (jurisdiction, list_id, unit_id, handed_at, handed_by)
      values (1, ${listId}, ${office.unitId('phuong-tan-ninh/one-stop')}, ${morning}, ${leader.accountId})`.execute(
      test.owner,
    );
    await office.toSign(specialist);
    const queue = '/can-bo/hang-doi/cho-ky';
    const post = `/can-bo/buu-chinh/${listId}`;
    const lists = {
      'dossiers.inbox-export': [leader, `${queue}/xuat.csv?pham-vi=group`, `${queue}?pham-vi=group`],
      'dossiers.late-export': [leader, '/can-bo/tre-han/xuat.csv?thiet-yeu=1', '/can-bo/tre-han?thiet-yeu=1'],
      'audit.export': [await world.officer('quantri'), '/can-bo/nhat-ky/xuat?name=x', undefined],
      'dossiers.postal-list': [await world.officer('tiepnhan.tanninh'), post, post],
    } as const;
    for (const [actor, address, back] of Object.values(lists)) {
      proved('reader', actor, 31);
      const before = await readings();
      const asked = await browser.open(address, 'reader');
      const proof = new URL(String(asked.headers.location), 'http://x');
      expect([address, asked.statusCode, proof.pathname]).toEqual([address, 302, '/can-bo/xac-thuc']);
      if (back !== undefined) expect(proof.searchParams.get('tiep')).toBe(back);
      expect(await readings()).toEqual(before);
      proved('reader', actor, 1);
      expect([address, (await browser.open(address, 'reader')).statusCode]).toEqual([address, 200]);
    }
    expect((await readings()).filter((query) => query.includes('export'))).toEqual([
      'dossiers.inbox-export.cho-ky',
    ]);
    // Every reading that leaves as a file is one of these: a new one is asked here too.
    const files = readFileSync('data/privacy/reads.csv', 'utf8').match(/^[a-z.-]*export(?=,)/gm);
    expect(Object.keys(lists)).toEqual(expect.arrayContaining(files ?? ['none']));
  });

  const readings = async () =>
    (await many(test.owner, sql<{ query: string }>`select query from platform.read order by query`)).map(
      ({ query }) => query,
    );
});
