import {
  type BaseBlock,
  Constructed,
  fromBER,
  GeneralizedTime,
  Null,
  ObjectIdentifier,
  OctetString,
  Sequence,
  Set as SetOf,
} from 'asn1js';

/** Short words for writing ASN.1, the other side of `platform/timestamp/der.ts`. */
export function sequence(...value: BaseBlock[]): Sequence {
  return new Sequence({ value });
}

export function setOf(...value: BaseBlock[]): SetOf {
  return new SetOf({ value });
}

export function tagged(tagNumber: number, ...value: BaseBlock[]): Constructed {
  return new Constructed({ idBlock: { tagClass: 3, tagNumber }, value });
}

export function oid(value: string): ObjectIdentifier {
  return new ObjectIdentifier({ value });
}

export function octets(bytes: Uint8Array): OctetString {
  return new OctetString({ valueHex: new Uint8Array(bytes) });
}

export function algorithm(identifier: string): Sequence {
  return sequence(oid(identifier), new Null());
}

/** To the second, as RFC 3161 wants it without a fraction. */
export function moment(at: Date): GeneralizedTime {
  return new GeneralizedTime({ valueDate: new Date(Math.floor(at.getTime() / 1000) * 1000) });
}

/** An element that somebody else has written. */
export function written(der: Uint8Array): BaseBlock {
  const { result } = fromBER(new Uint8Array(der));
  return result;
}

export function bytesOf(element: BaseBlock): Buffer {
  return Buffer.from(element.toBER());
}
