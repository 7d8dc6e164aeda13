import type { QueryContext } from '../../../kernel/context.ts';
import { can } from '../../identity/public.ts';
import type { DossierRow } from './dossier-row.ts';
import type { TaskRow } from './tasks.ts';

const over = new Set(['refused', 'stopped', 'completed', 'returned']);

/** Who may put pictures of papers on a dossier: the counter that received it and whoever works on it, until it is over. */
export function mayScan(
  ctx: QueryContext,
  dossier: Pick<DossierRow, 'phase' | 'received_unit_id'>,
  tasks: readonly TaskRow[],
): boolean {
  if (ctx.actor.kind !== 'officer' || over.has(dossier.phase)) return false;
  const places = tasks
    .filter((task) => task.closed_at === null && task.kind !== 'opinion')
    .map((task) => task.unit_id);
  return (
    can(ctx.actor, 'dossiers.accept', [dossier.received_unit_id]) ||
    (places.length > 0 && can(ctx.actor, 'dossiers.work', places))
  );
}
