import type { Id, Jurisdiction, NewId } from '../../../kernel/id.ts';
import type { Connection, Database } from '../../../platform/database.ts';
import type { UnitLoad } from '../core/reorganisation/unit-work.ts';
import type { UnitDirectory } from '../core/unit.ts';

/** Joined in compose: what rests on each of the units. */
export type UnitWork = (
  db: Connection,
  jurisdiction: Jurisdiction,
  unitIds: readonly Id<'unit'>[],
  now: Date,
) => Promise<readonly UnitLoad[]>;

export interface ReorganisationDeps {
  readonly db: Database;
  readonly jurisdiction: Jurisdiction;
  readonly newId: NewId;
  readonly units: UnitDirectory;
  readonly refreshUnits: () => Promise<void>;
  readonly unitWork?: UnitWork | undefined;
  /** Whether office hours of this code are kept; joined in compose. */
  readonly isCalendar?: ((code: string) => boolean) | undefined;
}
