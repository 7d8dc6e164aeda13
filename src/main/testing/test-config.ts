import type { Config } from '../../platform/config.ts';

/** A weekday morning in office hours. */
export const morning = new Date('2026-11-23T08:30:00+07:00');

/** Keys of test databases; the same in every process that opens one. */
export const testSealKeys = {
  keys: new Map([['test', Buffer.alloc(32, 7)]]),
  currentKeyId: 'test',
  blindKey: Buffer.alloc(32, 8),
  oldBlindKeys: [],
};

/** Configuration of a product on a test database with its files in `folder`. */
export function aTestConfig(url: string, folder: string): Config {
  return {
    mode: 'demo',
    databaseUrl: url,
    migrationUrl: url,
    queueUrl: url,
    baseUrl: new URL('http://localhost:8080'),
    host: '127.0.0.1',
    port: 8080,
    trustedProxies: 0,
    dataFolder: folder,
    uploadBytes: 50_000_000,
    sessionSecret: 's'.repeat(32),
    sealKeys: testSealKeys,
    stampKey: testSealKeys.blindKey,
    oidc: undefined,
    timestamp: undefined,
    clamd: undefined,
    officeOidc: undefined,
    clock: morning,
    logLevel: 'error',
  };
}
