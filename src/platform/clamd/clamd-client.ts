import { connect } from 'node:net';
import type { ClamdAddress } from './clamd-address.ts';
import { ClamdFault } from './clamd-fault.ts';

export interface ClamdService {
  readonly address: ClamdAddress;
  /** How long one conversation may take from the first byte to the answer. */
  readonly timeoutMs: number;
}

/** What clamd said of a content. `too-large`: more than its `StreamMaxLength` lets it look at. */
export type ClamdVerdict =
  | { readonly kind: 'clean' }
  | { readonly kind: 'found'; readonly signature: string }
  | { readonly kind: 'too-large' };

/** An answer ends with NUL; no answer of clamd is longer. */
const longestAnswer = 1000;
const largestChunk = 65_536;

/** Has clamd look at a content (`zINSTREAM`, clamd(8)). Throws `ClamdFault` whenever that leaves open what the content is. */
export async function scanStream(
  service: ClamdService,
  content: AsyncIterable<Uint8Array>,
): Promise<ClamdVerdict> {
  let isWhole = false;
  const answer = await converse(
    service,
    instream(content, () => (isWhole = true)),
  );
  if (answer === 'stream: OK' && isWhole) return { kind: 'clean' };
  const signature = /^stream: (\S.*) FOUND$/.exec(answer)?.[1];
  if (signature !== undefined) return { kind: 'found', signature };
  if (answer === 'INSTREAM size limit exceeded. ERROR') return { kind: 'too-large' };
  throw new ClamdFault('garbage', answer.slice(0, 100));
}

/** Whether it answers at all. Throws `ClamdFault` otherwise. */
export async function pingClamd(service: ClamdService): Promise<void> {
  const answer = await converse(service, [Buffer.from('zPING\0')]);
  if (answer !== 'PONG') throw new ClamdFault('garbage', answer.slice(0, 100));
}

/** The command, then each chunk behind its length, then a length of nothing. */
async function* instream(content: AsyncIterable<Uint8Array>, onEnd: () => void): AsyncGenerator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of content) {
    for (let at = 0; at < chunk.byteLength; at += largestChunk) {
      const part = chunk.subarray(at, at + largestChunk);
      yield lengthOf(part.byteLength);
      yield part;
    }
  }
  onEnd();
  yield lengthOf(0);
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

/** Sends everything and gives back the one answer, without its NUL. It may come, and end the sending, before all is sent. */
async function converse(
  { address, timeoutMs }: ClamdService,
  sent: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<string> {
  const socket = connect(address);
  const answer = Promise.withResolvers<string>();
  let heard = '';
  let isOpen = false;
  const timer = setTimeout(
    () => answer.reject(new ClamdFault('slow', `no answer within ${timeoutMs} ms`)),
    timeoutMs,
  );
  socket.setEncoding('utf8');
  socket.on('connect', () => (isOpen = true));
  socket.on('data', (chunk: string) => {
    heard += chunk;
    const end = heard.indexOf('\0');
    if (end >= 0) answer.resolve(heard.slice(0, end));
    else if (heard.length > longestAnswer) answer.reject(new ClamdFault('garbage', 'an endless answer'));
  });
  // What was said before the line broke counts: clamd closes on whoever sends more than it takes.
  let broken: Error | undefined;
  socket.on('error', (error) => (broken = error));
  socket.on('close', () => {
    const words = broken?.message ?? 'closed without an answer';
    answer.reject(new ClamdFault(isOpen ? 'cut' : 'unreachable', words));
  });
  try {
    // Not waited for: once there is an answer, nothing more is to be sent.
    void send(socket, sent, answer.reject);
    return await answer.promise;
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

/** Writes as fast as it is taken; a source that fails is no answer, whatever clamd says of what it got. */
async function send(
  socket: ReturnType<typeof connect>,
  sent: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  fail: (error: unknown) => void,
): Promise<void> {
  try {
    for await (const bytes of sent) {
      if (socket.destroyed) return;
      if (socket.write(bytes)) continue;
      await new Promise<void>((go) => {
        const goOn = () => {
          socket.off('drain', goOn).off('close', goOn);
          go();
        };
        socket.on('drain', goOn).on('close', goOn);
      });
    }
  } catch (error) {
    fail(error);
  }
}
