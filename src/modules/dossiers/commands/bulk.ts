import { v5 } from 'uuid';
import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { type BulkInput, type BulkOutcome, bulkInput } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { findTask } from '../store/tasks.ts';
import { assignTask } from './assign-task.ts';
import { completeTask } from './complete-task.ts';
import { releaseTask } from './release-task.ts';
import { takeUpTask } from './take-up-task.ts';

/**
 * One act on many ticked tasks. Each dossier is decided on its own, in its own transaction, as if it had been opened: some
 * may be refused, the others are done. Each has a request id made of the form's and its own, so that sending again does
 * nothing twice. Where one wants a fresh proof, that is said of them all: proved once, the same ticks go through.
 */
export async function bulk(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<BulkOutcome>> {
  const parsed = parseInput(bulkInput, input);
  if (!parsed.ok) return parsed;
  if (ctx.actor.kind !== 'officer') return refuse('forbidden', 'dossiers.not-allowed');
  const rows: BulkOutcome['rows'][number][] = [];
  for (const taskId of new Set(parsed.value.taskIds)) {
    const outcome = await one(deps, { ...ctx, requestId: v5(taskId, ctx.requestId) }, parsed.value, taskId);
    if (!outcome.ok && outcome.refusal.type === 'identity.step-up-needed') return outcome;
    rows.push(outcome.ok ? { taskId, done: true } : { taskId, done: false, refusal: told(outcome.refusal) });
  }
  return ok({ rows });
}

function one(
  deps: DossierDeps,
  ctx: CommandContext,
  wanted: BulkInput,
  taskId: string,
): Promise<Result<unknown>> {
  switch (wanted.act) {
    case 'takeUp':
      return takeUpTask(deps, ctx, { taskId });
    case 'release':
      return releaseTask(deps, ctx, { taskId });
    case 'assign': {
      const { accountId, reason } = wanted;
      return assignTask(deps, ctx, { taskId, accountId, ...(reason !== undefined && { reason }) });
    }
    case 'sign':
      return sign(deps, ctx, taskId);
  }
}

/** Only what is signed goes forward in batches: other steps leave something behind that must be looked at. */
async function sign(deps: DossierDeps, ctx: CommandContext, taskId: string): Promise<Result<unknown>> {
  const task = await findTask(deps.db, ctx.jurisdiction, taskId);
  if (!task) return refuse('not-found', 'dossiers.task-not-found');
  if (task.kind !== 'sign') return refuse('invalid', 'dossiers.only-signing-in-batches');
  return completeTask(deps, ctx, { taskId, outcome: 'forward' });
}

function told({ type, params, fields }: Extract<Result<unknown>, { ok: false }>['refusal']) {
  const [first] = fields ?? [];
  const reason = type === 'input.invalid' && first ? first : { type, params };
  return { type: reason.type, ...(reason.params && { params: reason.params }) };
}
