import { describe, expect, it } from 'vitest';
import { fixtures } from './fixture.ts';
import { checkOutbound } from './outbound.ts';

const fixture = fixtures();

describe('calls to the outside', () => {
  it.each([
    ['src/modules/exchange/commands/ask.ts', 'export const ask = (url: string) => fetch(url);'],
    ['src/platform/hook.ts', "import { request } from 'node:https';\nexport const ask = request;"],
    ['src/platform/socket.ts', "import { connect } from 'node:net';\nexport const ask = connect;"],
    ['src/platform/pool.ts', 'export const ssl = { rejectUnauthorized: false };'],
    ['src/main/mail.ts', "import nodemailer from 'nodemailer';\nexport default nodemailer;"],
    [
      'src/web/office/page.tsx',
      'export async function loader({ context }) { context.get(appContext); return fetch("/x"); }',
    ],
    ['src/modules/dossiers/commands/sign.ts', "import * as oidc from 'openid-client';\nexport default oidc;"],
  ])('are caught in %s', (path, text) => {
    expect(checkOutbound(fixture({ [path]: text }))).toEqual([expect.stringMatching(`^outbound: ${path} `)]);
  });

  it('are let be in browsers, in the clients of issuers and of the timestamp authority, and where something only listens', () => {
    const root = fixture({
      'src/web/ui/use-saving.ts': 'export const save = () => fetch("/luu");',
      'src/modules/identity/commands/provider-client.ts':
        "import * as oidc from 'openid-client';\nexport default oidc;",
      'src/platform/timestamp/timestamp-client.ts': 'export const ask = (url: URL) => fetch(url);',
      'src/main/port.ts': "import { createServer } from 'node:net';\nexport const port = createServer;",
      'src/main/served.test.ts': 'export const ask = () => fetch("http://localhost");',
    });
    expect(checkOutbound(root)).toEqual([]);
  });

  it('are not passed over when nothing was read', () => {
    expect(checkOutbound(fixture({ 'README.md': '' }))).toEqual(['outbound: nothing was read']);
  });
});
