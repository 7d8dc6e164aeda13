import type { Audit } from '../modules/audit/public.ts';
import type { Catalogue } from '../modules/catalogue/public.ts';
import type { Documents } from '../modules/documents/public.ts';
import type { Dossiers } from '../modules/dossiers/public.ts';
import type { Forms } from '../modules/forms/public.ts';
import type { Identity } from '../modules/identity/public.ts';
import type { Notifications } from '../modules/notifications/public.ts';
import type { Payments } from '../modules/payments/public.ts';
import type { Privacy } from '../modules/privacy/public.ts';
import type { Processes } from '../modules/process/public.ts';

/** The modules pages may call, joined by `main/compose.ts`: one line per module, its type from `public.ts`. */
export interface WebModules {
  readonly identity: Identity;
  readonly audit: Audit;
  readonly privacy: Privacy;
  readonly forms: Forms;
  readonly process: Processes;
  readonly catalogue: Catalogue;
  readonly payments: Payments;
  readonly documents: Documents;
  readonly dossiers: Dossiers;
  readonly notifications: Notifications;
}
