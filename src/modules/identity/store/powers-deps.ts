import type { Jurisdiction, NewId } from '../../../kernel/id.ts';
import type { Database } from '../../../platform/database.ts';
import type { UnitDirectory } from '../core/unit.ts';

/** What commands and queries about powers work with: those given singly, and those lent. */
export interface PowersDeps {
  readonly db: Database;
  readonly jurisdiction: Jurisdiction;
  readonly newId: NewId;
  readonly units: UnitDirectory;
}
