import {
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign,
  X509Certificate,
} from 'node:crypto';
import { Boolean as Asn1Boolean, BitString, Integer, UTCTime, Utf8String } from 'asn1js';
import * as oids from '../../platform/timestamp/timestamp-oids.ts';
import { bytesOf, octets, oid, sequence, setOf, tagged, written } from './write-der.ts';

/** A key with its certificate, as a timestamp authority holds them. */
export interface Signer {
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
}

/** A whole authority of its own: its anchor, the signer it uses, and signers that must not be believed. */
export interface SimulatedAuthority {
  readonly anchor: X509Certificate;
  readonly signer: Signer;
  readonly expired: Signer;
  /** Its certificate is for other signatures too. */
  readonly wrongPurpose: Signer;
}

/** What PKCS #8 puts before the 32 bytes of a P-256 key (RFC 5915). */
const pkcs8P256 = Buffer.from(
  '3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420',
  'hex',
);
const codeSigningPurpose = '1.3.6.1.5.5.7.3.3';
const lasting = ['2020-01-01', '2049-12-31'] as const;

/** The authority of an installation. Its keys follow from the secret, so that every process of the demo knows the same one. */
export function simulatedAuthority(secret: Buffer, name = 'MÔ PHỎNG'): SimulatedAuthority {
  const rootKey = derivedKey(secret, 'motcua simulated timestamp root');
  const key = derivedKey(secret, 'motcua simulated timestamp signer');
  const root = { key: rootKey, name: `Gốc dấu thời gian ${name}` };
  const issue = (certificate: Omit<Certificate, 'key' | 'issuer' | 'name'>): Signer => ({
    key,
    certificate: certify({ ...certificate, key, name: `Nơi đóng dấu thời gian ${name}`, issuer: root }),
  });
  const stamps = [oids.timestampingPurpose];
  return {
    anchor: certify({ ...root, number: 1, valid: lasting, issuer: root }),
    signer: issue({ number: 2, valid: lasting, purposes: stamps }),
    expired: issue({ number: 3, valid: ['2020-01-01', '2021-01-01'], purposes: stamps }),
    wrongPurpose: issue({ number: 4, valid: lasting, purposes: [...stamps, codeSigningPurpose] }),
  };
}

interface Certificate {
  readonly key: KeyObject;
  readonly name: string;
  readonly number: number;
  readonly valid: readonly [string, string];
  /** Absent: an authority. */
  readonly purposes?: readonly string[];
  readonly issuer: { readonly key: KeyObject; readonly name: string };
}

function certify({ key, name, number, valid, purposes, issuer }: Certificate): X509Certificate {
  const signature = sequence(oid(oids.ecdsaWithSha256));
  const signed = sequence(
    tagged(0, new Integer({ value: 2 })),
    new Integer({ value: number }),
    signature,
    nameOf(issuer.name),
    sequence(...valid.map((day) => new UTCTime({ valueDate: new Date(`${day}T00:00:00Z`) }))),
    nameOf(name),
    written(createPublicKey(key).export({ format: 'der', type: 'spki' })),
    tagged(3, sequence(...(purposes ? signerExtensions(purposes) : rootExtensions()))),
  );
  const bits = sign('sha256', bytesOf(signed), issuer.key);
  return new X509Certificate(
    bytesOf(sequence(signed, signature, new BitString({ valueHex: new Uint8Array(bits) }))),
  );
}

function nameOf(commonName: string) {
  return sequence(setOf(sequence(oid('2.5.4.3'), new Utf8String({ value: commonName }))));
}

function rootExtensions() {
  return [
    critical(oids.basicConstraints, sequence(new Asn1Boolean({ value: true }))),
    // keyCertSign
    critical(oids.keyUsage, new BitString({ valueHex: new Uint8Array([0x04]), unusedBits: 2 })),
  ];
}

function signerExtensions(purposes: readonly string[]) {
  return [
    // digitalSignature
    critical(oids.keyUsage, new BitString({ valueHex: new Uint8Array([0x80]), unusedBits: 7 })),
    critical(oids.extendedKeyUsage, sequence(...purposes.map(oid))),
  ];
}

function critical(identifier: string, value: Parameters<typeof bytesOf>[0]) {
  return sequence(oid(identifier), new Asn1Boolean({ value: true }), octets(bytesOf(value)));
}

function derivedKey(secret: Buffer, use: string): KeyObject {
  const scalar = Buffer.from(hkdfSync('sha256', secret, '', use, 32));
  return createPrivateKey({ key: Buffer.concat([pkcs8P256, scalar]), format: 'der', type: 'pkcs8' });
}
