import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkTimestamp } from './check-timestamp.ts';
import { TimestampFault } from './timestamp-fault.ts';

const file = (name: string) => readFileSync(new URL(`testing/openssl/${name}`, import.meta.url));
const digest = createHash('sha256').update(file('head.txt')).digest();
const rsaRoot = new X509Certificate(file('rsa-root.pem'));
const ecRoot = new X509Certificate(file('ec-root.pem'));

function reasonOf(
  response: Uint8Array,
  expected: Partial<Parameters<typeof checkTimestamp>[1]> = {},
): string {
  try {
    checkTimestamp(response, { digest, anchors: [rsaRoot, ecRoot], ...expected });
    return 'holds';
  } catch (error) {
    if (error instanceof TimestampFault) return error.reason;
    throw error;
  }
}

describe('a timestamp made by OpenSSL', () => {
  it.each([
    ['rsa.tsr', 'Fixture TSA', rsaRoot],
    ['ec.tsr', 'Fixture EC TSA', ecRoot],
  ])('holds: %s', (name, signer, anchor) => {
    const stamp = checkTimestamp(file(name), { digest, anchors: [anchor] });
    expect(stamp).toMatchObject({ signer, policy: '1.3.6.1.4.1.4146.2.3' });
    expect(stamp.at.toISOString()).toMatch(/^2026-11-26T13:/);
  });

  it('answers the nonce of its own request', () => {
    const nonce = 0xf864ffe14b301431n;
    expect(reasonOf(file('rsa.tsr'), { nonce })).toBe('holds');
    expect(reasonOf(file('rsa.tsr'), { nonce: nonce + 1n })).toBe('nonce');
  });

  it.each<[string, string, Parameters<typeof reasonOf>[1]]>([
    ['something else', 'imprint', { digest: createHash('sha256').update('something else').digest() }],
    ['another policy', 'policy', { policy: '1.3.6.1.4.1.4146.2.4' }],
    ['no anchor', 'path', { anchors: [] }],
    ['the anchor of somebody else', 'path', { anchors: [ecRoot] }],
  ])('does not hold for %s', (_, reason, expected) => {
    expect(reasonOf(file('rsa.tsr'), expected)).toBe(reason);
  });

  it('does not hold without the certificate, or when the authority refused', () => {
    expect(reasonOf(file('without-certificate.tsr'))).toBe('signer');
    expect(reasonOf(file('refused.tsr'))).toBe('refused');
    expect(reasonOf(file('request.tsq'))).toBe('unreadable');
    expect(reasonOf(Buffer.from('<html>502 Bad Gateway</html>'))).toBe('unreadable');
    expect(reasonOf(new Uint8Array())).toBe('unreadable');
  });

  it.each(['rsa.tsr', 'ec.tsr'])('breaks with any byte of it that is changed, added or lost: %s', (name) => {
    const whole = file(name);
    const survivors: number[] = [];
    for (let at = 0; at < whole.length; at++) {
      const forged = Buffer.from(whole);
      forged[at] = (forged[at] ?? 0) ^ 0x01;
      if (reasonOf(forged) === 'holds') survivors.push(at);
    }
    // Only whether it was granted as asked or with changes, of which nothing depends.
    expect(survivors).toEqual([8]);
    expect(reasonOf(Buffer.concat([whole, Buffer.alloc(1)]))).toBe('unreadable');
    expect(reasonOf(whole.subarray(0, -1))).toBe('unreadable');
  });
});
