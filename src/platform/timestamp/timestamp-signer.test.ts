import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readResponse } from './timestamp-response.ts';
import { certificatesOf } from './timestamp-signer.ts';

const file = (name: string) => readFileSync(new URL(`testing/openssl/${name}`, import.meta.url));

describe('the certificates sent with a timestamp', () => {
  it('are no more than a chain has: each of many would be tried as the issuer of each of them', () => {
    const { message } = readResponse(file('rsa.tsr'));
    const { raw } = new X509Certificate(file('ec-root.pem'));
    expect(certificatesOf(message)).toHaveLength(2);
    const sent = (length: number) => ({ ...message, certificates: Array.from({ length }, () => raw) });
    expect(certificatesOf(sent(8))).toHaveLength(8);
    expect(() => certificatesOf(sent(9))).toThrow(/^unreadable: 9 certificates/);
  });
});
