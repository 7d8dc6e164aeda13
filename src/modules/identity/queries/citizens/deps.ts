import type { NewId } from '../../../../kernel/id.ts';
import type { Database } from '../../../../platform/database.ts';
import type { Seal } from '../../../../platform/sealed-text.ts';

/** What questions about citizens are answered with. */
export interface CitizenQueryDeps {
  readonly db: Database;
  readonly newId: NewId;
  readonly seal: Seal;
}
