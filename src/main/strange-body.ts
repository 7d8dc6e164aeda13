import type { FastifyRequest } from 'fastify';
import { RefusalError } from '../platform/http/refusal-error.ts';

const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;
const scriptTypes = /^application\/json\s*(;|$)/i;

/**
 * Refuses a body that an action could not read: pages take what forms send, other addresses JSON as well. An action that
 * found out by itself would fail as if it were broken.
 */
export async function refuseStrangeBody(request: FastifyRequest, isPage: boolean): Promise<void> {
  const type = request.headers['content-type'] ?? '';
  if (!isPage && scriptTypes.test(type)) return;
  if (!formTypes.test(type)) throw new RefusalError({ kind: 'invalid', type: 'http.unsupported-media-type' });
  if (!/^multipart/i.test(type)) return;
  const body = request.body instanceof Buffer ? new Uint8Array(request.body) : new Uint8Array();
  const readable = await new Response(body, { headers: { 'content-type': type } }).formData().then(
    () => true,
    () => false,
  );
  if (!readable) throw new RefusalError({ kind: 'invalid', type: 'http.invalid-body' });
}
