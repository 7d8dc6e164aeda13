import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { enqueue } from '../../../platform/enqueue.ts';
import { recordAction } from '../../../platform/journal.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { isFreshlyProved } from '../../identity/public.ts';
import { confirmErasureInput, erasureInput } from '../contract.ts';
import { keeperOf } from '../core/keeper.ts';
import { type ErasureRow, findErasure } from '../store/erasures.ts';
import type { PrivacyDeps } from '../store/privacy-deps.ts';

/** Job that erases what stands in a confirmed list. */
export const eraseListTask = 'privacy.erase-list';

/**
 * Second of two steps, by somebody else than who fixed the list and freshly proved, under the decision to destroy: from here
 * on a job erases, looking at each dossier once more.
 */
export async function confirmErasure(
  deps: PrivacyDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  const keeper = keeperOf(ctx);
  if (!keeper.ok) return keeper;
  const { actor, scope } = keeper.value;
  if (!isFreshlyProved(actor, ctx.now)) return refuse('forbidden', 'identity.step-up-needed');
  const command = 'privacy.confirm-erasure';
  return runCommand(deps, ctx, command, confirmErasureInput, input, async (tx, wanted) => {
    const { erasureId, decisionNumber, decidedOn } = wanted;
    if (decidedOn > plainDateOf(ctx.now)) {
      const type = 'privacy.decision-in-future';
      return refuse('invalid', type, { fields: [{ pointer: '/decidedOn', type }] });
    }
    const list = waiting(await findErasure(tx, ctx.jurisdiction, scope, erasureId, true));
    if (!list.ok) return list;
    if (list.value.fixed_by_person === actor.personId)
      return refuse('forbidden', 'privacy.erasure-other-person');
    const tie = await deps.identity.tiesBetween(tx, list.value.fixed_by, actor.accountId, ctx.now);
    if (tie !== 'none') return refuse('forbidden', 'privacy.erasure-second-tied');
    await sql`
      update privacy.erasure set confirmed_at = ${ctx.now}, confirmed_by = ${actor.accountId},
        decision_number = ${decisionNumber}, decided_on = ${decidedOn}::date
      where jurisdiction = ${ctx.jurisdiction} and erasure_id = ${erasureId}`.execute(tx);
    await recordAction(tx, ctx, deps.newId, {
      command,
      subjectId: erasureId,
      facts: { items: list.value.items },
    });
    await enqueue(tx, {
      task: eraseListTask,
      payload: { jurisdiction: ctx.jurisdiction, erasureId },
      key: `${eraseListTask}:${erasureId}`,
    });
    return ok(null);
  });
}

/** Gives up a list that nobody has confirmed; what stood in it may be listed anew. */
export async function dropErasure(
  deps: PrivacyDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<null>> {
  const keeper = keeperOf(ctx);
  if (!keeper.ok) return keeper;
  const { actor, scope } = keeper.value;
  const command = 'privacy.drop-erasure';
  return runCommand(deps, ctx, command, erasureInput, input, async (tx, { erasureId }) => {
    const list = waiting(await findErasure(tx, ctx.jurisdiction, scope, erasureId, true));
    if (!list.ok) return list;
    await sql`
      update privacy.erasure set dropped_at = ${ctx.now}, dropped_by = ${actor.accountId}
      where jurisdiction = ${ctx.jurisdiction} and erasure_id = ${erasureId}`.execute(tx);
    await recordAction(tx, ctx, deps.newId, { command, subjectId: erasureId });
    return ok(null);
  });
}

function waiting(row: ErasureRow | undefined): Result<ErasureRow> {
  if (!row) return refuse('not-found', 'privacy.erasure-not-found');
  if (row.confirmed_at !== null || row.dropped_at !== null)
    return refuse('conflict', 'privacy.erasure-settled');
  return ok(row);
}
