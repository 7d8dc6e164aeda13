import { type Cookie, createCookie } from 'react-router';
import type { RequestApp } from '../../context.ts';

/** Cookie that ties a sign-in under way to this browser; it comes back from the provider's site, hence Lax. */
export function flowCookie({ baseUrl }: RequestApp): Cookie {
  const secure = baseUrl.protocol === 'https:';
  const name = secure ? '__Host-motcua-dang-nhap' : 'motcua-dang-nhap';
  return createCookie(name, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 15 * 60 });
}

/** The secret of the sign-in under way, when the browser has one. */
export async function flowTokenOf(app: RequestApp, request: Request): Promise<string | undefined> {
  const value: unknown = await flowCookie(app).parse(request.headers.get('cookie'));
  return typeof value === 'string' ? value : undefined;
}

/** `Set-Cookie` value that forgets the sign-in under way. */
export function forgetFlow(app: RequestApp): Promise<string> {
  return flowCookie(app).serialize('', { maxAge: 0 });
}
