import { applies } from '../applies.ts';
import type { Channel, Fee, TimeLimit } from '../content.ts';
import type { ProcedureText } from '../procedure-text.ts';
import { timeLimitFor } from '../time-limit-for.ts';
import type { Finding, LintRule } from './finding.ts';

interface Matter {
  readonly caseKey: string;
  readonly caseName: string;
  readonly channel: Channel | undefined;
}

/** Every case by every channel has one time limit, and the process keeps it. */
export const timeLimitsHold: LintRule = (text, around) => {
  const missing: Finding[] = [];
  const others = new Map<string, Finding>();
  for (const { caseKey, caseName, channel } of mattersOf(text)) {
    const limit = timeLimitFor(text, caseKey, channel);
    if (!limit) {
      missing.push({
        type: 'time-limit-missing',
        severity: 'error',
        pointer: '/content/timeLimits',
        params: { case: caseName, channel: channel ?? '' },
      });
      continue;
    }
    const pointer = `/content/timeLimits/${text.content.timeLimits.indexOf(limit)}`;
    const rival = text.content.timeLimits.findIndex(
      (each) => each !== limit && applies(each, caseKey, channel) && sameReach(each, limit),
    );
    if (rival >= 0)
      others.set(`overlap ${rival}`, {
        type: 'time-limits-overlap',
        severity: 'error',
        pointer: `/content/timeLimits/${rival}`,
        params: { case: caseName },
      });
    if (!limit.rule || limit.certainty === 'unverified')
      others.set(`unknown ${pointer}`, { type: 'time-limit-unknown', severity: 'warning', pointer });
    const hours = around.processHours.get(caseKey);
    const most = limit.rule && hoursOf(limit.rule);
    if (hours !== undefined && most !== undefined && hours > most)
      others.set(`process ${caseKey} ${pointer}`, {
        type: 'process-too-long',
        severity: 'error',
        pointer,
        params: { case: caseName, hours, limit: most },
      });
  }
  return [...missing, ...others.values()];
};

/** Working hours the limit gives at most: 8 a day (practice 2); days of the calendar at most all worked. */
function hoursOf({ unit, amount }: NonNullable<TimeLimit['rule']>): number {
  switch (unit) {
    case 'working-hours':
      return amount;
    case 'working-days':
    case 'calendar-days':
      return amount * 8;
    case 'same-day':
      return 8;
    case 'calendar-weeks':
      return amount * 7 * 8;
    case 'calendar-months':
      return amount * 31 * 8;
  }
}

function sameReach(one: TimeLimit, other: TimeLimit): boolean {
  return Boolean(one.cases) === Boolean(other.cases) && Boolean(one.channels) === Boolean(other.channels);
}

/** Every case by every channel is told what it costs, each fee once, with what it rests on. */
export const feesHold: LintRule = (text) => {
  const { fees } = text.content;
  const found = new Map<string, Finding>();
  for (const { caseKey, caseName, channel } of mattersOf(text)) {
    const asked = fees.filter((fee) => applies(fee, caseKey, channel));
    if (fees.length > 0 && asked.length === 0)
      found.set(`none ${caseKey} ${channel}`, {
        type: 'fee-missing',
        severity: 'error',
        pointer: '/content/fees',
        params: { case: caseName, channel: channel ?? '' },
      });
    for (const fee of asked) {
      const twin = asked.find((each) => each !== fee && isSameFee(each, fee));
      const at = twin && Math.max(fees.indexOf(fee), fees.indexOf(twin));
      if (at !== undefined)
        found.set(`twice ${at}`, {
          type: 'fees-overlap',
          severity: 'error',
          pointer: `/content/fees/${at}`,
          params: { name: fee.name, case: caseName },
        });
    }
  }
  return [...found.values(), ...fees.flatMap(feeFindings)];
};

function isSameFee(one: Fee, other: Fee): boolean {
  return one.name === other.name && one.type === other.type;
}

function feeFindings(fee: Fee, index: number): readonly Finding[] {
  const pointer = `/content/fees/${index}`;
  const params = { name: fee.name };
  const costs = fee.rule !== undefined && fee.rule.kind !== 'free';
  return [
    ...(fee.rule && fee.certainty === 'verified'
      ? []
      : [{ type: 'fee-unknown', severity: 'warning', pointer, params } as const]),
    ...(fee.doubts.includes('decided-by-council') && !fee.basis
      ? [
          {
            type: 'fee-without-resolution',
            severity: fee.certainty === 'verified' ? 'error' : 'warning',
            pointer,
            params,
          } as const,
        ]
      : []),
    ...(costs && !fee.basis && !fee.doubts.includes('decided-by-council')
      ? [{ type: 'fee-without-basis', severity: 'warning', pointer, params } as const]
      : []),
  ];
}

function mattersOf({ content: { cases, channels } }: ProcedureText): readonly Matter[] {
  const ways: readonly (Channel | undefined)[] = channels.length === 0 ? [undefined] : channels;
  return cases.flatMap(({ key, name }) => ways.map((channel) => ({ caseKey: key, caseName: name, channel })));
}
