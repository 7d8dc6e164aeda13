import type { CommandContext, QueryContext } from '../../../../kernel/context.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Result } from '../../../../kernel/result.ts';
import type { ReorganisationPage, ReorganisationView, UnitView } from './views.ts';

/** How the unit tree changes: every unit that begins, changes or ends does so by a prepared, dated operation. Administrators only. */
export interface Reorganisation {
  list(ctx: QueryContext, cursor?: string): Promise<Result<ReorganisationPage>>;
  /** What it would move, what is undecided, who would be missing. Refuses `identity.reorganisation-unknown`. */
  view(ctx: QueryContext, id: string): Promise<Result<ReorganisationView>>;
  /** One unit over time. Refuses `identity.unit-unknown`. */
  unit(ctx: QueryContext, unitId: string): Promise<Result<UnitView>>;
  create(
    ctx: CommandContext,
    input: unknown,
  ): Promise<Result<{ readonly reorganisationId: Id<'reorganisation'> }>>;
  /** These four refuse `identity.reorganisation-changed` when somebody saved since. */
  saveHead(ctx: CommandContext, input: unknown): Promise<Result<null>>;
  edit(ctx: CommandContext, input: unknown): Promise<Result<null>>;
  discard(ctx: CommandContext, input: unknown): Promise<Result<null>>;
  /** Writes it with its day. Refuses `identity.reorganisation-faulty`, a split without choice above all. */
  carryOut(ctx: CommandContext, input: unknown): Promise<Result<null>>;
  /** Before its day it can be taken back. Refuses `identity.reorganisation-begun` and `.reorganisation-built-upon`. */
  undo(ctx: CommandContext, input: unknown): Promise<Result<null>>;
  /** Puts a slip right in what a unit is called or which codes it has. Refuses `identity.unit-code-taken`. */
  correctUnit(ctx: CommandContext, input: unknown): Promise<Result<null>>;
}
