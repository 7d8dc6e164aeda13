import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors } from 'oidc-provider';
import { simulatorStyle } from '../simulator-page.ts';
import type { Cast } from './cast.ts';
import { isFault, subjectOf } from './faults.ts';
import { choicePage, gonePage } from './pages.ts';
import {
  createProvider,
  mountPathOf,
  type SimulatorOptions,
  sessionCookie,
  signInAddressOf,
} from './provider.ts';

export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * The local stand-in for an issuer: a real OpenID Connect provider whose people are fictional. Throws in production
 * mode, whoever asks.
 */
export function createIdentitySimulator(
  options: SimulatorOptions & { readonly mode: 'demo' | 'production' },
): HttpHandler {
  if (options.mode !== 'demo') throw new Error('the identity simulator runs in demo mode only');
  const provider = createProvider(options);
  const mountPath = mountPathOf(options.issuer);
  const answerProtocol = provider.callback();
  const page = (response: ServerResponse, status: number, html: string) =>
    send(response, status, 'text/html', html, new URL(options.redirectUri).origin);
  const { cast } = options;
  const signInAddress = signInAddressOf(options);
  const gone = (response: ServerResponse) => page(response, 400, gonePage(mountPath, cast, signInAddress));

  return async (request, response) => {
    const path = (request.url ?? '/').slice(mountPath.length).split('?', 1)[0] ?? '/';
    if (path === '/kieu.css') return send(response, 200, 'text/css', simulatorStyle);
    if (path === '/session/end') return void response.writeHead(303, { location: signInAddress }).end();
    if (!path.startsWith('/chon-nguoi/')) return answerProtocol(...mounted(request, response, mountPath));
    try {
      const { uid } = await provider.interactionDetails(request, response);
      if (path !== `/chon-nguoi/${uid}`) return gone(response);
      if (request.method !== 'POST') return page(response, 200, choicePage(mountPath, cast));
      await provider.interactionFinished(request, response, await choice(request, cast), {
        mergeWithLastSubmission: false,
      });
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error;
      gone(response);
    }
  };
}

/** What the person chose; an unknown person counts as leaving. */
async function choice(request: IncomingMessage, cast: Cast) {
  const form = new URLSearchParams(await bodyOf(request));
  const id = form.get('nguoi');
  const isKnown = cast.people.some((person) => person.id === id);
  if (id === null || !isKnown) return { error: 'access_denied', error_description: 'the person left' };
  const chosen = form.get('su-co');
  const fault = isFault(chosen) ? chosen : undefined;
  return { login: { accountId: subjectOf(id, fault), remember: false, ...cast.signIn(fault) } };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += chunk;
    if (body.length > 10_000) throw new Error('a form of the simulator is larger than it can be');
  }
  return body;
}

/** The protocol's router knows no mount path: it sees the rest, and the whole in `originalUrl`. */
function mounted(request: IncomingMessage, response: ServerResponse, mountPath: string) {
  const originalUrl = request.url ?? '/';
  const url = originalUrl.slice(mountPath.length) || '/';
  const inner = Object.assign(withoutSession(request), { originalUrl, url });
  return [inner, response] as const;
}

/** Every sign-in asks who it is, for in a demo one changes from person to person: the provider remembers nobody. */
function withoutSession(request: IncomingMessage): IncomingMessage {
  const cookies = request.headers.cookie?.split('; ') ?? [];
  request.headers.cookie = cookies.filter((cookie) => !cookie.startsWith(sessionCookie)).join('; ');
  return request;
}

function send(response: ServerResponse, status: number, type: string, body: string, formTarget = ''): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'self'; form-action 'self' ${formTarget}; base-uri 'none'; frame-ancestors 'none'`,
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}
