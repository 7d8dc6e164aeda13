import type { Answers } from './applies.ts';
import { caseFor } from './case-for.ts';
import { componentsFor, type NeededComponent } from './components-for.ts';
import type { Channel, ProcedureCase, TimeLimit } from './content.ts';
import { type FeeQuote, feeFor, type Quantities } from './fee-for.ts';
import type { ProcedureVersion } from './procedure-version.ts';
import { timeLimitFor } from './time-limit-for.ts';

/** What somebody said about their matter; everything may still be open. */
export interface GuideRequest {
  readonly caseKey?: string | undefined;
  readonly answers: Answers;
  readonly channel?: Channel | undefined;
  readonly quantities: Quantities;
}

/** A time limit with what it is for; absent cases or channels mean all those still open. */
export interface GuideTime {
  readonly limit: TimeLimit;
  readonly cases?: readonly ProcedureCase[];
  readonly channels?: readonly Channel[];
}

/** What a citizen has to know for their matter: papers, time, fee. */
export interface Guide {
  readonly chosenCase?: ProcedureCase;
  readonly papers: readonly NeededComponent[];
  readonly times: readonly GuideTime[];
  readonly fees: FeeQuote;
}

/** The guide to one matter; what is not answered yet is left open rather than guessed. */
export function guideFor(version: Pick<ProcedureVersion, 'content'>, asked: GuideRequest): Guide {
  const { cases } = version.content;
  const chosenCase =
    caseFor(version, asked.answers) ?? cases.find((candidate) => candidate.key === asked.caseKey);
  const caseKey = chosenCase?.key;
  return {
    ...(chosenCase ? { chosenCase } : {}),
    papers: componentsFor(version, caseKey, asked.answers, asked.channel),
    times: timesFor(version, chosenCase ? [chosenCase] : cases, asked.channel),
    fees: feeFor(version, caseKey, asked.channel, asked.quantities, asked.answers),
  };
}

function timesFor(
  version: Pick<ProcedureVersion, 'content'>,
  cases: readonly ProcedureCase[],
  asked: Channel | undefined,
): readonly GuideTime[] {
  const open: readonly (Channel | undefined)[] =
    asked || version.content.channels.length === 0 ? [asked] : version.content.channels;
  const found = new Map<TimeLimit, { cases: Set<ProcedureCase>; channels: Set<Channel> }>();
  for (const candidate of cases) {
    for (const channel of open) {
      const limit = timeLimitFor(version, candidate.key, channel);
      if (!limit) continue;
      const entry = found.get(limit) ?? { cases: new Set(), channels: new Set() };
      entry.cases.add(candidate);
      if (channel) entry.channels.add(channel);
      found.set(limit, entry);
    }
  }
  return [...found].map(([limit, entry]) => ({
    limit,
    ...(entry.cases.size < cases.length ? { cases: [...entry.cases] } : {}),
    ...(entry.channels.size < open.length ? { channels: [...entry.channels] } : {}),
  }));
}
