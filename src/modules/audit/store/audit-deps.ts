import type { Jurisdiction, NewId } from '../../../kernel/id.ts';
import type { Database } from '../../../platform/database.ts';
import type { Identity } from '../../identity/public.ts';
import type { AuditSubjects } from '../core/audit-subjects.ts';
import type { TimestampAuthority } from '../core/timestamp-authority.ts';

/** What audit is built from. */
export interface AuditDeps {
  readonly db: Database;
  readonly jurisdiction: Jurisdiction;
  readonly newId: NewId;
  readonly identity: Identity;
  readonly subjects: AuditSubjects;
  /** The first stamps heads; what any of them has stamped is believed. */
  readonly authorities: readonly [TimestampAuthority, ...TimestampAuthority[]];
  /** Their certificates in PEM, for the public. */
  readonly anchors: string;
}
