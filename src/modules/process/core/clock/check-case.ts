import { type Refused, refuseField } from '../../../../kernel/result.ts';
import type { DueCase } from './due.ts';
import { dayOf, minuteOf, parseClock } from './local-minute.ts';
import { compiledFrom, compiledTo } from './working-calendar.ts';

/** Largest amount looked at: far beyond any law, and months of it still make a date. */
const greatestAmount = 100_000;

/** Why a case cannot be counted, with the field; undefined when it can. Runs on every computation, so it is plain. */
export function checkCase(dueCase: DueCase): Refused | undefined {
  const { rule, receivedAt, asOf, suspensions } = dueCase;
  if (!Number.isInteger(rule.amount) || rule.amount < 1)
    return refuseField('/amount', 'process.amount-not-whole');
  if (rule.amount > greatestAmount) return refuseField('/amount', 'process.due-out-of-range');
  if (rule.cutOff !== null && parseClock(rule.cutOff) === undefined)
    return refuseField('/cutOff', 'process.cut-off-invalid');
  if (!inRange(receivedAt)) return refuseField('/receivedAt', 'process.instant-invalid');
  if (!inRange(asOf)) return refuseField('/asOf', 'process.instant-invalid');
  for (let at = 0; at < suspensions.length; at++) {
    const suspension = suspensions[at];
    if (!suspension) continue;
    if (!inRange(suspension.from)) return refuseField(`/suspensions/${at}/from`, 'process.instant-invalid');
    if (suspension.to === null) continue;
    if (!inRange(suspension.to)) return refuseField(`/suspensions/${at}/to`, 'process.instant-invalid');
    if (suspension.to < suspension.from)
      return refuseField(`/suspensions/${at}/to`, 'process.suspension-out-of-order');
  }
  return undefined;
}

/** False also for an instant that is none. */
function inRange(instant: Date): boolean {
  const day = dayOf(minuteOf(instant));
  return day >= compiledFrom && day < compiledTo;
}
