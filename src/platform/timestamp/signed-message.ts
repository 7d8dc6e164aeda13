import {
  algorithmOf,
  type Element,
  hasTag,
  integerOf,
  membersOf,
  octetsOf,
  oidOf,
  partsOf,
  rawOf,
  taggedParts,
} from './der.ts';
import { TimestampFault } from './timestamp-fault.ts';
import * as oids from './timestamp-oids.ts';

/** A message with one signer (SignedData of RFC 5652), as it was read. */
export interface SignedMessage {
  readonly contentType: string;
  readonly content: Buffer;
  /** Certificates sent with it, DER; nothing says yet that they are good. */
  readonly certificates: readonly Buffer[];
  /** How the signature names its certificate: by issuer and number, or by its key. */
  readonly signer: Element;
  readonly digestAlgorithm: string;
  readonly signatureAlgorithm: string;
  readonly signature: Buffer;
  /** Signed attributes by identifier, each with its one value. */
  readonly attributes: ReadonlyMap<string, Element>;
  /** The bytes that the signature is over. */
  readonly signedBytes: Buffer;
}

/** Reads a ContentInfo with signed data. Throws `unreadable`. */
export function readSignedMessage(element: Element): SignedMessage {
  const [type, wrapped] = partsOf(element, 'the token');
  if (oidOf(type, 'the type of the token') !== oids.signedData) throw unreadable('the token is not signed');
  const [version, digests, encapsulated, ...optional] = partsOf(
    taggedParts(wrapped, 0, 'the signed data')[0],
    'the signed data',
  );
  if (integerOf(version, 'the version') !== 3n) throw unreadable('another version of signed data');
  const [contentType, content] = partsOf(encapsulated, 'the content');
  const [signer, ...others] = membersOf(optional.at(-1), 'the signers');
  if (others.length > 0) throw unreadable('more than one signer');
  const certificates = optional.find((part) => hasTag(part, 0));
  return {
    contentType: oidOf(contentType, 'the type of the content'),
    content: octetsOf(taggedParts(content, 0, 'the content')[0], 'the content'),
    certificates: certificates ? taggedParts(certificates, 0, 'the certificates').map(rawOf) : [],
    ...readSigner(signer, digestsOf(digests)),
  };
}

function digestsOf(element: Element | undefined): readonly string[] {
  return membersOf(element, 'the digests').map((each) => algorithmOf(each, 'a digest'));
}

function readSigner(element: Element | undefined, digests: readonly string[]) {
  const [version, signer, digest, attributes, algorithm, signature] = partsOf(element, 'the signer');
  const expected = hasTag(signer, 0) ? 3n : 1n;
  if (!signer || integerOf(version, 'the version of the signer') !== expected)
    throw unreadable('the signer is not named as its version says');
  if (!hasTag(attributes, 0)) throw unreadable('nothing is said about the signature');
  const digestAlgorithm = algorithmOf(digest, 'the digest of the signer');
  if (!digests.includes(digestAlgorithm)) throw unreadable('the digest of the signer was not announced');
  const signedBytes = rawOf(attributes);
  // What is signed is the set itself, not the tag under which it is sent (RFC 5652, 5.4).
  signedBytes[0] = 0x31;
  return {
    signer,
    digestAlgorithm,
    signatureAlgorithm: algorithmOf(algorithm, 'the algorithm of the signature', oids.rsaPss),
    signature: octetsOf(signature, 'the signature'),
    attributes: readAttributes(attributes),
    signedBytes,
  };
}

function readAttributes(element: Element): ReadonlyMap<string, Element> {
  const read = new Map<string, Element>();
  for (const attribute of taggedParts(element, 0, 'the attributes')) {
    const [type, values] = partsOf(attribute, 'an attribute');
    const oid = oidOf(type, 'an attribute');
    const [value, ...more] = membersOf(values, oid);
    if (!value || more.length > 0 || read.has(oid)) throw unreadable(`attribute ${oid} has not one value`);
    read.set(oid, value);
  }
  return read;
}

function unreadable(detail: string): TimestampFault {
  return new TimestampFault('unreadable', detail);
}
