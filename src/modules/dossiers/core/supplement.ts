import type { FieldRefusal } from '../../../kernel/refusal.ts';
import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import type { SupplementAsk } from '../contract.ts';
import type { ListedComponent } from './intake.ts';

/** Before acceptance the counter asks; afterwards the officer whose step it is: two different events. */
export type SupplementStage = 'intake' | 'appraisal';

export interface SupplementFacts {
  readonly listed: readonly Pick<ListedComponent, 'key' | 'name' | 'need'>[];
  /** Requests of this stage that stand (taken back ones do not count). */
  readonly earlier: number;
  /** How many the procedure's version allows. */
  readonly lawful: number;
  /** Calendar days as texts: they compare as they are written. */
  readonly today: string;
  readonly latest: string;
}

/**
 * Whether this notice may go out: it names papers of the published list only, each once and with its reason, none that is
 * unverified (practice 21), by a day that leaves time, and no more often than the procedure allows (practice 4).
 */
export function checkSupplement(
  wanted: Pick<SupplementAsk, 'items' | 'answerBy' | 'unlisted'>,
  facts: SupplementFacts,
): Result<null> {
  if (facts.earlier >= facts.lawful) {
    return refuse('conflict', 'dossiers.supplement-limit', { params: { lawful: facts.lawful } });
  }
  const keys = new Set(facts.listed.map(({ key }) => key));
  const outside = wanted.items.find((item) => !keys.has(item.componentKey));
  if (outside || wanted.unlisted !== undefined) {
    return refuseField('/unlisted', unlistedPaper, { params: { component: outside?.componentKey ?? '' } });
  }
  if (wanted.items.length === 0) return refuseField('/items', 'dossiers.supplement-empty');
  const fields = wanted.items.flatMap((item, at) => faultsOf(item, at, wanted.items, facts));
  if (wanted.answerBy <= facts.today || wanted.answerBy > facts.latest) {
    const params = { latest: facts.latest.split('-').reverse().join('/') };
    fields.push({ pointer: '/answerBy', type: 'dossiers.supplement-day', params });
  }
  return fields.length === 0 ? ok(null) : refuse('invalid', 'dossiers.supplement-wrong', { fields });
}

/** Refused because a paper is not on the published list: counted, and the officer shown the way to correct the list. */
export const unlistedPaper = 'dossiers.component-not-listed';

function faultsOf(
  item: SupplementAsk['items'][number],
  at: number,
  items: SupplementAsk['items'],
  { listed }: SupplementFacts,
): FieldRefusal[] {
  const paper = listed.find(({ key }) => key === item.componentKey);
  const say = (type: string): FieldRefusal => ({
    pointer: `/items/${at}/reason`,
    type,
    params: { name: paper?.name ?? item.componentKey },
  });
  return [
    ...(items.findIndex((other) => other.componentKey === item.componentKey) < at
      ? [say('dossiers.supplement-twice')]
      : []),
    ...(paper?.need === 'unverified' ? [say('dossiers.supplement-unverified')] : []),
    ...(item.reason.length < shortestReason ? [say('dossiers.supplement-reason')] : []),
  ];
}

/** Letters of a reason that says something. */
const shortestReason = 10;

/** An answer is whole when every paper asked for has a file, or the note says why not; names the papers that lack one. */
export function checkAnswer(
  items: readonly { readonly key: string; readonly name: string }[],
  given: ReadonlySet<string>,
  note: string | undefined,
): Result<null> {
  const missing = items.filter(({ key }) => !given.has(key));
  if (missing.length === 0 || (note !== undefined && note.length >= shortestReason)) return ok(null);
  return refuse('invalid', 'dossiers.supplement-unanswered', {
    fields: missing.map(({ key, name }) => ({
      pointer: `/items/${key}`,
      type: 'dossiers.supplement-paper-missing',
      params: { name },
    })),
  });
}
