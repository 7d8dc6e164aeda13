import type { Channel, Condition } from './content.ts';

/** Answers to a version's questions: question key → option key. */
export type Answers = Readonly<Record<string, string>>;

interface Scope {
  readonly cases?: readonly string[] | undefined;
  readonly channels?: readonly Channel[] | undefined;
}

/** Whether something scoped to cases and channels concerns this case and channel; one not yet chosen may be any. */
export function applies(scope: Scope, caseKey: string | undefined, channel?: Channel): boolean {
  if (caseKey !== undefined && scope.cases && !scope.cases.includes(caseKey)) return false;
  return !(channel && scope.channels && !scope.channels.includes(channel));
}

/** Whether the condition holds; undefined while a question it needs is not answered. */
export function holds(condition: Condition, answers: Answers): boolean | undefined {
  let open = false;
  for (const part of condition) {
    const answer = answers[part.question];
    if (answer === undefined) open = true;
    else if (!part.in.includes(answer)) return false;
  }
  return open ? undefined : true;
}
