import { applies } from './applies.ts';
import type { Channel, TimeLimit } from './content.ts';
import type { ProcedureVersion } from './procedure-version.ts';

/**
 * The time limit of a case and channel: the most particular one published (case and channel before case
 * before channel before general). Undefined when none is; without `rule` only words are known.
 */
export function timeLimitFor(
  version: Pick<ProcedureVersion, 'content'>,
  caseKey: string,
  channel?: Channel,
): TimeLimit | undefined {
  return version.content.timeLimits
    .filter((limit) => applies(limit, caseKey, channel))
    .sort((one, other) => particularity(other) - particularity(one))[0];
}

function particularity(limit: TimeLimit): number {
  return (limit.cases ? 2 : 0) + (limit.channels ? 1 : 0);
}
