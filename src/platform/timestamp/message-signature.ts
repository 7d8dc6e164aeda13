import { constants, createHash, type KeyObject, verify } from 'node:crypto';
import { octetsOf, oidOf } from './der.ts';
import type { SignedMessage } from './signed-message.ts';
import { TimestampFault } from './timestamp-fault.ts';
import * as oids from './timestamp-oids.ts';

const algorithms: ReadonlyMap<
  string,
  { readonly key: 'rsa' | 'ec'; readonly digest?: string; readonly pss?: true }
> = new Map([
  ['1.2.840.113549.1.1.1', { key: 'rsa' }],
  ['1.2.840.113549.1.1.11', { key: 'rsa', digest: 'sha256' }],
  ['1.2.840.113549.1.1.12', { key: 'rsa', digest: 'sha384' }],
  ['1.2.840.113549.1.1.13', { key: 'rsa', digest: 'sha512' }],
  [oids.rsaPss, { key: 'rsa', pss: true }],
  [oids.ecdsaWithSha256, { key: 'ec', digest: 'sha256' }],
  ['1.2.840.10045.4.3.3', { key: 'ec', digest: 'sha384' }],
  ['1.2.840.10045.4.3.4', { key: 'ec', digest: 'sha512' }],
]);

/**
 * Holds that the signer's attributes speak of this content and that this key signed them (RFC 5652, 5.4). Throws `signature`, also
 * for digests and keys too weak to prove anything.
 */
export function requireSignature(message: SignedMessage, key: KeyObject): void {
  const digest = oids.digestName(message.digestAlgorithm);
  if (!digest) throw new TimestampFault('signature', `digest ${message.digestAlgorithm} is not taken`);
  const said = message.attributes.get(oids.messageDigestAttribute);
  const hashed = createHash(digest).update(message.content).digest();
  const type = oidOf(message.attributes.get(oids.contentTypeAttribute), 'the signed type');
  if (type !== message.contentType || !octetsOf(said, 'the signed digest').equals(hashed))
    throw new TimestampFault('signature', 'the signed attributes speak of another content');
  if (!isSignedBy(message, key, digest))
    throw new TimestampFault('signature', `the signature (${message.signatureAlgorithm}) does not fit`);
}

function isSignedBy(message: SignedMessage, key: KeyObject, digest: string): boolean {
  const algorithm = algorithms.get(message.signatureAlgorithm);
  if (!algorithm || key.asymmetricKeyType !== algorithm.key || isWeak(key)) return false;
  const padding = algorithm.pss
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
    : {};
  return verify(algorithm.digest ?? digest, message.signedBytes, { key, ...padding }, message.signature);
}

function isWeak(key: KeyObject): boolean {
  const bits = key.asymmetricKeyDetails?.modulusLength;
  return bits !== undefined && bits < 2048;
}
