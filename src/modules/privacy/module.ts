import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import type { Jurisdiction } from '../../kernel/id.ts';
import type { Page } from '../../kernel/page.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Result } from '../../kernel/result.ts';
import type { RenewedBatch } from '../../platform/sealed-table.ts';
import { answerCorrection } from './commands/answer-correction.ts';
import { askCorrection } from './commands/ask-correction.ts';
import { askExport } from './commands/ask-export.ts';
import { fixErasure } from './commands/fix-erasure.ts';
import { liftHold } from './commands/lift-hold.ts';
import { putHold } from './commands/put-hold.ts';
import { rotateKeys } from './commands/rotate-keys.ts';
import { confirmErasure, dropErasure } from './commands/settle-erasure.ts';
import { takeExport } from './commands/take-export.ts';
import type {
  CorrectionView,
  ExportView,
  OfficeCorrectionView,
  ProcessingView,
  RotatedTable,
} from './contract.ts';
import type { UnmaskReason } from './core/masking.ts';
import { processingsOn, purposeOf } from './core/processing.ts';
import { type RetentionRule, retentionOf } from './core/retention.ts';
import type { Retention } from './core/retention-acts.ts';
import { myCorrections, openCorrections } from './queries/corrections.ts';
import { erasureList, erasureLists, erasureTraces } from './queries/erasures.ts';
import { myExports } from './queries/my-exports.ts';
import { dueList, holdList } from './queries/retention.ts';
import type { PrivacyDeps } from './store/privacy-deps.ts';
import { createPrivacyJobs, type PrivacyJobs } from './tasks/jobs.ts';

/** What is done with personal data, and what people may ask about theirs. */
export interface Privacy {
  readonly commands: {
    /** Brings everything sealed under the current keys while work goes on; only by the system. */
    rotateKeys(
      ctx: CommandContext,
      told?: (table: string, batch: RenewedBatch) => void,
    ): Promise<Result<readonly RotatedTable[]>>;
    /** A copy of the caller's data, made by a job; one at a time. */
    askExport(ctx: CommandContext): Promise<Result<{ readonly exportId: string }>>;
    /** `takeExportInput`. Each form once, within the time; then it is erased. */
    takeExport(
      ctx: CommandContext,
      input: unknown,
    ): Promise<Result<{ readonly fileName: string; readonly mediaType: string; readonly content: string }>>;
    /** `askCorrectionInput`. Routed, with its last day. */
    askCorrection(
      ctx: CommandContext,
      input: unknown,
    ): Promise<Result<{ readonly correctionId: string; readonly dueOn: string }>>;
    /** `answerCorrectionInput`. Needs `privacy.answer` where it was sent to. */
    answerCorrection(ctx: CommandContext, input: unknown): Promise<Result<null>>;
  };
  readonly queries: {
    myExports(ctx: QueryContext): Promise<readonly ExportView[]>;
    myCorrections(ctx: QueryContext): Promise<readonly CorrectionView[]>;
    /** What waits for an answer in the officer's reach; refuses `privacy.not-allowed`. */
    openCorrections(ctx: QueryContext, cursor?: string): Promise<Result<Page<OfficeCorrectionView>>>;
  };
  readonly retention: Retention;
  readonly register: {
    /** What is processed on a day. Public. */
    processings(on: PlainDate): readonly ProcessingView[];
    /** What a recorded reading was for, by the register of its day. */
    purposeOf(query: string, on: PlainDate): ProcessingView | undefined;
    /** How long dossiers of a procedure that begin on the day are kept. */
    retentionOf(procedureCode: string, on: PlainDate): RetentionRule | undefined;
  };
  /** Why somebody may look at what is masked for them; the journal names the key behind the query's name. */
  readonly unmaskReasons: readonly UnmaskReason[];
}

/** Builds privacy, and the jobs the worker runs for it. */
export function createPrivacy(
  deps: PrivacyDeps & { readonly clock: () => Date; readonly jurisdiction: Jurisdiction },
): Privacy & PrivacyJobs {
  const { register, masking } = deps;
  return {
    commands: {
      rotateKeys: (ctx, told) => rotateKeys(deps, ctx, told),
      askExport: (ctx) => askExport(deps, ctx),
      takeExport: (ctx, input) => takeExport(deps, ctx, input),
      askCorrection: (ctx, input) => askCorrection(deps, ctx, input),
      answerCorrection: (ctx, input) => answerCorrection(deps, ctx, input),
    },
    queries: {
      myExports: (ctx) => myExports(deps, ctx),
      myCorrections: (ctx) => myCorrections(deps, ctx),
      openCorrections: (ctx, cursor) => openCorrections(deps, ctx, cursor),
    },
    retention: createRetention(deps),
    register: {
      processings: (on) => processingsOn(register, on),
      purposeOf: (query, on) => purposeOf(register, query, on),
      retentionOf: (procedureCode, on) => retentionOf(deps.retention, procedureCode, on),
    },
    unmaskReasons: masking.reasons,
    ...createPrivacyJobs(deps),
  };
}

function createRetention(deps: PrivacyDeps): Retention {
  return {
    due: (ctx, input, options) => dueList(deps, ctx, input, options),
    holds: (ctx, cursor) => holdList(deps, ctx, cursor),
    erasures: (ctx) => erasureLists(deps, ctx),
    erasure: (ctx, erasureId) => erasureList(deps, ctx, erasureId),
    tracesOf: (ctx, dossierId) => erasureTraces(deps, ctx, dossierId),
    putHold: (ctx, input) => putHold(deps, ctx, input),
    liftHold: (ctx, input) => liftHold(deps, ctx, input),
    fixErasure: (ctx, input) => fixErasure(deps, ctx, input),
    confirmErasure: (ctx, input) => confirmErasure(deps, ctx, input),
    dropErasure: (ctx, input) => dropErasure(deps, ctx, input),
  };
}
