import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError, type Environment, readConfig } from './config.ts';
import { type Variable, variables } from './config-variables.ts';

const key = Buffer.alloc(32, 7).toString('base64');

const demo: Environment = {
  DATABASE_URL: 'postgres://motcua@localhost/motcua',
  MOTCUA_DATA: '/tmp/motcua',
  MOTCUA_SESSION_SECRET: 'x'.repeat(32),
  MOTCUA_SEAL_KEYS: `k2:${key},k1:${key}`,
  MOTCUA_INDEX_KEY: key,
};

const production: Environment = {
  ...demo,
  MOTCUA_MODE: 'production',
  MOTCUA_BASE_URL: 'https://dichvucong.example.gov.vn',
  MOTCUA_OIDC_ISSUER: 'https://id.example.gov.vn',
  MOTCUA_OIDC_CLIENT_ID: 'motcua',
  MOTCUA_OIDC_CLIENT_SECRET: 'only-for-this-test',
};

function problemsOf(env: Environment): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('configuration', () => {
  it('fills in what may be left out', () => {
    const config = readConfig(demo);
    expect(config).toMatchObject({ mode: 'demo', port: 8080, host: '127.0.0.1', oidc: undefined });
    expect(config.baseUrl.href).toBe('http://localhost:8080/');
    expect(config.migrationUrl).toBe(demo.DATABASE_URL);
    expect(config.sealKeys.currentKeyId).toBe('k2');
    expect([...config.sealKeys.keys.keys()]).toEqual(['k2', 'k1']);
  });

  it('takes a complete production environment', () => {
    expect(problemsOf(production)).toEqual([]);
    expect(readConfig(production).oidc?.issuer.hostname).toBe('id.example.gov.vn');
  });

  it.each<[string, string]>([
    ['MOTCUA_MODE', 'test'],
    ['DATABASE_URL', 'mysql://localhost/motcua'],
    ['MOTCUA_BASE_URL', 'dichvucong.example.gov.vn'],
    ['MOTCUA_BASE_URL', 'https://example.gov.vn/motcua'],
    ['MOTCUA_CLAMD', '127.0.0.1:3310'],
    ['MOTCUA_CLAMD_OPEN_WAITING', 'true'],
    ['MOTCUA_PORT', '80a'],
    ['MOTCUA_PORT', '70000'],
    ['MOTCUA_TRUST_PROXY', 'true'],
    ['MOTCUA_SESSION_SECRET', 'short'],
    ['MOTCUA_SEAL_KEYS', key],
    ['MOTCUA_INDEX_KEY', 'c2hvcnQ='],
    ['MOTCUA_CLOCK', '2027-02-05 08:00'],
    ['MOTCUA_LOG_LEVEL', 'loud'],
    ['MOTCUA_OIDC_ISSUER', 'id.example.gov.vn'],
    ['MOTCUA_BASEURL', 'https://example.gov.vn'],
  ])('refuses %s=%s by name, with the fix', (name, value) => {
    const problems = problemsOf({ ...demo, [name]: value });
    expect(problems.filter((problem) => problem.startsWith(`${name}: `))).toHaveLength(1);
  });

  it.each((variables as readonly Variable[]).filter(({ production }) => production === 'required'))(
    'refuses production without $name',
    ({ name }) => {
      const env = { ...production, [name]: undefined, MOTCUA_MODE: 'production' };
      if (name !== 'MOTCUA_MODE') expect(problemsOf(env).join('\n')).toContain(name);
    },
  );

  it('refuses in production what only a demo may have', () => {
    expect(problemsOf({ ...production, MOTCUA_CLOCK: '2027-02-05T08:00:00+07:00' })).toHaveLength(1);
    for (const scanner of ['simulator', 'off'])
      expect(problemsOf({ ...production, MOTCUA_CLAMD: scanner })).toHaveLength(1);
    expect(problemsOf({ ...production, MOTCUA_CLAMD: 'tcp://clamd:3310' })).toEqual([]);
    expect(problemsOf({ ...production, MOTCUA_BASE_URL: 'http://example.gov.vn' })).toHaveLength(1);
    expect(problemsOf({ ...production, MOTCUA_OIDC_ISSUER: 'http://id.example.gov.vn' })).toHaveLength(1);
  });

  it('knows an issuer of officers only when all of it is given, over https in production', () => {
    const whole = {
      MOTCUA_OFFICE_OIDC_ISSUER: 'https://sso.example.gov.vn',
      MOTCUA_OFFICE_OIDC_CLIENT_ID: 'motcua',
      MOTCUA_OFFICE_OIDC_CLIENT_SECRET: 'only-for-this-test',
    };
    expect(readConfig(production).officeOidc).toBeUndefined();
    expect(readConfig({ ...production, ...whole }).officeOidc).toMatchObject({ secondFactor: [] });
    const factor = { ...production, ...whole, MOTCUA_OFFICE_OIDC_SECOND_FACTOR: 'mfa, urn:loa:3' };
    expect(readConfig(factor).officeOidc?.secondFactor).toEqual(['mfa', 'urn:loa:3']);
    for (const name of Object.keys(whole))
      expect(problemsOf({ ...production, ...whole, [name]: undefined }).join('\n')).toContain(name);
    const open = { ...production, ...whole, MOTCUA_OFFICE_OIDC_ISSUER: 'http://sso.example.gov.vn' };
    expect(problemsOf(open)).toHaveLength(1);
  });

  it('never repeats a secret in its complaint', () => {
    const problems = problemsOf({ ...demo, MOTCUA_SEAL_KEYS: 'k1:do-not-print-me' });
    expect(problems.join('\n')).not.toContain('do-not-print-me');
  });
});

describe('docs/operations/configuration.md', () => {
  const page = readFileSync(new URL('../../docs/operations/configuration.md', import.meta.url), 'utf8');

  it('has exactly the rows of the table in the code', () => {
    const rows = (variables as readonly Variable[]).map(
      ({ name, meaning, fallback, production, secret }) =>
        `| \`${name}\` | ${meaning}${secret ? ' (secret)' : ''} | ${fallback ?? 'none'} | ${production} |`,
    );
    expect(page.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rows);
  });
});
