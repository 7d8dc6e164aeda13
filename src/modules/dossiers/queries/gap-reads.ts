import type { QueryContext } from '../../../kernel/context.ts';
import type { Result } from '../../../kernel/result.ts';
import type { PerformerGap, UnitGap } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { performerGaps } from './performer-gaps.ts';
import { listUnitGaps } from './unit-gaps.ts';

/** What last night found; both refuse `dossiers.not-allowed`. */
export interface GapReads {
  /** Work that nobody can do. */
  performerGaps(ctx: QueryContext): Promise<Result<readonly PerformerGap[]>>;
  /** Units that cannot act. */
  unitGaps(ctx: QueryContext): Promise<Result<readonly UnitGap[]>>;
}

export function gapReads(deps: DossierDeps): GapReads {
  return {
    performerGaps: (ctx) => performerGaps(deps, ctx),
    unitGaps: (ctx) => listUnitGaps(deps, ctx),
  };
}
