import type { FastifyInstance } from 'fastify';
import { RefusalError } from './refusal-error.ts';

/**
 * Nothing of ours has a control character in its name, so what has one is not there; nor is anything found by the character
 * zero, which PostgreSQL keeps in no text.
 */
export function registerPossibleAddresses(server: FastifyInstance): void {
  server.addHook('onRequest', async (request) => {
    const [path = '/', query = ''] = request.url.split('?', 2);
    if (/\p{Cc}/u.test(decodeURIComponent(path)) || query.includes('%00'))
      throw new RefusalError({ kind: 'not-found', type: 'http.not-found' });
  });
}

/**
 * The address with a stray percent sign as itself (`%25`): something that is not there, rather than an answer of the
 * framework's own before any of our headers.
 */
export function wellFormed(url: string): string {
  const [path = '/', ...query] = url.split('?');
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('?');
  }
}
