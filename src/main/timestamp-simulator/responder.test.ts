import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkTimestamp } from '../../platform/timestamp/check-timestamp.ts';
import { TimestampFault } from '../../platform/timestamp/timestamp-fault.ts';
import { timestampRequest } from '../../platform/timestamp/timestamp-request.ts';
import type { TimestampFaultName } from './faults.ts';
import { respond, simulatedPolicy } from './responder.ts';
import { simulatedAuthority } from './simulated-authority.ts';
import { timestampSimulator } from './timestamp-routes.ts';

const authority = simulatedAuthority(Buffer.alloc(32, 1));
const now = new Date('2026-11-26T00:00:05+07:00');
const digest = createHash('sha256').update('a head').digest();
const nonce = 12345678901234567890n;
const asked = { digest, nonce, policy: simulatedPolicy };
const expected = { ...asked, anchors: [authority.anchor] };

function reasonOf(response: Uint8Array): string {
  try {
    checkTimestamp(response, expected);
    return 'holds';
  } catch (error) {
    if (error instanceof TimestampFault) return error.reason;
    throw error;
  }
}

describe('the simulated timestamp authority', () => {
  it('stamps what it is asked to, at its own time', () => {
    const stamp = checkTimestamp(respond(timestampRequest(asked), authority, now), expected);
    expect(stamp).toMatchObject({
      at: now,
      policy: simulatedPolicy,
      signer: 'Nơi đóng dấu thời gian MÔ PHỎNG',
    });
  });

  it('answers a request that OpenSSL made', () => {
    const folder = new URL('../../platform/timestamp/testing/openssl/', import.meta.url);
    const read = (name: string) => readFileSync(new URL(name, folder));
    const stamp = checkTimestamp(respond(read('request.tsq'), authority, now), {
      digest: createHash('sha256').update(read('head.txt')).digest(),
      anchors: [authority.anchor],
      nonce: 0xf864ffe14b301431n,
    });
    expect(stamp.at).toEqual(now);
  });

  it.each<[TimestampFaultName, string]>([
    ['refused', 'refused'],
    ['wrong-nonce', 'nonce'],
    ['wrong-imprint', 'imprint'],
    ['wrong-policy', 'policy'],
    ['wrong-signature', 'signature'],
    ['wrong-purpose', 'signer'],
    ['expired-certificate', 'path'],
    ['other-authority', 'path'],
  ])('is not believed when it answers with %s', (fault, reason) => {
    expect(reasonOf(respond(timestampRequest(asked), authority, now, fault))).toBe(reason);
  });

  it('stamps an hour away when its clock is wrong', () => {
    const stamp = checkTimestamp(respond(timestampRequest(asked), authority, now, 'wrong-clock'), expected);
    expect(stamp.at.getTime() - now.getTime()).toBe(3_600_000);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a page', Buffer.from('<html>')],
    ['half a request', timestampRequest(asked).subarray(0, 20)],
    ['another policy', timestampRequest({ digest, nonce, policy: '1.2.3' })],
  ])('refuses %s', (_, request) => {
    expect(reasonOf(respond(request, authority, now))).toBe('refused');
  });

  it('does not exist in production', () => {
    const config = { mode: 'production' as const, stampKey: Buffer.alloc(32, 1) };
    expect(() => timestampSimulator(config, () => now)).toThrow(/demo mode only/);
  });
});
