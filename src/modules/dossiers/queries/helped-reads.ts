import type { QueryContext } from '../../../kernel/context.ts';
import type { HelpedDossier, HelpedDraft } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { listHelped, listHelpedDrafts } from './helped.ts';

/** What helpers hand in for others. */
export interface HelpedReads {
  /** Handed in by the caller for others, or by others for the caller. */
  listHelped(ctx: QueryContext): Promise<readonly HelpedDossier[]>;
  /** What the caller is filling in for others. */
  listHelpedDrafts(ctx: QueryContext): Promise<readonly HelpedDraft[]>;
}

export function createHelpedReads(deps: DossierDeps): HelpedReads {
  return {
    listHelped: (ctx) => listHelped(deps, ctx),
    listHelpedDrafts: (ctx) => listHelpedDrafts(deps, ctx),
  };
}
