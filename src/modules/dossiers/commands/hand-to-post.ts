import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { runCommand } from '../../../platform/run-command.ts';
import { can } from '../../identity/public.ts';
import { type HandToPostInput, handToPostInput } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { insertPostalList } from '../store/postal-lists.ts';
import { findTask } from '../store/tasks.ts';
import { completeStep } from './complete-task.ts';

/**
 * Hands results to the post in one go: all of them or none, because the paper that both sides sign names them all. Each
 * is handed over as if alone (its dossier is "đã trả kết quả"); a row that cannot be is named by its place.
 */
export function handToPost(
  deps: DossierDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly listId: string; readonly items: number }>> {
  return runCommand(deps, ctx, 'dossiers.hand-to-post', handToPostInput, input, async (tx, wanted) => {
    const unitId = wanted.unitId as Id<'unit'>;
    if (ctx.actor.kind !== 'officer' || !can(ctx.actor, 'dossiers.return', [unitId]))
      return refuse('forbidden', 'dossiers.not-allowed');
    const twice = repeatedAt(wanted);
    if (twice) return twice;
    const rows = await inLockOrder(tx, ctx, wanted);
    const scope = deps.identity.units.scopeOf(unitId, plainDateOf(ctx.now));
    const stray = rows.find(
      (row) => row.unitId === undefined || !scope.includes(row.unitId) || row.kind !== 'return',
    );
    if (stray) return refusedRow(refuse('invalid', 'dossiers.nothing-for-the-post').refusal, stray.at);
    const listId = deps.newId<'postalList'>();
    await insertPostalList(tx, ctx, listId, unitId, ctx.actor.accountId);
    for (const { at, taskId, trackingNumber } of rows) {
      const handed = await completeStep(
        tx,
        ctx,
        deps,
        { taskId, outcome: 'forward', trackingNumber },
        listId,
      );
      if (!handed.ok) return refusedRow(handed.refusal, at);
    }
    return ok({ listId, items: rows.length });
  });
}

/** A step or a number that stands twice on the list: one of them is a slip of the hand. */
function repeatedAt({ items }: HandToPostInput) {
  for (const field of ['taskId', 'trackingNumber'] as const) {
    const at = items.findIndex(
      (item, here) => items.findIndex((other) => other[field] === item[field]) < here,
    );
    if (at >= 0) {
      return refuseField(`/items/${at}/trackingNumber`, 'dossiers.post-row-twice');
    }
  }
  return undefined;
}

/** Dossiers are locked in one order, so that two lists at once never wait for each other in a circle. */
async function inLockOrder(tx: Tx, ctx: CommandContext, { items }: HandToPostInput) {
  const rows = [];
  for (const [at, item] of items.entries()) {
    const task = await findTask(tx, ctx.jurisdiction, item.taskId);
    rows.push({ ...item, at, dossierId: task?.dossier_id ?? '', unitId: task?.unit_id, kind: task?.kind });
  }
  return rows.sort((a, b) => (a.dossierId < b.dossierId ? -1 : 1));
}

function refusedRow(refusal: Refusal, at: number) {
  const [first] = refusal.fields ?? [];
  const { type, params } = first ?? refusal;
  const field = { pointer: `/items/${at}/trackingNumber`, type, ...(params && { params }) };
  return refuse(refusal.kind, refusal.type, {
    ...(refusal.params && { params: refusal.params }),
    fields: [field],
  });
}
