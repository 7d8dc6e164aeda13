import { createHash, randomBytes, sign } from 'node:crypto';
import { Boolean as Asn1Boolean, BitString, Integer } from 'asn1js';
import { type Element, integerOf, oidOf, partsOf, readElement } from '../../platform/timestamp/der.ts';
import { TimestampFault } from '../../platform/timestamp/timestamp-fault.ts';
import * as oids from '../../platform/timestamp/timestamp-oids.ts';
import type { TimestampFaultName } from './faults.ts';
import { type Signer, type SimulatedAuthority, simulatedAuthority } from './simulated-authority.ts';
import { algorithm, bytesOf, moment, octets, oid, sequence, setOf, tagged, written } from './write-der.ts';

/** Under the arc for documentation (RFC 5612): nobody's policy. */
export const simulatedPolicy = '1.3.6.1.4.1.32473.3161';
const otherPolicy = '1.3.6.1.4.1.32473.1';

interface Asked {
  readonly imprint: Element;
  readonly nonce: Element | undefined;
  readonly withCertificate: boolean;
}

/** Answers a TimeStampReq as RFC 3161 says, or as wrong as the fault says. A request that is none is refused, as the protocol has it. */
export function respond(
  request: Uint8Array,
  authority: SimulatedAuthority,
  now: Date,
  fault?: TimestampFaultName,
): Buffer {
  const asked = fault === 'refused' ? undefined : readRequest(request);
  if (!asked) return bytesOf(refusal());
  const content = bytesOf(timestampInfo(asked, now, fault));
  const signer = signerFor(authority, fault);
  const token = signedToken(content, signer, { ...asked, spoilt: fault === 'wrong-signature' });
  return bytesOf(sequence(sequence(new Integer({ value: 0 })), token));
}

function readRequest(bytes: Uint8Array): Asked | undefined {
  try {
    const [version, imprint, ...optional] = partsOf(readElement(bytes), 'the request');
    if (integerOf(version, 'the version') !== 1n || !imprint) return undefined;
    const policy = optional.find((part) => part.idBlock.tagNumber === 6);
    if (policy && oidOf(policy, 'the policy') !== simulatedPolicy) return undefined;
    return {
      imprint,
      nonce: optional.find((part) => part instanceof Integer),
      withCertificate: optional.some((part) => part instanceof Asn1Boolean && part.getValue()),
    };
  } catch (error) {
    if (error instanceof TimestampFault) return undefined;
    throw error;
  }
}

/** Status `rejection`, failure `badRequest` (bit 2). */
function refusal() {
  const failure = new BitString({ valueHex: new Uint8Array([0x20]), unusedBits: 5 });
  return sequence(sequence(new Integer({ value: 2 }), failure));
}

function timestampInfo({ imprint, nonce }: Asked, now: Date, fault: TimestampFaultName | undefined) {
  const hour = fault === 'wrong-clock' ? 3_600_000 : 0;
  const otherImprint = sequence(algorithm(oids.sha256), octets(randomBytes(32)));
  const sentNonce = fault === 'wrong-nonce' ? new Integer({ value: 7 }) : nonce;
  return sequence(
    new Integer({ value: 1 }),
    oid(fault === 'wrong-policy' ? otherPolicy : simulatedPolicy),
    fault === 'wrong-imprint' ? otherImprint : imprint,
    Integer.fromBigInt(BigInt(`0x1${randomBytes(15).toString('hex')}`)),
    moment(new Date(now.getTime() + hour)),
    sequence(new Integer({ value: 1 })),
    ...(sentNonce ? [sentNonce] : []),
  );
}

function signerFor(authority: SimulatedAuthority, fault: TimestampFaultName | undefined): Signer {
  if (fault === 'expired-certificate') return authority.expired;
  if (fault === 'wrong-purpose') return authority.wrongPurpose;
  return fault === 'other-authority'
    ? simulatedAuthority(randomBytes(32), 'MÔ PHỎNG khác').signer
    : authority.signer;
}

function signedToken(
  content: Buffer,
  { key, certificate }: Signer,
  { withCertificate, spoilt }: { readonly withCertificate: boolean; readonly spoilt: boolean },
) {
  const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  const attributes = [
    attribute(oids.contentTypeAttribute, oid(oids.timestampContent)),
    attribute(oids.messageDigestAttribute, octets(digest(content))),
    attribute(
      oids.signingCertificateV2Attribute,
      sequence(sequence(sequence(octets(digest(certificate.raw))))),
    ),
  ].sort((one, other) => Buffer.compare(bytesOf(one), bytesOf(other)));
  const signature = sign('sha256', spoilt ? randomBytes(8) : bytesOf(setOf(...attributes)), key);
  const [number, , issuer] = partsOf(
    partsOf(written(certificate.raw), 'a certificate')[0],
    'a certificate',
  ).slice(1);
  if (!number || !issuer) throw new Error('the certificate of the simulator has no issuer');
  const signer = sequence(
    new Integer({ value: 1 }),
    sequence(issuer, number),
    algorithm(oids.sha256),
    tagged(0, ...attributes),
    sequence(oid(oids.ecdsaWithSha256)),
    octets(signature),
  );
  return sequence(
    oid(oids.signedData),
    tagged(
      0,
      sequence(
        new Integer({ value: 3 }),
        setOf(algorithm(oids.sha256)),
        sequence(oid(oids.timestampContent), tagged(0, octets(content))),
        ...(withCertificate ? [tagged(0, written(certificate.raw))] : []),
        setOf(signer),
      ),
    ),
  );
}

function attribute(identifier: string, value: Parameters<typeof bytesOf>[0]) {
  return sequence(oid(identifier), setOf(value));
}
