import type { NewId } from '../../../kernel/id.ts';
import type { Database } from '../../../platform/database.ts';

/** What the catalogue needs from the house. */
export interface CatalogueDeps {
  readonly db: Database;
  readonly newId: NewId;
}
