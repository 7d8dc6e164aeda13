import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerCaller } from '../../../platform/http/caller.ts';
import { createHttpServer } from '../../../platform/http/http-server.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { procedureAnswer, proceduresAnswer } from '../contract.ts';
import { aCatalogue } from '../testing/a-catalogue.ts';
import { systemContext } from '../testing/a-context.ts';
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

  it.each(['/api/v1/procedures', '/api/v1/procedures/1.001193'])('revalidates %s by its tag', async (url) => {
    const first = await server.inject(url);
    const tag = String(first.headers.etag);
    const again = await server.inject({ url, headers: { 'if-none-match': `W/${tag}` } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it.each([
    ['/api/v1/procedures/9.999999', 404],
    ['/api/v1/procedures/khai-sinh', 422],
    ['/api/v1/procedures?limit=1000', 422],
    ['/api/v1/procedures?after=!!', 422],
    ['/api/v1/procedures?level=planet', 422],
  ])('refuses %s with %i as a problem', async (url, status) => {
    const answer = await server.inject(url);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });
});
