import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Advance } from '../../process/public.ts';
import type { DossierEvent } from '../core/events.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { DossierRow } from '../store/dossier-row.ts';
import { closeSuspension } from '../store/suspensions.ts';
import { closeTask, tasksOf } from '../store/tasks.ts';
import { settleOpinions } from './settle-opinions.ts';

/**
 * Going back may undo branches that others still work on, or a wait: their tasks close with it, what was asked in them is
 * no longer wanted, and a clock that a wait had stopped runs again.
 */
export async function withdrawTasks(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  dossier: DossierRow,
  moved: Advance,
): Promise<Result<readonly DossierEvent[]>> {
  const left = new Set(moved.closed.map((token) => token.node));
  if (left.size === 0) return ok([]);
  const undone = (await tasksOf(tx, ctx.jurisdiction, dossier.dossier_id)).filter(
    (task) => task.closed_at === null && left.has(task.step_key),
  );
  const events: DossierEvent[] = [];
  for (const task of undone) {
    await closeTask(tx, ctx, task.task_id, { outcome: 'back', facts: task.facts });
    const { suspensionId } = task.facts;
    if (typeof suspensionId !== 'string') continue;
    const resumed = await closeSuspension(tx, ctx, deps, dossier, suspensionId);
    if (!resumed.ok) return resumed;
    events.push(...resumed.value.events);
  }
  const ids = new Set(undone.map((task) => task.task_id));
  return ok([...(await settleOpinions(tx, ctx, dossier.dossier_id, ids)), ...events]);
}
