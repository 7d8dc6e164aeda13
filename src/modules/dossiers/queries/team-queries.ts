import type { QueryContext } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/page.ts';
import type { Result } from '../../../kernel/result.ts';
import type {
  DelegatedAct,
  HandOverPreview,
  LedUnit,
  SubstitutionView,
  TaskAssignment,
} from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { delegatedActs } from './delegated-acts.ts';
import { handOverPreview, ledUnits } from './led-units.ts';
import { listSubstitutions } from './substitutions.ts';
import { taskAssignments } from './task-assignments.ts';

/** Whose work is whose: who has it, who gives it out, who does it for somebody, and in whose name. */
export interface TeamQueries {
  /** Who has each open step of a dossier, and to whom the viewer may give it. */
  taskAssignments(ctx: QueryContext, dossierId: string): Promise<readonly TaskAssignment[]>;
  /** The units whose work the officer gives out, with their people. */
  ledUnits(ctx: QueryContext): Promise<readonly LedUnit[]>;
  /** `handOverPreviewInput`. */
  handOverPreview(ctx: QueryContext, input: unknown): Promise<Result<HandOverPreview>>;
  /** Of the units the officer leads, and those they take part in. */
  listSubstitutions(ctx: QueryContext): Promise<readonly SubstitutionView[]>;
  /** `delegatedActsInput`: what was done under a delegation; refuses `identity.delegation-not-found`. */
  delegatedActs(ctx: QueryContext, input: unknown, cursor?: string): Promise<Result<Page<DelegatedAct>>>;
}

export function teamQueries(deps: DossierDeps): TeamQueries {
  return {
    taskAssignments: (ctx, id) => taskAssignments(deps, ctx, id),
    ledUnits: (ctx) => ledUnits(deps, ctx),
    handOverPreview: (ctx, input) => handOverPreview(deps, ctx, input),
    listSubstitutions: (ctx) => listSubstitutions(deps, ctx),
    delegatedActs: (ctx, input, cursor) => delegatedActs(deps, ctx, input, cursor),
  };
}
