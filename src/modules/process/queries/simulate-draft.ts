import type { QueryContext } from '../../../kernel/context.ts';
import { isUuid } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { can } from '../../identity/public.ts';
import { computeDue } from '../core/clock/compute-due.ts';
import type { DueRule } from '../core/clock/due-rule.ts';
import { promiseDue } from '../core/clock/promise-due.ts';
import type { WorkingCalendar } from '../core/clock/working-calendar.ts';
import { graphOf } from '../core/editing/graph-of.ts';
import { type SimulatedStep, simulate } from '../core/editing/simulate.ts';
import { stepsOfRows } from '../core/editing/steps-of-rows.ts';
import { callsOn, flowsOf } from '../store/called-flows.ts';
import { findDraft } from '../store/drafts.ts';
import type { DraftQueryDeps } from './process-drafts.ts';

/** What a trial run is asked with. `rule` is the procedure's published time limit. */
export interface SimulationInput {
  readonly draftId: string;
  readonly startAt: Date;
  readonly calendar: string;
  readonly waits: Readonly<Record<string, number>>;
  readonly choices: Readonly<Record<string, string>>;
  readonly rule?: DueRule | undefined;
}

/** A step of the run with the count of its time in words. */
export interface SimulatedLine extends SimulatedStep {
  readonly explanation: readonly string[];
}

export interface SimulationView {
  readonly steps: readonly SimulatedLine[];
  readonly endAt?: Date;
  /** When the published time limit would end, its suspensions left out. */
  readonly limitAt?: Date;
}

/**
 * Plays a draft once. Refuses `process.calendar-unknown`, and what the table is refused with when it cannot run yet.
 */
export async function simulateDraft(
  deps: DraftQueryDeps & { readonly calendarNamed: (code: string) => WorkingCalendar | undefined },
  ctx: QueryContext,
  { draftId, calendar: code, rule, ...assumed }: SimulationInput,
): Promise<Result<SimulationView>> {
  if (!can(ctx.actor, 'process.edit')) return refuse('forbidden', 'process.not-allowed');
  const draft = isUuid(draftId) ? await findDraft(deps.db, draftId) : undefined;
  if (draft === undefined) return refuse('not-found', 'process.draft-not-found');
  const calendar = deps.calendarNamed(code);
  if (calendar === undefined)
    return refuse('invalid', 'process.calendar-unknown', { params: { name: code } });
  const { steps: table } = stepsOfRows(draft.content.rows);
  const calls = draft.bpmn === null ? [] : await callsOn(deps.db, draft.bpmn, plainDateOf(ctx.now));
  const compiled = await graphOf({ steps: table, bpmn: draft.bpmn }, flowsOf(calls));
  if (!compiled.ok) return refuse('invalid', 'process.table-invalid');
  const { steps, suspensions, endAt } = simulate(compiled.graph, { ...assumed, calendar });
  const asOf = endAt ?? assumed.startAt;
  const limit = rule && computeDue(calendar, { rule, receivedAt: assumed.startAt, asOf, suspensions });
  return ok({
    steps: steps.map((line) => ({ ...line, explanation: explained(calendar, line) })),
    ...(endAt === undefined ? {} : { endAt }),
    ...(limit?.ok === true ? { limitAt: limit.value.dueAt } : {}),
  });
}

/** Day by day where the time is whole hours: the clock's own words. */
function explained(calendar: WorkingCalendar, { hours, opensAt }: SimulatedStep): readonly string[] {
  if (!Number.isInteger(hours) || hours < 1) return [];
  const rule = {
    unit: 'working-hours',
    amount: hours,
    cutOff: null,
    dueAt: 'end-of-day',
    roll: 'next',
  } as const;
  const promise = promiseDue(calendar, rule, opensAt);
  return promise.ok ? promise.value.explanation.slice(1) : [];
}
