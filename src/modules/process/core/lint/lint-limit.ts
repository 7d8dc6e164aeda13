import type { DueRule } from '../clock/due-rule.ts';
import type { Flow } from '../flow/flow.ts';
import { longestHours } from '../flow/longest-way.ts';
import type { LintContext, ProcessFinding } from './finding.ts';

/** Holds the hours of the longest way against the legal limit, a day being eight working hours. */
export function lintLimit(flow: Flow, limit: LintContext['limit']): readonly ProcessFinding[] {
  if (limit === undefined) return [];
  const hours = longestHours(flow);
  const found = (name: string, params: ProcessFinding['params'] = {}): ProcessFinding[] => [
    { at: '', type: `process.lint-${name}`, params: { hours, ...params }, severity: 'warning' },
  ];
  if (limit === null) return found('limit-absent');
  const most = workingHoursOf(limit.rule);
  if (most === undefined) return found('limit-in-calendar-time');
  return [
    ...(limit.verified ? [] : found('limit-unverified', { limit: most })),
    ...(hours > most ? found('limit-exceeded', { limit: most }) : []),
    ...(hours < most ? found('limit-not-used', { limit: most }) : []),
  ];
}

/** A limit in working hours; undefined for limits that count every day, which steps cannot be held against. */
function workingHoursOf({ unit, amount }: Pick<DueRule, 'unit' | 'amount'>): number | undefined {
  if (unit === 'working-hours') return amount;
  if (unit === 'working-days') return amount * 8;
  return unit === 'same-day' ? 8 : undefined;
}
