import type { OfficerActor, Role } from '../../../kernel/actor.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { hiddenFrom, type MaskingRules } from '../../privacy/public.ts';
import type { ClosedFiles } from '../contract.ts';

/** A step as far as its end is concerned. */
interface EndedStep {
  readonly closed_at: Date | null;
  readonly closed_by: string | null;
}

/**
 * Which files of a dossier show what its page masks for the reader. Whoever has a step in hand works with the papers; letters
 * name contacts and follow the mask; and what somebody has just made at the end of a step is theirs to print that day.
 */
export function closedFiles(
  rules: MaskingRules,
  working: readonly Role[],
  { accountId }: OfficerActor,
  steps: readonly EndedStep[],
  now: Date,
): ClosedFiles {
  const today = plainDateOf(now);
  const hasWorkedToday = steps.some(
    (step) =>
      step.closed_by === accountId && step.closed_at !== null && plainDateOf(step.closed_at) === today,
  );
  const isAtWork = working.length > 0;
  return {
    papers: !isAtWork,
    letters: hiddenFrom(rules, working).size > 0 && !hasWorkedToday,
    results: !isAtWork && !hasWorkedToday,
  };
}
