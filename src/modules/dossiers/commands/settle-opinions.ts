import type { CommandContext } from '../../../kernel/context.ts';
import type { Tx } from '../../../platform/database.ts';
import type { DossierEvent } from '../core/events.ts';
import { isSilent } from '../core/opinions.ts';
import { closeOpinion, opinionsOf } from '../store/opinions.ts';
import { closeTask } from '../store/tasks.ts';

/** Closes what was still asked in a step that ends: silent where silence consents, else no longer wanted. */
export async function settleOpinions(
  tx: Tx,
  ctx: CommandContext,
  dossierId: string,
  forTasks: ReadonlySet<string>,
): Promise<readonly DossierEvent[]> {
  const events: DossierEvent[] = [];
  for (const asked of await opinionsOf(tx, ctx.jurisdiction, dossierId)) {
    if (asked.closed_as !== null || !forTasks.has(asked.for_task_id)) continue;
    const as = isSilent(asked, ctx.now) ? 'silence' : 'withdrawn';
    await closeOpinion(tx, ctx, dossierId, asked.opinion_id, { as });
    if (asked.task_id) await closeTask(tx, ctx, asked.task_id, { outcome: as });
    const payload = { opinionId: asked.opinion_id, as, unitId: asked.unit_id } as const;
    events.push({ type: 'dossiers.opinionClosed', payload });
  }
  return events;
}
