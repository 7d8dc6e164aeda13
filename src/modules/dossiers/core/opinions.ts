/** An opinion as far as going on with its step depends on it. */
export interface AskedOpinion {
  readonly for_task_id: string;
  readonly mandatory: boolean;
  readonly silence_consents: boolean;
  readonly due_at: Date;
  readonly closed_as: 'answered' | 'silence' | 'withdrawn' | null;
}

/** Open, and its due time has passed where the law takes silence for consent. */
export function isSilent(asked: AskedOpinion, now: Date): boolean {
  return asked.closed_as === null && asked.silence_consents && asked.due_at <= now;
}

/** What still keeps a step from going on: mandatory, unanswered, and not yet silent for long enough. */
export function missingOpinions<Asked extends AskedOpinion>(
  opinions: readonly Asked[],
  taskId: string,
  now: Date,
): readonly Asked[] {
  return opinions.filter(
    (asked) =>
      asked.for_task_id === taskId && asked.mandatory && asked.closed_as === null && !isSilent(asked, now),
  );
}

/** How it stands at an instant, for screens. */
export function opinionState(
  asked: AskedOpinion,
  now: Date,
): 'open' | 'overdue' | 'answered' | 'silence' | 'withdrawn' {
  if (asked.closed_as !== null) return asked.closed_as;
  if (isSilent(asked, now)) return 'silence';
  return asked.due_at <= now ? 'overdue' : 'open';
}
