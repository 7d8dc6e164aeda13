import type { Jurisdiction, NewId } from '../../../kernel/id.ts';
import type { Database } from '../../../platform/database.ts';
import type { UnitDirectory } from '../core/unit.ts';

/** What commands and queries about delegations work with. */
export interface DelegationDeps {
  readonly db: Database;
  readonly jurisdiction: Jurisdiction;
  readonly newId: NewId;
  readonly units: UnitDirectory;
}
