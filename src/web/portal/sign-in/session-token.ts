import type { RequestApp } from '../../context.ts';

/** The secret of the session this browser came with; undefined when it brought none. */
export function sessionToken(app: RequestApp, request: Request): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === app.sessionCookie.name)?.[1];
}

/** How identity is asked about the own sign-in: the session's secret, the moment, and from where. */
export function securityRequest(app: RequestApp, request: Request) {
  const { now, origin } = app.caller;
  return { token: sessionToken(app, request), now, origin };
}
