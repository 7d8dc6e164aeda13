import {
  algorithmOf,
  type Element,
  hasTag,
  integerOf,
  momentOf,
  octetsOf,
  oidOf,
  partsOf,
  readElement,
} from './der.ts';
import { readSignedMessage, type SignedMessage } from './signed-message.ts';
import { TimestampFault } from './timestamp-fault.ts';
import * as oids from './timestamp-oids.ts';

/** What the authority says: that these bytes were in front of it at a moment (TSTInfo of RFC 3161, 2.4.2). */
export interface TimestampInfo {
  readonly policy: string;
  readonly imprintAlgorithm: string;
  readonly imprint: Buffer;
  readonly serialNumber: bigint;
  readonly genTime: Date;
  readonly nonce: bigint | undefined;
}

/** A response as it was read: nothing of it is believed yet. */
export interface TimestampResponse {
  readonly info: TimestampInfo;
  readonly message: SignedMessage;
}

/** Reads a TimeStampResp. Throws `refused` when the authority gave no stamp, `unreadable` when it is something else. */
export function readResponse(bytes: Uint8Array): TimestampResponse {
  const [status, token] = partsOf(readElement(bytes), 'the response');
  const [code] = partsOf(status, 'the status');
  const granted = integerOf(code, 'the status');
  if (granted !== 0n && granted !== 1n) throw new TimestampFault('refused', `status ${granted}`);
  if (!token) throw new TimestampFault('unreadable', 'granted without a token');
  const message = readSignedMessage(token);
  if (message.contentType !== oids.timestampContent)
    throw new TimestampFault('unreadable', `the token holds ${message.contentType}`);
  return { info: readInfo(readElement(message.content)), message };
}

function readInfo(element: Element): TimestampInfo {
  const [version, policy, imprint, serialNumber, genTime, ...optional] = partsOf(element, 'the timestamp');
  if (integerOf(version, 'the version') !== 1n)
    throw new TimestampFault('unreadable', 'another version of timestamps');
  const [algorithm, hashed] = partsOf(imprint, 'the imprint');
  if (optional.some((part) => hasTag(part, 1)))
    throw new TimestampFault('unreadable', 'the timestamp has extensions that nobody here knows');
  const nonce = optional.find((part) => part.idBlock.tagClass === 1 && part.idBlock.tagNumber === 2);
  return {
    policy: oidOf(policy, 'the policy'),
    imprintAlgorithm: algorithmOf(algorithm, 'the digest of the imprint'),
    imprint: octetsOf(hashed, 'the imprint'),
    serialNumber: integerOf(serialNumber, 'the serial number'),
    genTime: momentOf(genTime, 'the moment'),
    nonce: nonce && integerOf(nonce, 'the nonce'),
  };
}
