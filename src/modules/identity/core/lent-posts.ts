import type { Actor, DelegatedPost, HeldPost, OfficerActor, Role } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { UnitDirectory } from './unit.ts';

/** Kinds of letters a power to sign may be limited to. */
export const lentLetters = ['result', 'supplement', 'stop', 'apology', 'extension'] as const;

/** Everything that can be lent: signing letters by their kind, doing the steps of the post, giving work out. */
export const lentActs = [...lentLetters, 'work', 'assign'] as const;
export type LentAct = (typeof lentActs)[number];

/** The permission of the role behind each: nobody lends what their post has not. */
export const permissionOfAct = {
  result: 'dossiers.sign',
  supplement: 'dossiers.sign',
  stop: 'dossiers.sign',
  apology: 'dossiers.promise',
  extension: 'dossiers.promise',
  work: 'dossiers.work',
  assign: 'dossiers.assign',
} as const satisfies Readonly<Record<LentAct, string>>;

/** A post as far as its place goes. */
export interface PostPlace {
  readonly unitId: Id<'unit'>;
  readonly role: Role;
}

/** Whether the post stands in the unit or below it: only such people are given a head's powers (NĐ 30/2020, Điều 13). */
export function isOfAgency(
  units: Pick<UnitDirectory, 'ancestorsOn'>,
  { unitId }: Pick<PostPlace, 'unitId'>,
  agency: Id<'unit'>,
  on: PlainDate,
): boolean {
  return unitId === agency || units.ancestorsOn(unitId, on).some(({ id }) => id === agency);
}

/**
 * Whether somebody with these posts may still have what was lent: whoever has left the agency has it no more, nor the deputy
 * who is none any more.
 */
export function staysLent(
  units: Pick<UnitDirectory, 'ancestorsOn'>,
  lent: DelegatedPost,
  posts: readonly PostPlace[],
  on: PlainDate,
): boolean {
  return posts.some((post) =>
    lent.delegation.kind === 'signingFor'
      ? post.unitId === lent.unitId && post.role === lent.role
      : isOfAgency(units, post, lent.unitId, on),
  );
}

/** What somebody is about to do, and in which matter. */
export interface Matter extends MatterSubject {
  readonly act: LentAct;
}

export interface MatterSubject {
  readonly procedure: string;
  readonly sector: string;
}

/** The delegation a post was lent by; undefined for one of their own. */
export function delegationOf(post: HeldPost | DelegatedPost): Id<'delegation'> | undefined {
  return 'delegation' in post ? post.delegation.delegationId : undefined;
}

/** Whether something lent to the officer lets them read a dossier that lies in one of the units: they must see what they decide. */
export function readsAsDelegate(
  actor: Actor,
  unitIds: readonly Id<'unit'>[],
  subject: MatterSubject,
): boolean {
  if (actor.kind !== 'officer') return false;
  return (actor.delegated ?? []).some(
    (post) => concerns(post, subject) && unitIds.some((unitId) => post.unitScope.includes(unitId)),
  );
}

/** Lent posts that are limited to no matter: their units may be searched like one's own. */
export function lentWithoutLimit(actor: OfficerActor): readonly DelegatedPost[] {
  return (actor.delegated ?? []).filter(
    ({ delegation }) => delegation.sectors.length === 0 && delegation.procedures.length === 0,
  );
}

/** Where something was lent in some matters alone: lists show these and no others. */
export interface LimitedReach {
  readonly unitIds: readonly Id<'unit'>[];
  readonly sectors: readonly string[];
  readonly procedures: readonly string[];
}

/** Lent posts that are limited to sectors or procedures, as lists are cut by them. */
export function lentWithinLimits(actor: Actor): readonly LimitedReach[] {
  if (actor.kind !== 'officer') return [];
  return (actor.delegated ?? []).flatMap(({ unitScope, withheld, delegation: { sectors, procedures } }) =>
    (sectors.length === 0 && procedures.length === 0) || withheld?.includes('dossiers.read')
      ? []
      : [{ unitIds: unitScope, sectors, procedures }],
  );
}

/** Whether what was lent reaches the act in its matter. */
export function covers(post: DelegatedPost, matter: Matter): boolean {
  return post.delegation.acts.includes(matter.act) && concerns(post, matter);
}

function concerns({ delegation }: DelegatedPost, { sector, procedure }: MatterSubject): boolean {
  const { sectors, procedures } = delegation;
  if (sectors.length === 0 && procedures.length === 0) return true;
  return sectors.includes(sector) || procedures.includes(procedure);
}
