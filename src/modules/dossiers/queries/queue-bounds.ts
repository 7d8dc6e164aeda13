import type { OfficerActor } from '../../../kernel/actor.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import { addDays, dayStart, plainDateOf } from '../../../kernel/plain-date.ts';
import { stepDue } from '../../process/public.ts';
import type { DossierDeps } from '../store/deps.ts';

/** The moments that lists of time are cut by. */
export interface QueueBounds {
  readonly now: Date;
  /** Midnight in Vietnam before and after now. */
  readonly dayStart: Date;
  readonly dayEnd: Date;
  /** One working day of 8 hours from now by the calendar of the officer's unit: due by then is "sắp đến hạn". */
  readonly soon: Date;
}

const workingDay = { hours: 8 };

export function queueBounds(
  deps: Pick<DossierDeps, 'process'>,
  ctx: QueryContext,
  officer: OfficerActor,
): QueueBounds {
  const today = plainDateOf(ctx.now);
  const unitId = officer.posts[0]?.unitId;
  const calendar = unitId && deps.process.calendarOf(unitId, today);
  const dayEnd = dayStart(addDays(today, 1));
  return {
    now: ctx.now,
    dayStart: dayStart(today),
    dayEnd,
    soon: (calendar && stepDue(workingDay, ctx.now, calendar)) ?? dayEnd,
  };
}
