import { createHash, X509Certificate } from 'node:crypto';
import { Sequence } from 'asn1js';
import { issuerAndNumberOf, keyIdOf, purposesOf } from './certificate-fields.ts';
import { algorithmOf, contentOf, type Element, hasTag, integerOf, octetsOf, partsOf, rawOf } from './der.ts';
import type { SignedMessage } from './signed-message.ts';
import { TimestampFault } from './timestamp-fault.ts';
import * as oids from './timestamp-oids.ts';

/**
 * The certificate that the signature itself names by digest (ESSCertIDv2 of RFC 5816), if it may sign timestamps and nothing else
 * (RFC 3161, 2.3). Throws `signer`.
 */
export function signerOf(message: SignedMessage, sent: readonly X509Certificate[]): X509Certificate {
  const { digest, hash } = namedSigner(message);
  const signer = sent.find(({ raw }) => createHash(digest).update(raw).digest().equals(hash));
  if (!signer || !isNamed(signer, message.signer))
    throw refused('the certificate that the signature names was not sent');
  const use = purposesOf(signer.raw);
  const onlyStamps = use?.purposes.length === 1 && use.purposes[0] === oids.timestampingPurpose;
  if (!onlyStamps || !use.critical) throw refused('its certificate is not one for timestamps alone');
  return signer;
}

/** As many as a chain has and some to spare; paths are looked for among all of them, so that many more would take for ever. */
const mostSent = 8;

/** Certificates sent with the message. Throws `unreadable`. */
export function certificatesOf(message: SignedMessage): readonly X509Certificate[] {
  const { length } = message.certificates;
  if (length > mostSent)
    throw new TimestampFault('unreadable', `${length} certificates sent instead of at most ${mostSent}`);
  try {
    return message.certificates.map((der) => new X509Certificate(der));
  } catch {
    throw new TimestampFault('unreadable', 'a certificate sent with the token cannot be read');
  }
}

function isNamed({ raw }: X509Certificate, name: Element): boolean {
  if (hasTag(name, 0)) return keyIdOf(raw)?.equals(contentOf(name)) ?? false;
  const [issuer, number] = partsOf(name, 'the name of the signer');
  const certificate = issuerAndNumberOf(raw);
  const sameNumber = integerOf(number, 'the number of the signer') === certificate.number;
  return sameNumber && issuer !== undefined && rawOf(issuer).equals(certificate.issuer);
}

function namedSigner(message: SignedMessage) {
  const attribute = message.attributes.get(oids.signingCertificateV2Attribute);
  if (!attribute) throw refused('the signature does not name its certificate (ESSCertIDv2)');
  const [list] = partsOf(attribute, 'the signing certificate');
  const [first, second] = partsOf(partsOf(list, 'the signing certificate')[0], 'the signing certificate');
  const oid = first instanceof Sequence ? algorithmOf(first, 'the digest of the certificate') : oids.sha256;
  const digest = oids.digestName(oid);
  if (!digest) throw refused(`digest ${oid} is not taken`);
  return {
    digest,
    hash: octetsOf(first instanceof Sequence ? second : first, 'the digest of the certificate'),
  };
}

function refused(detail: string): TimestampFault {
  return new TimestampFault('signer', detail);
}
