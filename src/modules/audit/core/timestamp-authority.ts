/** Somebody outside this database who says that a text existed at a moment. What is stamped holds no personal data. */
export interface TimestampAuthority {
  /** Kept with the stamp, so that an old one is checked by whoever gave it. */
  readonly name: string;
  /** `token`: an answer of RFC 3161 in base64, which anybody can check; `key`: only this installation can. */
  readonly kind: 'token' | 'key';
  /** Throws when it cannot be reached or answers wrongly: the head waits and is stamped later. */
  stamp(text: string, now: Date): Promise<{ readonly stamp: string; readonly stampedAt: Date }>;
  /** When it stamped this text; undefined when the stamp is none of its own over this text. */
  verify(text: string, stamp: string): Date | undefined;
}
