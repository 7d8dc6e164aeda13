import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer } from './server.ts';
import { aServedApp, aServerConfig, builtWeb } from './testing/served-app.ts';

let server: FastifyInstance;

beforeAll(async () => {
  server = await createServer({ config: aServerConfig(), app: aServedApp(), web: await builtWeb() });
});
afterAll(() => server?.close());

describe('pages', () => {
  it.each(['/', '/en', '/khong-co'])('%s ships no script, no inline style', async (url) => {
    const page = await server.inject({ url });
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).not.toContain('<script');
    expect(page.body).not.toContain('modulepreload');
    expect(page.body).not.toMatch(/<[^>]+ style=/);
    expect(page.headers['content-security-policy']).toContain("script-src 'none'");
    expect(page.headers['content-security-policy']).not.toContain('unsafe');
  });

  it('speaks the language of its address', async () => {
    expect((await server.inject({ url: '/' })).body).toContain('<html lang="vi"');
    expect((await server.inject({ url: '/en' })).body).toContain('<html lang="en"');
  });

  it('answers an unknown address with the designed page', async () => {
    const page = await server.inject({ url: '/khong-co' });
    expect(page.statusCode).toBe(404);
    expect(page.body).toContain('Không tìm thấy trang');
  });

  it('keeps assets forever, pages never', async () => {
    const page = await server.inject({ url: '/' });
    expect(page.headers['cache-control']).toBe('private, no-store');
    const asset = /href="(\/assets\/[^"]+\.css)"/.exec(page.body)?.[1] ?? '';
    const css = await server.inject({ url: asset });
    expect(css.statusCode).toBe(200);
    expect(css.headers['cache-control']).toContain('immutable');
    const small = await server.inject({ url: asset, headers: { 'accept-encoding': 'gzip, br' } });
    expect(small.headers['content-encoding']).toBe('br');
    expect(small.headers['cache-control']).toContain('immutable');
    expect(small.rawPayload.length * 5).toBeLessThan(css.rawPayload.length);
  });

  it.each(['/', '/_root.data', '/tra-cuu.data', '/khong-co.data', '/robots.txt'])(
    'says in which letters the text at %s is written',
    async (url) => {
      const { headers } = await server.inject({ url });
      expect(headers['content-type']).toMatch(/^text\/[a-z-]+; charset=utf-8$/i);
    },
  );

  it('refuses a form another site sent, with the designed page', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' };
    const page = await server.inject({ url: '/', method: 'POST', headers, body: 'a=1' });
    expect(page.statusCode).toBe(403);
    expect(page.body).toContain('đến từ một trang khác');
  });

  it('refuses a form that is too large, with the designed page', async () => {
    const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
    const page = await server.inject({ url: '/', method: 'POST', headers, body: 'a'.repeat(1_100_000) });
    expect(page.statusCode).toBe(413);
    expect(page.body).toContain('quá lớn');
  });

  it('sends whoever is not signed in from the office to sign in, and back', async () => {
    const page = await server.inject({ url: '/can-bo/hang-doi/cho-ky?sau=1' });
    expect(page.statusCode).toBe(302);
    expect(page.headers.location).toBe('/can-bo/dang-nhap?tiep=%2Fcan-bo%2Fhang-doi%2Fcho-ky%3Fsau%3D1');
  });

  it('does not show the error page to those who ask for it', async () => {
    expect((await server.inject({ url: '/loi' })).statusCode).toBe(404);
  });
});

describe('the rest of HTTP', () => {
  it('is healthy', async () => {
    expect((await server.inject({ url: '/healthz' })).json()).toEqual({ status: 'ok' });
    expect((await server.inject({ url: '/readyz' })).statusCode).toBe(200);
  });

  it('documents the API as OpenAPI 3.1, under a strict policy', async () => {
    const document = await server.inject({ url: '/api/docs/json' });
    expect(document.json().openapi).toBe('3.1.0');
    const page = await server.inject({ url: '/api/docs' });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('<h1>API tích hợp</h1>');
    expect(page.headers['content-security-policy']).toContain("script-src 'none'");
  });

  it('measures by pattern of the address', async () => {
    await server.inject({ url: '/thu-tuc-bi-mat/079123456789' });
    const metrics = await server.inject({ url: '/metrics' });
    expect(metrics.body).toContain('motcua_http_request_seconds_bucket');
    expect(metrics.body).not.toContain('079123456789');
  });

  it('names the request and hides what it runs on', async () => {
    const { headers } = await server.inject({ url: '/healthz' });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});
