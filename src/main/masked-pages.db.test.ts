import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, CitizenActor } from '../kernel/actor.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { createServer } from './server.ts';
import { aBirthDraft } from './testing/birth-draft.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { aServedApp, aServerConfig, builtWeb } from './testing/served-app.ts';
import { morning } from './testing/test-config.ts';

describe('the page of a dossier', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const actors = new Map<string, Actor>();
  const whole = /0530000051/;
  let server: FastifyInstance;
  let dossierId: string;
  let address: string;

  beforeAll(async () => {
    const mother: CitizenActor = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    actors.set('mother', mother);
    actors.set('leader', { ...(await world.officer('phochutich.tanninh')), provedAt: morning });
    server = await createServer({
      config: aServerConfig(),
      app: aServedApp({
        jurisdiction: test.jurisdiction,
        clock: () => morning,
        modules: world.product.modules,
        resolveSession: async (token) => ({
          actor: actors.get(token ?? '') ?? { kind: 'anonymous' },
          expired: false,
          displayName: 'Người thử',
        }),
      }),
      web: await builtWeb(),
    });
    const draftId = await aBirthDraft(world, test, mother);
    const draft = { draftId, expectedVersion: 3 };
    const made = await world.product.modules.dossiers.commands.submitDraft(world.as(mother), draft);
    ({ dossierId } = must(made));
    address = `/can-bo/ho-so/${dossierId}`;
    await world.runJobs();
  }, 240_000);
  afterAll(() => server?.close());

  const open = (url: string, who = 'leader') => server.inject({ url, cookies: { motcua: who } });
  const send = (fields: Readonly<Record<string, string>>, site = 'same-origin') =>
    server.inject({
      url: address,
      method: 'POST',
      cookies: { motcua: 'leader' },
      headers: { 'sec-fetch-site': site, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });

  it('shows what is masked in the answer to its form alone: to no link, no other site, no second sending', async () => {
    expect((await open(`${address}?ly-do=contact&unmaskFor=contact&intent=unmask`)).body).not.toMatch(whole);
    const page = await open(address);
    expect(page.body).toContain('Xem đầy đủ');
    expect(page.body).not.toMatch(whole);
    expect(page.body).not.toContain('href="/tep/');
    const fields = { requestId: newUuidV7(), intent: 'unmask', unmaskFor: 'superior' };
    expect((await send({ ...fields, unmaskFor: '' })).statusCode).toBe(422);
    expect((await send(fields, 'cross-site')).statusCode).toBe(403);
    const shown = await send(fields);
    expect([shown.statusCode, whole.test(shown.body)]).toEqual([200, true]);
    expect(shown.body).toMatch(/\?mo=[0-9a-f-]{36}/);
    expect(shown.body).not.toContain(`?mo=${fields.requestId}`);
    const again = await send(fields);
    expect([again.statusCode, again.headers.location]).toEqual([302, address]);
    expect((await open(address)).body).not.toMatch(whole);
  });

  it('says decently that it was erased, to the office and to its owner', async () => {
    const kinds = ['facts', 'papers', 'letters', 'results'] as const;
    const erasureId = newUuidV7();
    const own = sql`where jurisdiction = 1 and dossier_id = ${dossierId}`;
    await sql`update dossiers.dossier set phase = 'refused', refused_at = submitted_at ${own}`.execute(
      test.owner,
    );
    await sql`update dossiers.task set closed_at = opened_at, outcome = 'refuse' ${own}`.execute(test.owner);
    const ctx = world.as({ kind: 'system', task: 'test' });
    const { kept } = world.product.modules.dossiers;
    await world.product.db.transaction().execute((tx) => kept.erase(tx, ctx, dossierId, kinds));
    await sql`
      insert into privacy.erasure (jurisdiction, erasure_id, fixed_at, fixed_by, fixed_by_person, items, decision_number,
        decided_on, confirmed_at, confirmed_by)
      values (1, ${erasureId}, ${morning}, ${erasureId}, ${erasureId}, 1, '05/QĐ-UBND', '2026-11-20', ${morning},
        ${erasureId})`.execute(test.owner);
    await sql`
      insert into privacy.erasure_item (jurisdiction, erasure_id, dossier_id, dossier_code, procedure_code, procedure_name,
        unit_id, ended_on, due_on, kinds, basis, source, erased_at)
      select jurisdiction, ${erasureId}, dossier_id, code, procedure_code, procedure_name, competent_unit_id, '2026-11-20',
        '2026-11-20', erased_kinds, 'Thời hạn thử', 'Nguồn thử', ${morning} from dossiers.dossier ${own}`.execute(
      test.owner,
    );
    for (const [url, who] of [
      [address, 'leader'],
      [`${address}/thoi-han`, 'leader'],
      [`/ho-so/${dossierId}`, 'mother'],
      [`/ho-so/${dossierId}/nguoi-xem`, 'mother'],
      ['/ho-so', 'mother'],
      ['/hop-thu', 'mother'],
    ] as const) {
      const page = await open(url, who);
      expect([url, page.statusCode]).toEqual([url, 200]);
      expect(page.body).not.toMatch(/0530000051|Bảo An|khu phố 3/);
    }
    for (const [url, who] of [
      [address, 'leader'],
      [`/ho-so/${dossierId}`, 'mother'],
    ] as const) {
      const { body } = await open(url, who);
      expect(body).toContain('Dữ liệu cá nhân đã được xóa');
      expect(body).toContain('05/QĐ-UBND');
    }
  });
});
