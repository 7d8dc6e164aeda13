import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Phase } from '../contract.ts';

/** What may be done to a dossier as a whole; steps within `inProcess` belong to its process. */
export type Act =
  | 'accept'
  | 'refuseIntake'
  | 'takeUp'
  | 'advance'
  | 'attachResult'
  | 'complete'
  | 'handOver'
  | 'stop';

interface Rule {
  readonly from: readonly Phase[];
  readonly to: Phase;
}

/** Few phases, many flags: the ten national statuses are derived, steps live in the process. */
const rules: Readonly<Record<Act, Rule>> = {
  accept: { from: ['submitted'], to: 'accepted' },
  refuseIntake: { from: ['submitted'], to: 'refused' },
  takeUp: { from: ['accepted', 'inProcess'], to: 'inProcess' },
  advance: { from: ['accepted', 'inProcess'], to: 'inProcess' },
  attachResult: { from: ['accepted', 'inProcess'], to: 'inProcess' },
  complete: { from: ['accepted', 'inProcess'], to: 'completed' },
  handOver: { from: ['completed'], to: 'returned' },
  stop: { from: ['accepted', 'inProcess'], to: 'stopped' },
};

/** The phase after the act; refuses `dossiers.wrong-phase` where the law does not allow it from here. */
export function phaseAfter(phase: Phase, act: Act): Result<Phase> {
  const rule = rules[act];
  return rule.from.includes(phase)
    ? ok(rule.to)
    : refuse('conflict', 'dossiers.wrong-phase', { params: { phase, act } });
}

/** The national status code (1–10) of a phase; 5 and 6 come from what is open in the suspension log. */
export function nationalStatus(phase: Phase, waiting: 5 | 6 | null): number {
  return waiting ?? nationalStatusOf[phase];
}

const nationalStatusOf: Readonly<Record<Phase, number>> = {
  submitted: 1,
  accepted: 2,
  refused: 3,
  inProcess: 4,
  stopped: 8,
  completed: 9,
  returned: 10,
};
