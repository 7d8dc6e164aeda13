import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parseClamdAddress } from '../../platform/clamd/clamd-address.ts';
import { pingClamd, scanStream } from '../../platform/clamd/clamd-client.ts';
import { ClamdFault } from '../../platform/clamd/clamd-fault.ts';
import { clamdSimulator } from './clamd-routes.ts';
import { eicar, simulatedClamd } from './clamd-server.ts';
import type { ClamdFaultName } from './faults.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-clamd-'));
const path = join(folder, 'clamd.sock');
const limit = 1_000_000;
const clamd = simulatedClamd(limit);
const service = { address: { path }, timeoutMs: 2_000 };

beforeAll(async () => {
  clamd.server.listen(path);
  await once(clamd.server, 'listening');
});
afterEach(() => {
  clamd.fault = undefined;
});
afterAll(() => {
  clamd.server.close();
  rmSync(folder, { recursive: true });
});

async function* inPieces(content: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

async function faultOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    return error instanceof ClamdFault ? error.reason : `no ClamdFault: ${error}`;
  }
}

describe('asking clamd', () => {
  it('finds EICAR, also where the pieces of a content divide it, and passes the rest', async () => {
    const infected = Buffer.concat([Buffer.alloc(100_000, 'a'), Buffer.from(eicar), Buffer.alloc(50, 'b')]);
    for (const size of [7, 100_010, 200_000])
      expect(await scanStream(service, inPieces(infected, size))).toEqual({
        kind: 'found',
        signature: 'Eicar-Test-Signature',
      });
    const clean = infected.subarray(0, 100_000);
    expect(await scanStream(service, inPieces(clean, 64_000))).toEqual({ kind: 'clean' });
    expect(await scanStream(service, inPieces(Buffer.alloc(0), 1))).toEqual({ kind: 'clean' });
  });

  it('hears that a content is larger than clamd takes, though the line is closed while it is being sent', async () => {
    const large = Buffer.alloc(40 * limit);
    expect(await scanStream(service, inPieces(large, 65_536))).toEqual({ kind: 'too-large' });
    expect(await scanStream(service, inPieces(large.subarray(0, limit), 65_536))).toEqual({ kind: 'clean' });
  });

  it('goes over TCP as well', async () => {
    const tcp = simulatedClamd();
    tcp.server.listen(0, '127.0.0.1');
    await once(tcp.server, 'listening');
    const bound = tcp.server.address();
    if (bound === null || typeof bound === 'string') throw new Error('not listening');
    const address = { host: '127.0.0.1', port: bound.port };
    await pingClamd({ ...service, address });
    const found = await scanStream({ ...service, address }, inPieces(Buffer.from(eicar), 10));
    expect(found.kind).toBe('found');
    tcp.server.close();
  });

  it.each<[ClamdFaultName, string]>([
    ['down', 'cut'],
    ['slow', 'slow'],
    ['cut', 'cut'],
    ['garbage', 'garbage'],
  ])('takes nothing for an answer when clamd is %s', async (fault, reason) => {
    clamd.fault = fault;
    const impatient = { ...service, timeoutMs: fault === 'slow' ? 100 : 2_000 };
    expect(await faultOf(scanStream(impatient, inPieces(Buffer.from('x'), 1)))).toBe(reason);
    expect(await faultOf(pingClamd(impatient))).toBe(reason);
  });

  it('sends what is larger than the line takes at once, and waits each time with one ear only', async () => {
    const heard: string[] = [];
    const warned = ({ name }: Error) => heard.push(name);
    process.on('warning', warned);
    const roomy = simulatedClamd(20_000_000);
    roomy.server.listen(join(folder, 'roomy.sock'));
    await once(roomy.server, 'listening');
    const address = { path: join(folder, 'roomy.sock') };
    const verdict = await scanStream({ ...service, address }, inPieces(Buffer.alloc(8_000_000), 65_536));
    roomy.server.close();
    // Warnings are told in the next turn.
    await new Promise((go) => setImmediate(go));
    process.off('warning', warned);
    expect([verdict.kind, heard]).toEqual(['clean', []]);
  });

  it('says that nobody listens', async () => {
    const nobody = { ...service, address: { path: join(folder, 'nobody.sock') } };
    expect(await faultOf(pingClamd(nobody))).toBe('unreachable');
  });

  it('believes nobody who calls a content clean before it was sent', async () => {
    const hasty = createServer((socket) => void socket.end('stream: OK\0'));
    hasty.listen(join(folder, 'hasty.sock'));
    await once(hasty, 'listening');
    const address = { path: join(folder, 'hasty.sock') };
    const never = async function* () {
      yield Buffer.from('half');
      await once(hasty, 'close');
    };
    expect(await faultOf(scanStream({ ...service, address }, never()))).toBe('garbage');
    hasty.close();
  });

  it('does not call half a content clean', async () => {
    const breaking = async function* () {
      yield Buffer.from('half');
      throw new Error('the disk is gone');
    };
    await expect(scanStream(service, breaking())).rejects.toThrow('the disk is gone');
  });
});

describe('the simulated clamd', () => {
  it.each([
    ['zPING\0', 'PONG\0'],
    ['nPING\n', 'PONG\n'],
    ['zVERSION\0', 'ClamAV 1.4.3/27800 MO PHONG\0'],
    ['zSHUTDOWN\0', 'UNKNOWN COMMAND\0'],
    ['GET / HTTP/1.1\r\n', 'UNKNOWN COMMAND\n'],
    [`z${'A'.repeat(100)}`, 'UNKNOWN COMMAND\0'],
  ])('answers %j with %j', async (command, answer) => {
    const socket = createConnection({ path });
    socket.write(command);
    expect(await text(socket)).toBe(answer);
  });
});

it('does not exist in production', () => {
  const config = { mode: 'production' as const, dataFolder: folder };
  expect(() => clamdSimulator(config)).toThrow(/demo mode only/);
});

describe('an address of clamd', () => {
  it.each([
    ['tcp://127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
    ['tcp://clamd.noi-bo:3310', { host: 'clamd.noi-bo', port: 3310 }],
    ['tcp://[::1]:3310', { host: '::1', port: 3310 }],
    ['unix:/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
    ['unix:clamd.ctl', undefined],
    ['tcp://127.0.0.1', undefined],
    ['tcp://127.0.0.1:0', undefined],
    ['tcp://127.0.0.1:99999', undefined],
    ['http://127.0.0.1:3310', undefined],
    ['', undefined],
  ])('%s', (text, address) => {
    expect(parseClamdAddress(text)).toEqual(address);
  });
});
