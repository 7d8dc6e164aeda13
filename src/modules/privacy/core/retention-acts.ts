import type { CommandContext, QueryContext } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/page.ts';
import type { Result } from '../../../kernel/result.ts';
import type { DuePage, ErasureListView, ErasureTrace, ErasureView, HoldView } from '../contract.ts';

/** What falls due, what is held, and how it is erased by two people. Everything but the trace needs `privacy.keep`. */
export interface Retention {
  /** `dueFilter`. A page, or the whole list for printing. */
  due(
    ctx: QueryContext,
    input: unknown,
    options?: { readonly cursor?: string | undefined; readonly whole?: boolean },
  ): Promise<Result<DuePage>>;
  holds(ctx: QueryContext, cursor?: string): Promise<Result<Page<HoldView>>>;
  erasures(ctx: QueryContext): Promise<Result<readonly ErasureView[]>>;
  erasure(ctx: QueryContext, erasureId: string): Promise<Result<ErasureListView>>;
  /** When and under which rule something of a dossier was erased; for pages that have shown the dossier itself. */
  tracesOf(ctx: QueryContext, dossierId: string): Promise<readonly ErasureTrace[]>;
  /** `putHoldInput`. */
  putHold(ctx: CommandContext, input: unknown): Promise<Result<{ readonly holdId: string }>>;
  /** `liftHoldInput`. */
  liftHold(ctx: CommandContext, input: unknown): Promise<Result<null>>;
  /** `fixErasureInput`. First step: the list stands, nothing is erased. */
  fixErasure(
    ctx: CommandContext,
    input: unknown,
  ): Promise<Result<{ readonly erasureId: string; readonly items: number }>>;
  /** `confirmErasureInput`. Second step, by somebody else who has just proved who they are. */
  confirmErasure(ctx: CommandContext, input: unknown): Promise<Result<null>>;
  /** `erasureInput`. Gives a list up that nobody confirmed. */
  dropErasure(ctx: CommandContext, input: unknown): Promise<Result<null>>;
}
