/** Somebody outside this database who says that a text existed at a moment. What is stamped holds no personal data. */
export interface TimestampAuthority {
  /** Kept with the stamp, so that an old one is checked by whoever gave it. */
  readonly name: string;
  /** Throws when it cannot be reached: the head waits and is stamped later. */
  stamp(text: string, now: Date): Promise<{ readonly stamp: string; readonly stampedAt: Date }>;
  verify(text: string, stamp: string): boolean;
}
