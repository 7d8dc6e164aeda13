import type { CommandContext, QueryContext } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/page.ts';
import type { Result } from '../../../kernel/result.ts';
import type { UndecidedDossier } from './wire/splits.ts';

/** Open work of split units that the reorganisation left to be given out dossier by dossier. */
export interface Splits {
  /** Refuses `dossiers.not-allowed` to those who give out no work. */
  undecided(ctx: QueryContext, cursor?: string): Promise<Result<Page<UndecidedDossier>>>;
  /** `decideSplitInput`. All or none; refuses `dossiers.not-assigning`, `.split-decided`, `.not-a-successor`. */
  decide(ctx: CommandContext, input: unknown): Promise<Result<{ readonly moved: number }>>;
}
