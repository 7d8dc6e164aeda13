import type { DelegatedPost, HeldPost, OfficerActor } from '../../../kernel/actor.ts';

/** A step that somebody has done on a dossier. */
export interface DoneStep {
  readonly step_key: string;
  readonly step_name: string;
  readonly outcome: string | null;
  readonly closed_by_person: string | null;
  /** Whose power it was, where it was lent to whoever did it. */
  readonly by_power_of?: string | undefined;
}

/**
 * Everybody who stands behind an act: the hand that does it, and whose power it is. What a delegate does in the principal's
 * name is the principal's own act in law (BLDS 2015, Điều 139), so neither may do by the other what they may not do themselves.
 * Who does somebody's tasks ("phân công xử lý thay") acts in their own name.
 */
export function behindAct(
  officer: Pick<OfficerActor, 'personId'>,
  post: HeldPost | DelegatedPost | undefined,
): readonly string[] {
  return post && 'delegation' in post
    ? [officer.personId, post.delegation.principalPersonId]
    : [officer.personId];
}

/**
 * The step that keeps an act from the people behind it, where the process keeps their duties apart; undefined when nothing
 * does. Once is enough: a step done anew by somebody else does not undo that.
 */
export function barringStep<Step extends DoneStep>(
  notBy: readonly string[],
  done: readonly Step[],
  people: readonly string[],
): Step | undefined {
  return done.find(
    (step) =>
      step.outcome === 'forward' &&
      notBy.includes(step.step_key) &&
      [step.closed_by_person, step.by_power_of].some((each) => each != null && people.includes(each)),
  );
}
