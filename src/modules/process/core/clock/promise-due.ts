import { ok, type Result } from '../../../../kernel/result.ts';
import { computeDue } from './compute-due.ts';
import type { DuePromise } from './due.ts';
import type { DueRule } from './due-rule.ts';
import { explainDue } from './explain-due.ts';
import { renderExplanation } from './render-explanation.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** What is promised on a receipt. Stored with its explanation; an edited calendar never recomputes it. */
export function promiseDue(calendar: WorkingCalendar, rule: DueRule, receivedAt: Date): Result<DuePromise> {
  const dueCase = { rule, receivedAt, asOf: receivedAt, suspensions: [] };
  const due = computeDue(calendar, dueCase);
  if (!due.ok) return due;
  const lines = explainDue(calendar, dueCase);
  if (!lines.ok) return lines;
  const { dueAt, forecast } = due.value;
  return ok({ dueAt, forecast, explanation: renderExplanation(lines.value) });
}
