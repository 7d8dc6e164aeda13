import {
  BaseBlock,
  Constructed,
  fromBER,
  GeneralizedTime,
  Integer,
  Null,
  ObjectIdentifier,
  OctetString,
  Sequence,
  Set as SetOf,
} from 'asn1js';
import { TimestampFault } from './timestamp-fault.ts';

const contextClass = 3;

/** One element of a document in ASN.1. Every reader here throws `unreadable` where the element is another than asked for. */
export type Element = BaseBlock;

/** The one element that these bytes are, with nothing behind it. */
export function readElement(bytes: Uint8Array): Element {
  const { offset, result } = decoded(bytes);
  if (offset !== bytes.byteLength || !(result instanceof BaseBlock))
    throw unreadable(result.error || `${bytes.byteLength} bytes are not one element`);
  requireExactLengths(result);
  return result;
}

/** The library forgives a length that says more or less than what follows; two readers could then see two documents. */
function requireExactLengths(element: Element): void {
  if (!(element instanceof Constructed)) return;
  const inside = element.valueBlock.value.reduce(
    (sum, each) => sum + each.valueBeforeDecodeView.byteLength,
    0,
  );
  const { isIndefiniteForm, length } = element.lenBlock;
  if (isIndefiniteForm || length !== inside)
    throw unreadable('a length does not fit what it is the length of');
  element.valueBlock.value.forEach(requireExactLengths);
}

/** The library throws where a text or a moment inside is no such thing, and answers -1 for everything else. */
function decoded(bytes: Uint8Array): ReturnType<typeof fromBER> {
  try {
    return fromBER(bytes);
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : 'no ASN.1');
  }
}

/** Parts of a SEQUENCE. */
export function partsOf(element: Element | undefined, what: string): readonly Element[] {
  if (element instanceof Sequence) return element.valueBlock.value;
  throw unreadable(`${what} is no sequence`);
}

/** Members of a SET. */
export function membersOf(element: Element | undefined, what: string): readonly Element[] {
  if (element instanceof SetOf) return element.valueBlock.value;
  throw unreadable(`${what} is no set`);
}

/** Parts of what stands under a context tag, such as `[0]`. */
export function taggedParts(element: Element | undefined, tag: number, what: string): readonly Element[] {
  if (hasTag(element, tag) && element instanceof Constructed) return element.valueBlock.value;
  throw unreadable(`${what} is not there`);
}

/** Whether the element stands under this context tag. */
export function hasTag(element: Element | undefined, tag: number): element is Element {
  return element?.idBlock.tagClass === contextClass && element.idBlock.tagNumber === tag;
}

/** An OBJECT IDENTIFIER, dotted. */
export function oidOf(element: Element | undefined, what: string): string {
  if (element instanceof ObjectIdentifier) return element.getValue();
  throw unreadable(`${what} is no object identifier`);
}

/** The identifier of an AlgorithmIdentifier; only the one named here may have parameters. */
export function algorithmOf(element: Element | undefined, what: string, withParameters?: string): string {
  const [identifier, parameters] = partsOf(element, what);
  const oid = oidOf(identifier, what);
  if (parameters === undefined || parameters instanceof Null || oid === withParameters) return oid;
  throw unreadable(`${what} has parameters`);
}

/** The bytes of an OCTET STRING in one piece. */
export function octetsOf(element: Element | undefined, what: string): Buffer {
  if (element instanceof OctetString && !element.idBlock.isConstructed)
    return Buffer.from(element.getValue());
  throw unreadable(`${what} is no octet string`);
}

/** An INTEGER of any size. */
export function integerOf(element: Element | undefined, what: string): bigint {
  if (element instanceof Integer) return element.toBigInt();
  throw unreadable(`${what} is no integer`);
}

/** A GeneralizedTime as RFC 3161 writes it: UTC, to the second or a fraction of it. */
export function momentOf(element: Element | undefined, what: string): Date {
  const text = element instanceof GeneralizedTime ? contentOf(element).toString('latin1') : '';
  const read = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d+))?Z$/.exec(text);
  if (!read) throw unreadable(`${what} is no moment`);
  const [, year, month, day, hour, minute, second, fraction = ''] = read;
  const at = new Date(
    `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}Z`,
  );
  if (Number.isNaN(at.getTime())) throw unreadable(`${what} is no moment`);
  return at;
}

/** What a short element holds, without its tag and length. */
export function contentOf(element: Element): Buffer {
  const { blockLength } = element.lenBlock;
  return rawOf(element).subarray(element.idBlock.blockLength + blockLength);
}

/** The element as it was sent, byte for byte. */
export function rawOf(element: Element): Buffer {
  return Buffer.from(element.valueBeforeDecodeView);
}

function unreadable(detail: string): TimestampFault {
  return new TimestampFault('unreadable', detail);
}
