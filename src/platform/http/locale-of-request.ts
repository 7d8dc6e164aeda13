import type { FastifyRequest } from 'fastify';
import { type Locale, localeOfPath } from '../../texts/locale.ts';

/** Pages say their language by the address, the API by `Accept-Language`; Vietnamese otherwise. */
export function localeOfRequest(request: FastifyRequest): Locale {
  const pathname = request.url.split('?', 1)[0] ?? '/';
  if (!pathname.startsWith('/api/v')) return localeOfPath(pathname);
  const first = request.headers['accept-language']?.split(',', 1)[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : 'vi';
}
