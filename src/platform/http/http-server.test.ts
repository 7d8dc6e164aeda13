import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Jurisdiction } from '../../kernel/id.ts';
import { refuse } from '../../kernel/result.ts';
import { newUuidV7 } from '../ids.ts';
import { registerCaller } from './caller.ts';
import { sendRefusal } from './error-handler.ts';
import { createHttpServer, type HttpServerOptions } from './http-server.ts';
import { registerOpenApi } from './openapi.ts';

type Server = Awaited<ReturnType<typeof createHttpServer>>;

let server: Server;
afterEach(() => server.close());

const person = z.object({
  name: z.string().max(80),
  identityNumber: z.string().regex(/^\d{12}$/),
  born: z.date().optional(),
});

async function aServer(options: Partial<HttpServerOptions> = {}): Promise<Server> {
  const baseUrl = new URL('https://dichvucong.example');
  server = await createHttpServer({ baseUrl, trustedProxies: 0, logLevel: 'silent', ...options });
  await registerOpenApi(server, { baseUrl, version: '1.2.3' });
  server.post('/api/v1/people', { schema: { body: person } }, async () => ({ ok: true }));
  server.get('/api/v1/people/:name', async () => {
    throw new Error('broken on purpose');
  });
  server.get('/api/v1/refused', async (request, reply) =>
    sendRefusal(
      request,
      reply,
      refuse('conflict', 'http.too-many-requests', { params: { seconds: 5 } }).refusal,
    ),
  );
  return server;
}

describe('logs', () => {
  it('carry ids and patterns, never what people sent', async () => {
    const lines: string[] = [];
    await aServer({ logLevel: 'debug', logStream: { write: (line) => lines.push(line) } });
    const secrets = { name: 'Trần Thị Bí Mật', identityNumber: '079123456789' };
    await server.inject({ url: '/api/v1/people?q=Bí+Mật', method: 'POST', payload: secrets });
    await server.inject({
      url: '/api/v1/people',
      method: 'POST',
      payload: { ...secrets, identityNumber: '07912345678' },
    });
    await server.inject({
      url: `/api/v1/people/${encodeURIComponent(secrets.name)}?so=079123456789`,
      headers: { cookie: 'motcua=0791-token', 'user-agent': 'Bí Mật/1.0', 'x-forwarded-for': '203.0.113.9' },
    });
    const log = lines.join('');
    expect(lines.length).toBeGreaterThanOrEqual(4);
    expect(log).not.toMatch(/Mật|M%E1%BA%ADt|0791|203\.0\.113|127\.0\.0\.1/u);
    expect(log).toContain('"route":"/api/v1/people/:name"');
    expect(log).toContain('"level":"error"');
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ reqId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  });
});

describe('the log of requests', () => {
  it('tells whose account was refused what, and nothing more of them', async () => {
    const lines: string[] = [];
    await aServer({ logLevel: 'info', logStream: { write: (line) => lines.push(line) } });
    const accountId = newUuidV7<'account'>();
    const session = {
      actor: { kind: 'citizen', accountId, personId: newUuidV7<'person'>() },
      displayName: 'Trần Thị Bí Mật',
      expired: false,
    } as const;
    registerCaller(server, {
      jurisdiction: 1 as Jurisdiction,
      clock: () => new Date(),
      resolveSession: async (token) =>
        token === undefined ? { actor: { kind: 'anonymous' }, expired: false } : session,
      sessionCookie: 'motcua',
    });
    await server.inject({ url: '/api/v1/refused', headers: { cookie: 'motcua=abc' } });
    await server.inject({ url: '/api/v1/refused' });
    const [known, unknown] = lines.map((line) => JSON.parse(line));
    expect(known).toMatchObject({ route: '/api/v1/refused', status: 409, account: accountId });
    expect(unknown).not.toHaveProperty('account');
    expect(lines.join('')).not.toContain(session.displayName);
    expect(lines.join('')).not.toContain(session.actor.personId);
  });
});

describe('problems', () => {
  it('name the fields a body got wrong, in Vietnamese', async () => {
    await aServer();
    const answer = await server.inject({
      url: '/api/v1/people',
      method: 'POST',
      payload: { name: 'A', identityNumber: '1' },
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({
      type: 'urn:motcua:problem:input.invalid',
      status: 422,
      errors: [
        {
          pointer: '/identityNumber',
          type: 'input.wrong-format',
          detail: 'Không đúng định dạng. Hãy kiểm tra và nhập lại.',
        },
      ],
    });
  });

  it('speak English to those who ask for it', async () => {
    await aServer();
    const headers = { 'accept-language': 'en-GB,en;q=0.9' };
    const answer = await server.inject({ url: '/api/v1/refused', headers });
    expect(answer.statusCode).toBe(409);
    expect(answer.json().params).toEqual({ seconds: 5 });
  });

  it('say nothing of a bug but the id it was logged under', async () => {
    await aServer();
    const answer = await server.inject({ url: '/api/v1/people/x' });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('broken');
    expect(answer.json().requestId).toBe(answer.headers['x-request-id']);
  });

  it('answer what is not there', async () => {
    await aServer();
    expect((await server.inject({ url: '/api/v1/nothing' })).json().type).toBe(
      'urn:motcua:problem:http.not-found',
    );
  });
});

describe('requests from other sites', () => {
  const send = (headers: Record<string, string>) =>
    server.inject({
      url: '/api/v1/people',
      method: 'POST',
      headers,
      payload: { name: 'A', identityNumber: '079123456789' },
    });

  it.each([
    ['another site says so', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sister domain says so', { 'sec-fetch-site': 'same-site' }, 403],
    ['an older browser names another origin', { origin: 'https://evil.example' }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
    ['a cookie without any origin', { cookie: '__Host-motcua=x' }, 403],
    ['our own page', { 'sec-fetch-site': 'same-origin' }, 200],
    ['our own page in an older browser', { origin: 'https://dichvucong.example' }, 200],
    ['a program without a cookie', {}, 200],
  ])('%s', async (_who, headers, status) => {
    await aServer();
    expect((await send(headers)).statusCode).toBe(status);
  });
});

describe('limits', () => {
  it('slow down who guesses, and say for how long', async () => {
    await aServer();
    server.post('/tra-cuu', async () => 'ok');
    const answers = [];
    for (let count = 0; count < 31; count += 1)
      answers.push(await server.inject({ url: '/tra-cuu', method: 'POST' }));
    const refused = answers.filter(({ statusCode }) => statusCode === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.json().params.seconds).toBeGreaterThan(0);
    expect(refused[0]?.headers['retry-after']).toBeDefined();
  });

  it.each([
    '/TRA-CUU',
    '/tr%61-cuu',
    '//tra-cuu',
    '/./tra-cuu',
    '/en/Tra-cuu.data',
    '/thu-tuc/1.001193/bao-sai',
  ])('are not got round by writing the address as %s', async (url) => {
    await aServer();
    server.post('/*', async () => 'ok');
    const answers = [];
    for (let count = 0; count < 31; count += 1) answers.push(await server.inject({ url, method: 'POST' }));
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(1);
  });

  it.each([
    ['/can-bo/xac-thuc', 'POST', 60],
    ['/tai-len', 'POST', 120],
    ['/api/v1/files', 'POST', 120],
    ['/can-bo/hang-doi/dang-thu-ly/xuat.csv', 'GET', 60],
    ['/can-bo/nhat-ky/xuat', 'GET', 60],
  ] as const)('have a purpose: %s %s takes %s a minute', async (url, method, perMinute) => {
    await aServer();
    server.all('/*', async () => 'ok');
    const answers = [];
    for (let count = 0; count <= perMinute; count += 1) answers.push(await server.inject({ url, method }));
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(1);
  });

  it.each([0, 1])(
    'count by the address that %s proxies saw, whatever the caller claims',
    async (trustedProxies) => {
      await aServer({ trustedProxies });
      server.post('/tra-cuu', async () => 'ok');
      const answers = [];
      for (let count = 0; count < 31; count += 1)
        answers.push(
          await server.inject({
            url: '/tra-cuu',
            method: 'POST',
            headers: { 'x-forwarded-for': `203.0.113.${count}, 198.51.100.7` },
          }),
        );
      expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(1);
    },
  );

  it('refuse a body that is too large', async () => {
    await aServer();
    const payload = { name: 'a'.repeat(1_200_000) };
    expect((await server.inject({ url: '/api/v1/people', method: 'POST', payload })).statusCode).toBe(413);
  });
});

describe('the document of the API', () => {
  it('is made of the same shapes that validate', async () => {
    await aServer();
    await server.ready();
    const document = server.swagger() as { openapi: string; paths: Record<string, unknown> };
    expect(document.openapi).toBe('3.1.0');
    expect(JSON.stringify(document.paths['/api/v1/people'])).toContain('"pattern":"^\\\\d{12}$"');
    expect(JSON.stringify(document.paths['/api/v1/people'])).toContain('date-time');
  });
});

describe('headers', () => {
  it('bind the site to https and allow nothing by default', async () => {
    await aServer();
    const { headers } = await server.inject({ url: '/api/v1/nothing' });
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers['cache-control']).toBe('no-store');
  });
});
