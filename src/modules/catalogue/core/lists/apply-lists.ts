import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { Channel, Component, Fee, ProcedureContent, TimeLimit } from '../content.ts';
import type { Listed, ListFacts } from './list-entry.ts';

/**
 * A text as it is applied on a day: what the lists in force then change of it. The dossier, the guide and the fee read
 * this; the published text stays as it is. The post list decides about the post, the others only give or shorten.
 */
export function applyLists(
  content: ProcedureContent,
  lists: readonly Listed[],
  on: PlainDate,
): ProcedureContent {
  return lists.reduce((applied, listed) => applyOne(applied, listed.facts, listed.source, on), content);
}

function applyOne(
  content: ProcedureContent,
  facts: ListFacts,
  source: string,
  on: PlainDate,
): ProcedureContent {
  switch (facts.list) {
    case 'essential':
      return content;
    case 'interconnected':
      return {
        ...content,
        interconnection: {
          kind: facts.kind,
          ...(facts.name === undefined ? {} : { name: facts.name }),
          ...(facts.procedures === undefined ? {} : { procedures: facts.procedures.map(({ code }) => code) }),
        },
      };
    case 'post':
      return {
        ...content,
        channels: withPost(content.channels, facts.intake),
        publicPost: { intake: facts.intake, return: facts.return },
      };
    case 'paperless':
      return isPaperless(facts.weekdays, on)
        ? { ...content, components: content.components.map(withoutPaper) }
        : content;
    case 'onlineTime':
      return {
        ...content,
        timeLimits: content.timeLimits.flatMap((limit) => shortenOnline(limit, facts.percent, source)),
      };
    case 'onlineFee':
      return {
        ...content,
        fees: content.fees.map((fee) =>
          facts.fees === undefined || facts.fees.includes(fee.key)
            ? reduceOnline(fee, facts.rule, source)
            : fee,
        ),
      };
  }
}

function withPost(channels: readonly Channel[], offered: boolean): Channel[] {
  const others = channels.filter((channel) => channel !== 'post');
  return offered ? [...others, 'post'] : others;
}

/** Whether the day is one of these days of the week: 1 Monday … 7 Sunday; without any, every day is. */
export function isPaperless(weekdays: readonly number[] | undefined, on: PlainDate): boolean {
  return weekdays === undefined || weekdays.includes(new Date(`${on}T00:00:00Z`).getUTCDay() || 7);
}

/** Handed in as data: no sheet of it is asked for. What is only shown is still shown. */
function withoutPaper(component: Component): Component {
  if (component.mode === 'present') return component;
  const { originals: _originals, copies: _copies, certifiedCopies: _certified, ...rest } = component;
  return { ...rest, digitisable: true };
}

/** The limit for the other channels, and its shorter twin online; a limit within the day is as short as it gets. */
function shortenOnline(limit: TimeLimit, percent: number, source: string): readonly TimeLimit[] {
  const { rule, channels } = limit;
  if (!rule || rule.unit === 'same-day' || (channels && !channels.includes('online'))) return [limit];
  const amount = Math.max(1, Math.ceil((rule.amount * (100 - percent)) / 100));
  const others = channels?.filter((channel) => channel !== 'online');
  return [
    ...(others?.length === 0 ? [] : [{ ...limit, ...(others ? { channels: others } : {}) }]),
    { ...limit, channels: ['online'], rule: { ...rule, amount }, note: source },
  ];
}

function reduceOnline(
  fee: Fee,
  rule: Extract<ListFacts, { list: 'onlineFee' }>['rule'],
  source: string,
): Fee {
  const reduction = {
    key: 'theo-danh-muc-truc-tuyen',
    name: 'Nộp trực tuyến',
    nameEn: 'Submitted online',
    channels: ['online' as const],
    rule,
    basis: source,
    certainty: 'verified' as const,
    doubts: [],
  };
  return { ...fee, reductions: [...(fee.reductions ?? []), reduction] };
}
