import { randomBytes, type X509Certificate } from 'node:crypto';
import { checkTimestamp, type Timestamp } from './check-timestamp.ts';
import { TimestampFault } from './timestamp-fault.ts';
import { timestampRequest } from './timestamp-request.ts';

/** A real answer is 2–8 kB. */
const mostBytes = 64 * 1024;
/** How far the authority's clock and ours may lie apart. */
const mostApartMs = 5 * 60_000;

/** Whom to ask, from the configuration: the only address that is ever called. */
export interface TimestampService {
  readonly url: URL;
  readonly anchors: readonly X509Certificate[];
  readonly policy?: string | undefined;
  readonly timeoutMs: number;
}

/**
 * Has a digest stamped by a timestamp authority (RFC 3161 over HTTP) and believes nothing of its answer unchecked. Redirects are not
 * followed. Throws a `TimestampFault`.
 */
export async function requestTimestamp(
  service: TimestampService,
  digest: Uint8Array,
  now: Date,
): Promise<Timestamp & { readonly response: Buffer }> {
  const { anchors, policy } = service;
  const nonce = BigInt(`0x${randomBytes(16).toString('hex')}`);
  const response = await answerTo(service, timestampRequest({ digest, nonce, policy }));
  const stamp = checkTimestamp(response, { digest, anchors, nonce, policy });
  if (Math.abs(stamp.at.getTime() - now.getTime()) > mostApartMs)
    throw new TimestampFault('time', `stamped at ${stamp.at.toISOString()}, asked at ${now.toISOString()}`);
  return { ...stamp, response };
}

async function answerTo({ url, timeoutMs }: TimestampService, request: Buffer): Promise<Buffer> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: new Uint8Array(request),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const type = answer.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
    if (answer.status !== 200 || type !== 'application/timestamp-reply' || !answer.body)
      throw unreachable(`status ${answer.status}, ${type ?? 'no type'}`);
    return await bytesOf(answer.body);
  } catch (error) {
    if (error instanceof TimestampFault) throw error;
    throw unreachable(error instanceof Error ? `${error.name} at ${url.host}` : url.host);
  }
}

async function bytesOf(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.byteLength;
    if (length > mostBytes) throw unreachable(`an answer of more than ${mostBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function unreachable(detail: string): TimestampFault {
  return new TimestampFault('unreachable', detail);
}
