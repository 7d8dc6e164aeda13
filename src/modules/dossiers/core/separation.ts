/** A step that somebody has done on a dossier. */
export interface DoneStep {
  readonly step_key: string;
  readonly step_name: string;
  readonly outcome: string | null;
  readonly closed_by_person: string | null;
}

/**
 * The step that keeps a person from doing another one, where the process keeps their duties apart; undefined when nothing
 * does. What counts is who did it, under whose power ever, and once is enough: a step done anew by somebody else does not
 * undo that.
 */
export function barringStep<Step extends DoneStep>(
  notBy: readonly string[],
  done: readonly Step[],
  person: string,
): Step | undefined {
  return done.find(
    (step) => step.outcome === 'forward' && step.closed_by_person === person && notBy.includes(step.step_key),
  );
}
