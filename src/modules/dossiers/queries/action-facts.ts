import type { ProcessGraph } from '../../process/public.ts';
import type { OpinionRow } from '../store/opinions.ts';
import type { StandIn } from '../store/substitutions.ts';
import type { SupplementRow } from '../store/supplements.ts';
import type { WithdrawalRow } from '../store/withdrawals.ts';
import type { ViewersPowers } from './viewers-powers.ts';

/** What decides on the viewer's actions besides the dossier's own rows. */
export interface ActionFacts {
  readonly graph: ProcessGraph;
  /** In which form the viewer signs under each of their posts, and under whose power where it was lent. */
  readonly powers: ViewersPowers;
  /** For whom the viewer acts today. */
  readonly standIns: readonly StandIn[];
  readonly acts: OpenActs;
}

/** What is open on a dossier besides its steps. */
export interface OpenActs {
  readonly supplements: readonly SupplementRow[];
  readonly opinions: readonly OpinionRow[];
  readonly withdrawals: readonly WithdrawalRow[];
  /** How many requests for supplement the procedure allows. */
  readonly lawfulSupplements: number;
}
