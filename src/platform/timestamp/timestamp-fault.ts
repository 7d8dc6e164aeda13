/** Why a timestamp is not believed, or was not given at all. */
export type TimestampReason =
  /** Nobody answered in time, or not with an answer of the protocol. */
  | 'unreachable'
  /** The authority answered that it will not stamp. */
  | 'refused'
  | 'unreadable'
  | 'imprint'
  | 'nonce'
  | 'policy'
  | 'signature'
  | 'signer'
  | 'path'
  | 'time';

/** A timestamp that cannot be used, with the reason as a word and the details as a sentence for the log. */
export class TimestampFault extends Error {
  readonly reason: TimestampReason;
  constructor(reason: TimestampReason, detail: string) {
    super(`${reason}: ${detail}`);
    this.name = 'TimestampFault';
    this.reason = reason;
  }
}
