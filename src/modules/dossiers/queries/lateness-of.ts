import type { QueryContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { heldMinutes, type Suspension } from '../../process/public.ts';
import { accountFor, type LatenessAccount, type StepStay } from '../core/lateness.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { TaskRow } from '../store/tasks.ts';

/** What a stay is counted from. */
export type StayRow = Pick<
  TaskRow,
  'step_key' | 'step_name' | 'kind' | 'unit_id' | 'hours' | 'opened_at' | 'closed_at'
>;

/**
 * How long a dossier lay at which unit and step, by the calendar of each unit, and whose delay it is. The intake before
 * acceptance has a clock of its own and does not count.
 */
export function latenessOf(
  deps: Pick<DossierDeps, 'process'>,
  ctx: Pick<QueryContext, 'now'>,
  tasks: readonly StayRow[],
  log: readonly Suspension[],
): LatenessAccount {
  return accountFor(
    tasks
      .filter((task) => task.kind !== 'intake')
      .map((task): StepStay => {
        const until = task.closed_at ?? ctx.now;
        const calendar = deps.process.calendarOf(task.unit_id, plainDateOf(until));
        return {
          stepKey: task.step_key,
          stepName: task.step_name,
          unitId: task.unit_id,
          shareMinutes: Math.round(task.hours * 60),
          isOpen: task.closed_at === null,
          ...heldMinutes(calendar, task.opened_at, until, log),
        };
      }),
  );
}
