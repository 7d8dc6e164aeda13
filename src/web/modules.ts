import type { Identity } from '../modules/identity/public.ts';

/** The modules pages may call, joined by `main/compose.ts`: one line per module, its type from `public.ts`. */
export interface WebModules {
  readonly identity: Identity;
}
