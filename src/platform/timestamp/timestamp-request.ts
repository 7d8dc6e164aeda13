import { Boolean as Asn1Boolean, Integer, Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import * as oids from './timestamp-oids.ts';

/** A TimeStampReq (RFC 3161, 2.4.1) for a SHA-256 digest that asks for the authority's certificate, DER. */
export function timestampRequest(asked: {
  readonly digest: Uint8Array;
  readonly nonce: bigint;
  readonly policy?: string | undefined;
}): Buffer {
  const algorithm = new Sequence({ value: [new ObjectIdentifier({ value: oids.sha256 }), new Null()] });
  const imprint = new Sequence({
    value: [algorithm, new OctetString({ valueHex: new Uint8Array(asked.digest) })],
  });
  const request = new Sequence({
    value: [
      new Integer({ value: 1 }),
      imprint,
      ...(asked.policy === undefined ? [] : [new ObjectIdentifier({ value: asked.policy })]),
      Integer.fromBigInt(asked.nonce),
      new Asn1Boolean({ value: true }),
    ],
  });
  return Buffer.from(request.toBER());
}
