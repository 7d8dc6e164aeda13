import { type Cookie, createCookie } from 'react-router';
import type { RequestApp } from '../../context.ts';

/** Whose issuer a sign-in under way went to: an answer of one is never taken for the other's. */
export type FlowKind = 'dang-nhap' | 'dang-nhap-can-bo';

/** Cookie that ties a sign-in under way to this browser; it comes back from the provider's site, hence Lax. */
export function flowCookie({ baseUrl }: RequestApp, kind: FlowKind = 'dang-nhap'): Cookie {
  const secure = baseUrl.protocol === 'https:';
  const name = `${secure ? '__Host-' : ''}motcua-${kind}`;
  return createCookie(name, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 15 * 60 });
}

/** The secret of the sign-in under way, when the browser has one. */
export async function flowTokenOf(
  app: RequestApp,
  request: Request,
  kind?: FlowKind,
): Promise<string | undefined> {
  const value: unknown = await flowCookie(app, kind).parse(request.headers.get('cookie'));
  return typeof value === 'string' ? value : undefined;
}

/** `Set-Cookie` value that forgets the sign-in under way. */
export function forgetFlow(app: RequestApp, kind?: FlowKind): Promise<string> {
  return flowCookie(app, kind).serialize('', { maxAge: 0 });
}
