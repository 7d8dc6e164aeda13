import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { registerCaller } from '../../../platform/http/caller.ts';
import { createHttpServer } from '../../../platform/http/http-server.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { changesAnswer, procedureAnswer, proceduresAnswer, versionsAnswer } from '../contract.ts';
import { aCatalogue } from '../testing/a-catalogue.ts';
import { systemContext } from '../testing/a-context.ts';
import { aProcedure } from '../testing/a-procedure.ts';
import { everydayProcedures } from '../testing/everyday-procedures.ts';

describe('GET /api/v1/procedures', () => {
  const test = useTestDatabase();
  let server: FastifyInstance;

  beforeAll(async () => {
    const catalogue = aCatalogue(test);
    await catalogue.loadProcedures(systemContext(), { procedures: everydayProcedures() });
    server = await createHttpServer({
      baseUrl: new URL('http://localhost'),
      trustedProxies: 0,
      logLevel: 'silent',
      rateLimitFactor: 100,
    });
    registerCaller(server, {
      jurisdiction: test.jurisdiction,
      clock: () => new Date('2026-11-22T09:00:00+07:00'),
      resolveSession: async () => ({ actor: { kind: 'anonymous' }, expired: false }),
      sessionCookie: 'motcua',
    });
    catalogue.registerRoutes(server);
  });
  afterAll(() => server.close());

  it('answers what it documents, page by page', async () => {
    const first = await server.inject('/api/v1/procedures?q=khai+sinh&limit=2');
    const page = proceduresAnswer.parse(first.json());
    expect(page.items[0]?.code).toBe('1.001193');
    const second = await server.inject(`/api/v1/procedures?q=khai+sinh&limit=2&after=${page.next}`);
    const codes = proceduresAnswer.parse(second.json()).items.map((item) => item.code);
    expect(codes).toHaveLength(2);
    expect(codes).not.toContain('1.001193');
  });

  it('gives one procedure as it stood on a day', async () => {
    const answer = await server.inject('/api/v1/procedures/1.001193?on=2025-07-01');
    expect(procedureAnswer.parse(answer.json())).toMatchObject({ code: '1.001193', version: 1 });
    const before = await server.inject('/api/v1/procedures/1.001193?on=2025-06-30');
    expect(before.statusCode).toBe(404);
    expect(before.json()).toMatchObject({ type: expect.stringContaining('catalogue.not-in-force') });
  });

  it('tells every version, and each as it was published', async () => {
    const versions = await server.inject('/api/v1/procedures/1.001193/versions');
    expect(versionsAnswer.parse(versions.json()).items).toMatchObject([
      { number: 1, validFrom: '2025-07-01' },
    ]);
    const first = await server.inject('/api/v1/procedures/1.001193/versions/1');
    expect(procedureAnswer.parse(first.json())).toMatchObject({ version: 1, code: '1.001193' });
    expect((await server.inject('/api/v1/procedures/1.001193/versions/2')).statusCode).toBe(404);
  });

  it('feeds changes that never skip what commits late', async () => {
    const read = async (after?: string) => {
      const query = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
      const answer = await server.inject(`/api/v1/procedures/changes?limit=4${query}`);
      return changesAnswer.parse(answer.json());
    };
    const drain = async (after?: string) => {
      const codes: string[] = [];
      let page = await read(after);
      for (;;) {
        codes.push(...page.items.map(({ code, kind }) => `${kind} ${code}`));
        if (!page.more) return { codes, next: page.next };
        page = await read(page.next);
      }
    };
    // Whatever else runs on this server holds the feed back until it has ended.
    const soon = { timeout: 20_000, interval: 50 };
    const start = await vi.waitFor(async () => {
      const all = await drain();
      expect(all.codes).toHaveLength(everydayProcedures().length);
      return all;
    }, soon);
    const catalogue = aCatalogue(test);
    const load = (code: string) =>
      catalogue.loadProcedures(systemContext(), { procedures: [aProcedure({ code })] });
    // A transaction that has taken its number and not committed yet.
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let began = () => {};
    const begun = new Promise<void>((resolve) => {
      began = resolve;
    });
    const slow = test.db.transaction().execute(async (tx) => {
      await sql`select pg_current_xact_id()`.execute(tx);
      began();
      await held;
      await sql`
        insert into catalogue.change (jurisdiction, code, version_id, kind, from_day)
        values (1, '9.000001', gen_random_uuid(), 'published', '2026-12-01')`.execute(tx);
    });
    await begun;
    await load('9.000002');
    const during = await drain(start.next);
    expect(during.codes).toEqual([]);
    release();
    await slow;
    await vi.waitFor(async () => {
      const after = await drain(during.next);
      expect(after.codes).toEqual(['published 9.000001', 'published 9.000002']);
    }, soon);
  });

  it.each([
    '/api/v1/procedures',
    '/api/v1/procedures/1.001193',
    '/api/v1/procedures/1.001193/versions',
    '/api/v1/procedures/1.001193/versions/1',
    '/api/v1/procedures/changes',
  ])('revalidates %s by its tag', async (url) => {
    const first = await server.inject(url);
    const tag = String(first.headers.etag);
    const again = await server.inject({ url, headers: { 'if-none-match': `W/${tag}` } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it.each([
    ['/api/v1/procedures/9.999999', 404],
    ['/api/v1/procedures/khai-sinh', 422],
    ['/api/v1/procedures?limit=1000', 422],
    ['/api/v1/procedures/changes?after=!!', 422],
    ['/api/v1/procedures/9.999999/versions', 404],
    ['/api/v1/procedures?after=!!', 422],
    ['/api/v1/procedures?level=planet', 422],
  ])('refuses %s with %i as a problem', async (url, status) => {
    const answer = await server.inject(url);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });
});
