import type { NewId } from '../../../kernel/id.ts';
import type { Database } from '../../../platform/database.ts';
import type { Seal } from '../../../platform/sealed-text.ts';
import type { Catalogue } from '../../catalogue/public.ts';
import type { Documents } from '../../documents/public.ts';
import type { Forms } from '../../forms/public.ts';
import type { Identity } from '../../identity/public.ts';
import type { Payments } from '../../payments/public.ts';
import type { MaskingRules } from '../../privacy/public.ts';
import type { Processes } from '../../process/public.ts';

/** What commands, queries and tasks of dossiers work with. */
export interface DossierDeps {
  readonly db: Database;
  readonly newId: NewId;
  readonly seal: Seal;
  readonly identity: Identity;
  readonly catalogue: Catalogue;
  readonly forms: Forms;
  readonly process: Processes;
  readonly payments: Payments;
  readonly documents: Documents;
  /** What of people's facts is shown in part to whom. */
  readonly masking: MaskingRules;
  /** Where anybody with a second fact follows the dossier: what the QR of a letter leads to. */
  readonly lookUpAddress: (code: string) => string;
  /** Tasks of other modules that get one job per event, in order per dossier. */
  readonly eventTasks: readonly string[];
}

/** Column context under which identity numbers of dossiers are sealed and indexed. */
export const identitySeal = 'dossiers.identity';
