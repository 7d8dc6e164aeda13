import type { NewId } from '../../../kernel/id.ts';
import type { Database } from '../../../platform/database.ts';
import type { SealedTable } from '../../../platform/sealed-table.ts';
import type { Seal } from '../../../platform/sealed-text.ts';
import type { Identity } from '../../identity/public.ts';
import type { CorrectedElsewhere } from '../core/corrected-elsewhere.ts';
import type { Deadline } from '../core/deadlines.ts';
import type { MaskingRules } from '../core/masking.ts';
import type { OwnDossiers, PersonalDataSource } from '../core/personal-data.ts';
import type { Register } from '../core/processing.ts';
import type { RetentionRule } from '../core/retention.ts';
import type { CorrectContact, DossierFacts } from './corrected-facts.ts';
import type { ErasedWith, ForgetExpired, KeptDossiers } from './kept-dossiers.ts';

/** What privacy is built from. */
export interface PrivacyDeps {
  readonly db: Database;
  readonly newId: NewId;
  readonly seal: Seal;
  readonly identity: Pick<
    Identity,
    'citizenProfile' | 'describeAccounts' | 'describePeople' | 'tiesBetween' | 'units'
  >;
  readonly register: Register;
  readonly masking: MaskingRules;
  readonly deadlines: readonly Deadline[];
  readonly retention: readonly RetentionRule[];
  /** What other modules keep of people. */
  readonly sources: readonly PersonalDataSource[];
  readonly ownDossiers: OwnDossiers;
  /** Dossiers, for erasing them when their time is over. */
  readonly kept: KeptDossiers;
  /** Facts in dossiers and of accounts, for putting them right. */
  readonly dossierFacts: DossierFacts;
  readonly correctContact: CorrectContact;
  /** What a procedure changes instead. */
  readonly elsewhere: readonly CorrectedElsewhere[];
  /** What other modules keep about a dossier and erase with it. */
  readonly erasedWith: readonly ErasedWith[];
  /** What other modules forget by themselves, joined by compose. */
  readonly expired: readonly ForgetExpired[];
  /** Every table of other modules that holds sealed texts, joined by compose. */
  readonly sealedTables: readonly SealedTable[];
}
