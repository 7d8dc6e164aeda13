import { z } from 'zod';
import { dayInput } from '../../../kernel/day-input.ts';
import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Refused, refuseField } from '../../../kernel/result.ts';
import { type LentAct, lentActs, lentLetters } from './lent-posts.ts';
import { type SigningPost, signingForm } from './signature-lines.ts';

const person = z.uuid().transform((text) => text as Id<'person'>);
const names = z.array(z.string().trim().min(1).max(300)).max(50).default([]);

/** What one post lends to one person, from the first to the last day, by which decision. */
export const giveDelegationInput = z.strictObject({
  kind: z.enum(['authorised', 'signingFor']),
  /** The post whose power is lent. */
  principalPostId: z.uuid(),
  delegatePersonId: person,
  decisionNumber: z.string().trim().min(1).max(60),
  decisionOn: dayInput,
  fromOn: dayInput,
  lastOn: dayInput,
  acts: z.array(z.enum(lentActs)).min(1),
  sectors: names,
  procedures: names,
  mayPassOn: z.boolean().default(false),
  /** The delegation it is passed on from, where its decision allows that. */
  passedOnFrom: z.uuid().optional(),
});
export type GiveDelegationInput = z.infer<typeof giveDelegationInput>;

export const answerDelegationInput = z.strictObject({ delegationId: z.uuid() });

export const endDelegationInput = z.strictObject({
  delegationId: z.uuid(),
  reason: z.string().trim().min(3).max(500),
});

/** What is known of both sides when a delegation is given. */
export interface DelegationFacts {
  readonly today: PlainDate;
  readonly principal: SigningPost & { readonly personId: Id<'person'> };
  /** Who gives it: the principal, or a delegate who passes it on. */
  readonly giver: Id<'person'>;
  /** Acts whose permission the principal's post holds. */
  readonly held: readonly LentAct[];
  /** Posts of the delegate in the agency of the principal; none: a stranger. */
  readonly delegate: readonly (SigningPost & { readonly isSamePlace: boolean })[];
  /** Set where a delegate passes on what was lent to them. */
  readonly passedOn?: LentBounds;
}

/** The bounds of something lent, within which it may be passed on. */
export interface LentBounds {
  readonly acts: readonly string[];
  readonly sectors: readonly string[];
  readonly procedures: readonly string[];
  readonly fromOn: PlainDate;
  readonly lastOn: PlainDate;
  readonly mayPassOn: boolean;
}

/**
 * Why this may not be given; undefined when it may. Signing by authority is given by the head, in writing, for a time,
 * and not passed on (NĐ 30/2020, Điều 13); a deputy signs for the head, who assigns the fields.
 */
export function refusedDelegation(wanted: GiveDelegationInput, facts: DelegationFacts): Refused | undefined {
  return (
    datesFault(wanted, facts.today) ??
    principalFault(wanted, facts) ??
    delegateFault(wanted, facts) ??
    passingFault(wanted, facts.passedOn)
  );
}

function datesFault(wanted: GiveDelegationInput, today: PlainDate): Refused | undefined {
  if (wanted.decisionOn > today) return refuseField('/decisionOn', 'identity.decision-in-future');
  if (wanted.fromOn < wanted.decisionOn) return refuseField('/fromOn', 'identity.before-decision');
  if (wanted.lastOn < wanted.fromOn) return refuseField('/lastOn', 'identity.days-reversed');
  if (wanted.lastOn < today) return refuseField('/lastOn', 'identity.days-over');
  return undefined;
}

function principalFault(wanted: GiveDelegationInput, { principal, held }: DelegationFacts) {
  const form = signingForm(principal.signatureLines);
  if (form === 'deputy') return refuseField('/principalPostId', 'identity.delegation-by-deputy');
  if (!leads(held)) return refuseField('/principalPostId', 'identity.delegation-not-leading');
  if (wanted.acts.some((act) => !held.includes(act)))
    return refuseField('/acts', 'identity.delegation-not-held');
  if (form === 'byOrder' && wanted.acts.some(isLetter))
    return refuseField('/acts', 'identity.delegation-by-order');
  return undefined;
}

function delegateFault(wanted: GiveDelegationInput, { principal, giver, delegate }: DelegationFacts) {
  if (wanted.delegatePersonId === principal.personId || wanted.delegatePersonId === giver)
    return refuseField('/delegatePersonId', 'identity.delegation-to-self');
  if (delegate.length === 0) return refuseField('/delegatePersonId', 'identity.delegation-to-stranger');
  const isDeputy = delegate.some((post) => post.isSamePlace && signingForm(post.signatureLines) === 'deputy');
  if (wanted.kind === 'authorised') return undefined;
  if (!isDeputy) return refuseField('/delegatePersonId', 'identity.delegation-not-deputy');
  if (!wanted.acts.every(isLetter)) return refuseField('/acts', 'identity.deputy-signs-only');
  return undefined;
}

function passingFault(wanted: GiveDelegationInput, from: LentBounds | undefined): Refused | undefined {
  const passes = wanted.mayPassOn || from !== undefined;
  if (passes && (wanted.kind === 'signingFor' || wanted.acts.some(isLetter)))
    return refuseField('/mayPassOn', 'identity.signing-not-passed-on');
  if (!from) return undefined;
  if (!from.mayPassOn || wanted.mayPassOn) return refuseField('/mayPassOn', 'identity.not-passed-on');
  return isWithin(wanted, from) ? undefined : refuseField('/acts', 'identity.passed-on-beyond');
}

function isWithin(wanted: GiveDelegationInput, from: LentBounds): boolean {
  const isLimited = from.sectors.length > 0 || from.procedures.length > 0;
  const limits = [...wanted.sectors, ...wanted.procedures];
  return (
    wanted.acts.every((act) => from.acts.includes(act)) &&
    wanted.fromOn >= from.fromOn &&
    wanted.lastOn <= from.lastOn &&
    (!isLimited ||
      (limits.length > 0 &&
        wanted.sectors.every((each) => from.sectors.includes(each)) &&
        wanted.procedures.every((each) => from.procedures.includes(each))))
  );
}

/** Whether a post with these acts has something to lend: whoever only does work does not choose who does it. */
export function leads(held: readonly LentAct[]): boolean {
  return held.some((act) => act === 'assign' || isLetter(act));
}

export function isLetter(act: LentAct): boolean {
  return lentLetters.some((letter) => letter === act);
}

/** Where a delegation stands on a day. */
export type DelegationState = 'offered' | 'declined' | 'coming' | 'now' | 'over' | 'ended';

export function delegationState(
  row: {
    readonly accepted_at: Date | null;
    readonly declined_at: Date | null;
    readonly ended_at: Date | null;
    readonly from_on: PlainDate;
    readonly until_on: PlainDate;
  },
  today: PlainDate,
): DelegationState {
  if (row.ended_at) return 'ended';
  if (row.declined_at) return 'declined';
  if (row.until_on <= today) return 'over';
  if (!row.accepted_at) return 'offered';
  return row.from_on > today ? 'coming' : 'now';
}

/** Whether it holds or may still come to: only then is there something to end. */
export function isOpen(state: DelegationState): boolean {
  return state === 'offered' || state === 'coming' || state === 'now';
}

/** What an officer is to a delegation: whoever passed it on lent it too; `other` takes no part. */
export type DelegationSide = 'principal' | 'delegate' | 'other';

export function sideOf(
  row: {
    readonly principal_person_id: Id<'person'>;
    readonly delegate_person_id: Id<'person'>;
    readonly created_by: Id<'account'>;
  },
  officer: { readonly personId: Id<'person'>; readonly accountId: Id<'account'> },
): DelegationSide {
  if (row.principal_person_id === officer.personId || row.created_by === officer.accountId)
    return 'principal';
  return row.delegate_person_id === officer.personId ? 'delegate' : 'other';
}
