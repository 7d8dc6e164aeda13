import type { X509Certificate } from 'node:crypto';
import { requireSignature } from './message-signature.ts';
import { TimestampFault } from './timestamp-fault.ts';
import * as oids from './timestamp-oids.ts';
import { readResponse, type TimestampInfo } from './timestamp-response.ts';
import { certificatesOf, signerOf } from './timestamp-signer.ts';
import { nameOf, requireTrustedPath } from './trusted-path.ts';

/** A timestamp that holds. */
export interface Timestamp {
  readonly at: Date;
  /** Name of the authority in its certificate. */
  readonly signer: string;
  readonly policy: string;
  readonly serialNumber: bigint;
}

export interface Expected {
  /** SHA-256 of what was stamped. */
  readonly digest: Uint8Array;
  readonly anchors: readonly X509Certificate[];
  /** The number sent with the request; not asked of a stamp that was kept. */
  readonly nonce?: bigint;
  /** The only policy that is taken, where one was agreed on. */
  readonly policy?: string | undefined;
}

/**
 * Holds a TimeStampResp (RFC 3161, DER) against what was asked: granted, over this digest, answering this request, under this policy,
 * signed by a certificate for timestamps alone whose chain was valid at that moment and ends at an anchor. Throws a `TimestampFault`.
 */
export function checkTimestamp(response: Uint8Array, expected: Expected): Timestamp {
  const { info, message } = readResponse(response);
  requireAnswer(info, expected);
  const sent = certificatesOf(message);
  const signer = signerOf(message, sent);
  requireSignature(message, signer.publicKey);
  requireTrustedPath(signer, sent, expected.anchors, info.genTime);
  return { at: info.genTime, signer: nameOf(signer), policy: info.policy, serialNumber: info.serialNumber };
}

function requireAnswer(info: TimestampInfo, { digest, nonce, policy }: Expected): void {
  if (info.imprintAlgorithm !== oids.sha256 || !info.imprint.equals(digest))
    throw new TimestampFault('imprint', 'the timestamp is over something else');
  if (nonce !== undefined && info.nonce !== nonce)
    throw new TimestampFault('nonce', 'the timestamp answers another request');
  if (policy !== undefined && info.policy !== policy)
    throw new TimestampFault('policy', `given under ${info.policy} instead of ${policy}`);
}
