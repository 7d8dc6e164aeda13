import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fixtures } from '../checks/fixture.ts';
import { acceptedFindingsFile, checkAcceptedFindings } from './accepted-findings.ts';
import { auditPackages, exitCodes } from './audit-packages.ts';

const fixture = fixtures();
const heading = 'advisory,package,reach,acceptedOn,until,reason\n';
const why = 'The function with the flaw is never called by us.';
const row = (end: string, name = 'b') => `GHSA-aaaa-bbbb-cccc,${name},not-reached,2026-11-01,${end},${why}\n`;

/** A checkout that needs `a`, which needs `b`; for development it needs `d`, which needs `b` too. */
function checkout(register = ''): string {
  const packages = {
    '': { name: 'x', version: '1.0.0', dependencies: { a: '1.0.0' }, devDependencies: { d: '1.0.0' } },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-abc', dependencies: { b: '1.0.0' } },
    'node_modules/b': { version: '1.0.0', integrity: 'sha512-abc' },
    'node_modules/d': { version: '1.0.0', integrity: 'sha512-abc', dev: true, dependencies: { b: '1.0.0' } },
  };
  const { '': own } = packages;
  return fixture({
    'package.json': JSON.stringify(own),
    'package-lock.json': JSON.stringify({ name: 'x', version: '1.0.0', lockfileVersion: 3, packages }),
    [acceptedFindingsFile]: heading + register,
  });
}

/** A registry that knows one weakness of `b` below 2.0.0, if it is asked about `b`, or nothing, or is out of order. */
let knows: 'weakness' | 'nothing' | 'refuses' = 'weakness';
const asked: unknown[] = [];
const registry = createServer(async (request, response) => {
  if (request.method !== 'POST' || knows === 'refuses') return response.writeHead(405).end('{}');
  const body = await buffer(request);
  asked.push(
    JSON.parse((request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString()),
  );
  const url = 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc';
  const weakness = { id: 1, url, title: 'Bad b', severity: 'high', vulnerable_versions: '<2.0.0', cwe: [] };
  response.setHeader('content-type', 'application/json');
  return response.end(JSON.stringify(knows === 'weakness' ? { b: [weakness] } : {}));
});
let address = '';
beforeAll(async () => {
  await new Promise<void>((done) => registry.listen(0, '127.0.0.1', done));
  const bound = registry.address();
  if (bound === null || typeof bound === 'string') throw new Error('not listening');
  address = `http://127.0.0.1:${bound.port}/`;
});
afterAll(() => new Promise((done) => registry.close(done)));

async function audit(root: string, today = '2026-11-26') {
  const lines: string[] = [];
  const args = [`--registry=${address}`, '--fetch-retries=0', '--cache', `${root}/cache`];
  const code = await auditPackages(root, args, today, (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}

describe('npm run audit:packages', () => {
  it('asks about what runs and tells a weakness of a package of a package', async () => {
    knows = 'weakness';
    const { code, said } = await audit(checkout());
    expect(asked.at(-1)).toEqual({ a: ['1.0.0'], b: ['1.0.0'] });
    expect(said).toMatch(/FOUND +b <2\.0\.0 high GHSA-aaaa-bbbb-cccc Bad b/);
    expect(said).toContain('1 found, 0 expired, 0 accepted');
    expect(code).toBe(exitCodes.findings);
  });

  it('lets a weakness stand until the day of its row, not on it', async () => {
    knows = 'weakness';
    const root = checkout(row('2026-11-27'));
    expect(await audit(root)).toEqual({ code: exitCodes.fine, said: expect.stringContaining('1 accepted') });
    const later = await audit(root, '2026-11-27');
    expect(later).toEqual({ code: exitCodes.findings, said: expect.stringContaining('EXPIRED') });
  });

  it('does not take a row about another package for an answer', async () => {
    knows = 'weakness';
    const { code, said } = await audit(checkout(row('2026-11-27', 'a')));
    expect(said).toMatch(/FOUND +b/);
    expect(said).toMatch(/over +a GHSA-aaaa-bbbb-cccc/);
    expect(code).toBe(exitCodes.findings);
  });

  it('is content when nothing is known, and says which rows are over', async () => {
    knows = 'nothing';
    const { code, said } = await audit(checkout(row('2026-11-27')));
    expect(said).toMatch(/over +b/);
    expect(code).toBe(exitCodes.fine);
  });

  it('never takes a registry that cannot be asked for good news', async () => {
    knows = 'refuses';
    const { code, said } = await audit(checkout());
    expect(said).toContain('could not be asked');
    expect(code).toBe(exitCodes.notAsked);
  });
});

describe('the register of accepted findings', () => {
  it('passes as shipped and with a row in order', () => {
    expect(checkAcceptedFindings(resolve(import.meta.dirname, '../..'))).toEqual([]);
    expect(checkAcceptedFindings(checkout(row('2027-01-30')))).toEqual([]);
  });

  it.each([
    ['a package that is gone', row('2026-11-27', 'c'), /is gone/],
    ['more days than promised', row('2027-01-31'), /90 days at most/],
    ['a day before', row('2026-11-01'), /ends before/],
    ['one finding twice', row('2026-11-27') + row('2026-11-28'), /stands twice/],
    ['no reason', 'GHSA-aaaa-bbbb-cccc,b,anybody,2026-11-01,2026-11-03,\n', /csv:2.*reason/],
    ['no advisory', `CVE-1,b,anybody,2026-11-01,2026-11-03,${why}\n`, /csv:2.*advisory/],
  ])('catches %s', (_, register, fault) => {
    expect(checkAcceptedFindings(checkout(register)).join('\n')).toMatch(fault);
  });
});

describe('npm run sbom', () => {
  const lockfile = z.object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        integrity: z.string().optional(),
      }),
    ),
  });
  const bill = z.object({
    bomFormat: z.literal('CycloneDX'),
    components: z.array(
      z.object({
        name: z.string(),
        version: z.string(),
        hashes: z.array(z.object({ alg: z.literal('SHA-512'), content: z.string() })).min(1),
        licenses: z.array(z.unknown()).default([]),
      }),
    ),
  });

  // npm leaves out of `--omit dev` what both need (pg-protocol, for one), so the bill has all.
  it('lists every package with its hash and licence', () => {
    const root = resolve(import.meta.dirname, '../..');
    const read = execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: root, maxBuffer: 16 * 1024 * 1024 });
    const { components } = bill.parse(JSON.parse(read.toString()));
    const told = components.map(({ name, version, hashes }) => `${name}@${version} ${hashes[0]?.content}`);
    const { packages } = lockfile.parse(JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8')));
    const locked = Object.entries(packages).flatMap(([path, { version, integrity }]) => {
      const name = path.split('node_modules/').at(-1);
      const hash = Buffer.from(integrity?.replace('sha512-', '') ?? '', 'base64').toString('hex');
      return path === '' ? [] : [`${name}@${version} ${hash}`];
    });
    expect(locked.length).toBeGreaterThan(100);
    expect(new Set(told)).toEqual(new Set(locked));
    // Its licence is a text of its own, which CycloneDX has no name for.
    const without = components.filter(({ licenses }) => licenses.length === 0).map(({ name }) => name);
    expect(without).toEqual(['bpmn-js']);
  });
});
