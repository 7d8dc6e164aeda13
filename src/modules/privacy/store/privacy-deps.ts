import type { NewId } from '../../../kernel/id.ts';
import type { Database } from '../../../platform/database.ts';
import type { SealedTable } from '../../../platform/sealed-table.ts';
import type { Seal } from '../../../platform/sealed-text.ts';
import type { MaskingRules } from '../core/masking.ts';
import type { Register } from '../core/processing.ts';

/** What privacy is built from. */
export interface PrivacyDeps {
  readonly db: Database;
  readonly newId: NewId;
  readonly seal: Seal;
  readonly register: Register;
  readonly masking: MaskingRules;
  /** Every table of the house that holds sealed texts, joined by compose. */
  readonly sealedTables: readonly SealedTable[];
}
