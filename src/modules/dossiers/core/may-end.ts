import type { Role } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { allowedOutcomes, findStep, findWait, type ProcessGraph } from '../../process/public.ts';

/** A task as far as this decision goes. */
interface OpenTask {
  readonly step_key: string;
  readonly kind: string;
  readonly unit_id: Id<'unit'>;
  readonly role: Role;
  readonly closed_at: Date | null;
}

/**
 * Posts that may end a dossier or answer a wish to withdraw it: whoever has an open step that may stop it (a wait
 * included), and a leader of the resolving agency at any time.
 */
export function postsThatMayEnd(
  graph: ProcessGraph,
  tasks: readonly OpenTask[],
  competentUnitId: Id<'unit'>,
): readonly { readonly role: Role; readonly unitId: Id<'unit'> }[] {
  const steps = tasks
    .filter((task) => task.closed_at === null && mayStop(graph, task.step_key))
    .map((task) => ({ role: task.role, unitId: task.unit_id }));
  return [...steps, { role: 'leader', unitId: competentUnitId }];
}

function mayStop(graph: ProcessGraph, key: string): boolean {
  const step = (findStep(graph, key) ?? findWait(graph, key))?.step;
  return step !== undefined && allowedOutcomes(step).includes('stop');
}
