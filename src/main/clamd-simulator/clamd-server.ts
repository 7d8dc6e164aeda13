import { createServer, type Server } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ClamdFaultName } from './faults.ts';

/** The harmless text that every scanner calls a virus (eicar.org), in two halves so that this file is none. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

const signature = 'Eicar-Test-Signature';
const limitReached = 'INSTREAM size limit exceeded. ERROR';

export interface SimulatedClamd {
  readonly server: Server;
  /** What goes wrong from now on. */
  fault: ClamdFaultName | undefined;
  /** Contents it has looked at. */
  scanned: number;
}

/**
 * Speaks the part of clamd's protocol that the product uses: PING, VERSION and INSTREAM behind `z` (NUL) or `n` (line end), one
 * command a connection, and the closing of the line on whoever sends more than `limit` bytes. It looks for EICAR anywhere,
 * as clamd would find it inside what it unpacks, and for nothing else.
 */
export function simulatedClamd(limit = 100_000_000): SimulatedClamd {
  const clamd: SimulatedClamd = { server: createServer(), fault: undefined, scanned: 0 };
  clamd.server.on('connection', (socket) => {
    socket.on('error', () => socket.destroy());
    if (clamd.fault === 'down') socket.destroy();
    else answer(socket, clamd, limit).catch(() => socket.destroy());
  });
  return clamd;
}

async function answer(socket: Duplex, clamd: SimulatedClamd, limit: number): Promise<void> {
  const { fault } = clamd;
  const read = reader(socket);
  const prefix = (await read(1)).toString('latin1');
  const end = prefix === 'z' ? '\0' : '\n';
  const say = (text: string) => {
    if (fault === 'slow') return;
    if (fault === 'garbage') socket.end('250 OK\0');
    else if (fault === 'cut') socket.end(text.slice(0, -2));
    else socket.end(`${text}${end}`);
  };
  if (prefix !== 'z' && prefix !== 'n') return void socket.end('UNKNOWN COMMAND\n');
  let command = '';
  for (let next = ''; next !== end; command += next) {
    next = (await read(1)).toString('latin1');
    if (next !== end && command.length > 20) return void socket.end(`UNKNOWN COMMAND${end}`);
  }
  switch (command.slice(0, -1)) {
    case 'PING':
      return say('PONG');
    case 'VERSION':
      return say('ClamAV 1.4.3/27800 MO PHONG');
    case 'INSTREAM': {
      const verdict = await look(read, fault === 'size-limit' ? 0 : limit);
      clamd.scanned += 1;
      return say(verdict);
    }
    default:
      return void socket.end(`UNKNOWN COMMAND${end}`);
  }
}

async function look(read: (bytes: number) => Promise<Buffer>, limit: number): Promise<string> {
  let total = 0;
  let tail = '';
  let found = false;
  for (;;) {
    const length = (await read(4)).readUInt32BE();
    if (length === 0) return found ? `stream: ${signature} FOUND` : 'stream: OK';
    total += length;
    if (total > limit) return limitReached;
    tail += (await read(length)).toString('latin1');
    found ||= tail.includes(eicar);
    tail = tail.slice(-eicar.length);
  }
}

/** Reads exactly so many bytes; throws when the line ends before. */
function reader(socket: Duplex): (bytes: number) => Promise<Buffer> {
  const chunks = socket[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  return async (bytes) => {
    while (held.byteLength < bytes) {
      const { value, done } = await chunks.next();
      if (done) throw new Error('the line ended');
      held = Buffer.concat([held, value]);
    }
    const taken = held.subarray(0, bytes);
    held = held.subarray(bytes);
    return taken;
  };
}
