import type { Problem } from './problem.ts';
import { isTest, sourceFiles } from './source-files.ts';

/**
 * What a server may call out with, and the only files that may: the client of the configured issuers, and that of the
 * configured timestamp authority and of the configured scanner for malware. No address that somebody
 * gave is ever asked (server-side request forgery).
 */
const callers: Readonly<Record<string, RegExp>> = {
  'openid-client': /^src\/modules\/identity\/commands\/provider-client\.ts$/,
};

const doors: readonly (readonly [name: string, pattern: RegExp, allowed?: string])[] = [
  ['fetch', /(?<![\w.])(?:globalThis\.)?fetch\(/, 'src/platform/timestamp/timestamp-client.ts'],
  ['node:http', /import (?!type)[^;]*\b(request|get|Agent)\b[^;]*from 'node:https?'/],
  [
    'node:net',
    /import (?!type)[^;]*\b(connect|createConnection|Socket)\b[^;]*from 'node:(net|tls)'/,
    'src/platform/clamd/clamd-client.ts',
  ],
  ['node:dns', /from 'node:dns/],
  ['a certificate nobody checks', /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity/],
  ['another client', /from '(undici|axios|got|node-fetch|ws|nodemailer)'/],
];

/** Finds calls to the outside in what runs on the server, and certificates let pass. What runs in the browser may ask its own server. */
export function checkOutbound(root: string): Problem[] {
  const files = sourceFiles(root, ['src/**/*.ts', 'src/**/*.tsx']).filter(
    ({ path }) => !isTest(path) && !path.endsWith('/testing.ts'),
  );
  const server = files.filter(({ path, text }) => !isBrowser(path, text));
  if (server.length === 0) return ['outbound: nothing was read'];
  return server.flatMap(({ path, text }) => [
    ...doors
      .filter(([, pattern, allowed]) => path !== allowed && pattern.test(text))
      .map(
        ([name]) =>
          `outbound: ${path} calls out by ${name}; only the configured issuers, timestamp authority and scanner may be called`,
      ),
    ...Object.entries(callers)
      .filter(
        ([name, allowed]) =>
          new RegExp(`import (?!type)[^;]*from '${name}'`).test(text) && !allowed.test(path),
      )
      .map(([name]) => `outbound: ${path} uses ${name}, which belongs to the clients of issuers`),
  ]);
}

/** Hooks and components of pages: their `fetch` is the browser's. Loaders and actions live in files that take a context. */
function isBrowser(path: string, text: string): boolean {
  return path.startsWith('src/web/') && !/\bcontext\.get\(appContext\)/.test(text);
}
