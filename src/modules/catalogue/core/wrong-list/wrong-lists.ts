import type { CommandContext, QueryContext } from '../../../../kernel/context.ts';
import type { Page } from '../../../../kernel/page.ts';
import type { Result } from '../../../../kernel/result.ts';
import type { LinkedReport, ReportCounts, Reported, WrongListReport } from './report-views.ts';

/** Reports that a published text is wrong somewhere, due the same working day. */
export interface WrongLists {
  /** `reportWrongListInput`, by anybody. The token opens the answer without signing in. */
  report(ctx: CommandContext, input: unknown): Promise<Result<Reported>>;
  /** `answerWrongListInput`. Refuses `catalogue.report-answered` with who was faster. */
  answer(ctx: CommandContext, input: unknown): Promise<Result<{ readonly reportId: string }>>;
  /** `{ reportId }`, accepted: a draft on top of its version with the report as its comment. */
  correct(ctx: CommandContext, input: unknown): Promise<Result<{ readonly draftId: string }>>;
  /** `listReportsInput`, for procedure control. */
  list(ctx: QueryContext, input: unknown): Promise<Result<Page<WrongListReport>>>;
  counts(ctx: QueryContext): Promise<Result<ReportCounts>>;
  /** For procedure control and for its own reporter. */
  get(ctx: QueryContext, reportId: string): Promise<Result<WrongListReport>>;
  /** `{ dossierId? }`: those of whoever asks. */
  own(ctx: QueryContext, input: unknown): Promise<Result<readonly WrongListReport[]>>;
  /** By the token, for whoever holds the link. */
  byLink(ctx: QueryContext, token: string): Promise<Result<LinkedReport>>;
}
