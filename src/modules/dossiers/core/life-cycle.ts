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
  | 'stop'
  | 'askAtIntake'
  | 'askWithdrawal'
  | 'transferAtIntake'
  | 'scan';

interface Rule {
  readonly from: readonly Phase[];
  /** Absent: it stays as it is. */
  readonly to?: Phase;
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
  askAtIntake: { from: ['submitted'] },
  askWithdrawal: { from: ['accepted', 'inProcess'] },
  transferAtIntake: { from: ['submitted'] },
  scan: { from: ['submitted', 'accepted', 'inProcess'] },
};

/** The phase after the act; refuses `dossiers.wrong-phase` where the law does not allow it from here. */
export function phaseAfter(phase: Phase, act: Act): Result<Phase> {
  const rule = rules[act];
  return rule.from.includes(phase)
    ? ok(rule.to ?? phase)
    : refuse('conflict', 'dossiers.wrong-phase', { params: { phase, act } });
}

/** What a running dossier waits for, besides its phase. */
export interface StatusFlags {
  /** 5 or 6 while papers or a financial duty are awaited. */
  readonly waiting_status: 5 | 6 | null;
  readonly withdrawal_requested_at: Date | null;
}

/**
 * The national status code (1–10): national-portal.md 4.3. A phase gives all but three; a wish to withdraw (7) goes before
 * papers or a duty awaited (5, 6).
 */
export function nationalStatus(phase: Phase, flags: StatusFlags): number {
  if (phase !== 'submitted' && phase !== 'accepted' && phase !== 'inProcess') return nationalStatusOf[phase];
  if (flags.withdrawal_requested_at !== null) return 7;
  return flags.waiting_status ?? nationalStatusOf[phase];
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
