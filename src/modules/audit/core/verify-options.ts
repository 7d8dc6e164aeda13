import type { Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Explained } from './explained.ts';
import type { TimestampAuthority } from './timestamp-authority.ts';

/** A head as it was published, kept by somebody else. */
export interface PublishedHead {
  readonly day: PlainDate;
  readonly position: number;
  readonly hash: string;
}

/** What whoever checks knows by himself. */
export interface KnownElsewhere {
  /** Heads kept outside; each must be a head of this journal too. */
  readonly published?: readonly PublishedHead[];
  /** What the reason is known of; the verdict does not tell it again. */
  readonly explained?: Explained;
}

export interface VerifyOptions extends KnownElsewhere {
  readonly jurisdiction: Jurisdiction;
  readonly now: Date;
  readonly authorities: readonly TimestampAuthority[];
}
