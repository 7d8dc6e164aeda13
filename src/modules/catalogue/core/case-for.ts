import { type Answers, holds } from './applies.ts';
import type { ProcedureCase } from './content.ts';
import type { ProcedureVersion } from './procedure-version.ts';

/**
 * The case the answers lead to: the only case, or the first whose condition holds. Undefined while the
 * answers are not enough or the cases are chosen by name.
 */
export function caseFor(
  version: Pick<ProcedureVersion, 'content'>,
  answers: Answers,
): ProcedureCase | undefined {
  const { cases } = version.content;
  if (cases.length === 1) return cases[0];
  return cases.find((candidate) => candidate.when && holds(candidate.when, answers) === true);
}
