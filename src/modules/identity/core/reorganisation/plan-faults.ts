import type { Id } from '../../../../kernel/id.ts';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { UnitDirectory } from '../unit.ts';
import type { ReorganisationPlan } from './plan.ts';
import { postFates, type StandingPost } from './planned-posts.ts';
import { areAlike, type PlannedUnit, plannedUnits } from './planned-units.ts';
import { splitLines } from './split-rows.ts';

/** Why a reorganisation cannot be carried out as it is. */
export type PlanFault =
  | 'nothing-planned'
  | 'day-missing'
  | 'day-passed'
  | 'decision-missing'
  | 'unit-unknown'
  | 'unit-changes-later'
  | 'parent-missing'
  | 'successor-missing'
  | 'split-undecided'
  | 'posts-undecided'
  | 'post-begins-later'
  | 'gso-code-taken'
  | 'agency-code-taken'
  | 'part-twice'
  | 'office-hours-unknown'
  | 'work-without-heir'
  | 'last-administrator';

export interface FoundFault {
  readonly fault: PlanFault;
  readonly unitId?: Id<'unit'>;
  readonly count?: number;
}

export interface PlanHead {
  readonly decisionNumber: string | null;
  readonly effectiveOn: PlainDate | null;
}

export interface FaultWorld {
  readonly units: Pick<UnitDirectory, 'unitOn' | 'unitsOn' | 'latest'>;
  readonly today: PlainDate;
  readonly posts: readonly StandingPost[];
  /** Open work that rests on the unit, in tasks and dossiers. */
  readonly openWork: (unitId: Id<'unit'>) => number;
  /** Whether office hours of this code are kept: nothing can be counted by others. */
  readonly isCalendar: (code: string) => boolean;
}

/** All that keeps a plan from being carried out on its day; empty when nothing does. */
export function planFaults(
  plan: ReorganisationPlan,
  head: PlanHead,
  world: FaultWorld,
): readonly FoundFault[] {
  const faults: FoundFault[] = [];
  if (plan.begins.length + plan.changes.length + plan.ends.length === 0)
    faults.push({ fault: 'nothing-planned' });
  if (head.decisionNumber === null) faults.push({ fault: 'decision-missing' });
  const on = head.effectiveOn;
  if (on === null) return [...faults, { fault: 'day-missing' }];
  if (on < world.today) faults.push({ fault: 'day-passed' });
  const planned = plannedUnits(world.units, plan, on);
  return [
    ...faults,
    ...touchedFaults(plan, world, on),
    ...treeFaults(plan, planned),
    ...codeFaults(planned),
    ...hoursFaults(plan, world),
    ...splitFaults(plan, planned, world, on),
    ...postFaults(plan, world, on),
    ...workFaults(plan, world),
  ];
}

/** A unit whose next span is already written would lose it: the other reorganisation is undone first. */
function touchedFaults(plan: ReorganisationPlan, world: FaultWorld, on: PlainDate): FoundFault[] {
  return [...plan.changes, ...plan.ends].flatMap(({ unitId }): FoundFault[] => {
    const unit = world.units.unitOn(unitId, on);
    if (!unit) return [{ fault: 'unit-unknown', unitId }];
    const last = world.units.latest(unitId);
    const isLast = last?.validFrom === unit.validFrom && unit.validTo === undefined;
    return unit.validFrom < on && isLast ? [] : [{ fault: 'unit-changes-later', unitId }];
  });
}

function treeFaults(plan: ReorganisationPlan, planned: ReadonlyMap<Id<'unit'>, PlannedUnit>): FoundFault[] {
  const orphans = [...planned.values()].filter(
    ({ facts }) => facts.parentId !== undefined && !planned.has(facts.parentId),
  );
  const lost = plan.ends.filter((line) => line.successors.some(({ unitId }) => !planned.has(unitId)));
  return [
    ...orphans.map(({ id }): FoundFault => ({ fault: 'parent-missing', unitId: id })),
    ...lost.map(({ unitId }): FoundFault => ({ fault: 'successor-missing', unitId })),
  ];
}

/** Two units of one day must not carry one code, and a unit has one counter and one section of a kind. */
function codeFaults(planned: ReadonlyMap<Id<'unit'>, PlannedUnit>): FoundFault[] {
  const all = [...planned.values()];
  return all
    .filter(({ standing }) => standing !== 'stays')
    .flatMap(({ id, facts }): FoundFault[] => {
      const others = all.filter((other) => other.id !== id);
      const faults: FoundFault[] = [];
      const { gsoCode, agencyCode } = facts;
      if (
        gsoCode &&
        others.some(({ facts: { gsoCode: code, tier } }) => code === gsoCode && tier === facts.tier)
      )
        faults.push({ fault: 'gso-code-taken', unitId: id });
      if (agencyCode && others.some((other) => other.facts.agencyCode === agencyCode))
        faults.push({ fault: 'agency-code-taken', unitId: id });
      const isSibling = (other: PlannedUnit) => other.facts.parentId === facts.parentId;
      if (others.some((other) => isSibling(other) && areAlike(other.facts, facts)))
        faults.push({ fault: 'part-twice', unitId: id });
      return faults;
    });
}

function hoursFaults(plan: ReorganisationPlan, world: FaultWorld): FoundFault[] {
  return [...plan.begins, ...plan.changes]
    .filter(({ facts }) => facts.officeHours !== undefined && !world.isCalendar(facts.officeHours))
    .map(({ unitId }) => ({ fault: 'office-hours-unknown', unitId }));
}

function splitFaults(
  plan: ReorganisationPlan,
  planned: ReadonlyMap<Id<'unit'>, PlannedUnit>,
  world: FaultWorld,
  on: PlainDate,
): FoundFault[] {
  const parentOf = (unitId: Id<'unit'>) => world.units.unitOn(unitId, on)?.parentId;
  return splitLines({ plan, planned, parentOf })
    .filter(({ choice }) => choice === undefined)
    .map(({ line }) => ({ fault: 'split-undecided', unitId: line.unitId }));
}

function postFaults(plan: ReorganisationPlan, world: FaultWorld, on: PlainDate): FoundFault[] {
  const fates = postFates(plan, world.posts);
  const byUnit = Map.groupBy(fates, ({ post }) => post.unitId);
  const faults = [...byUnit].flatMap(([unitId, own]): FoundFault[] => {
    const undecided = own.filter(({ to }) => to === undefined).length;
    const later = own.filter(({ post }) => post.validFrom >= on).length;
    return [
      ...(undecided > 0 ? [{ fault: 'posts-undecided' as const, unitId, count: undecided }] : []),
      ...(later > 0 ? [{ fault: 'post-begins-later' as const, unitId, count: later }] : []),
    ];
  });
  const ending = new Set(fates.filter(({ to }) => to === null).map(({ post }) => post.postId));
  const isLeft = (post: StandingPost) =>
    post.role === 'administrator' && post.isOpen && !ending.has(post.postId);
  return world.posts.some(isLeft) ? faults : [...faults, { fault: 'last-administrator' }];
}

function workFaults(plan: ReorganisationPlan, world: FaultWorld): FoundFault[] {
  return plan.ends
    .filter((line) => line.successors.length === 0)
    .map((line) => ({ unitId: line.unitId, count: world.openWork(line.unitId) }))
    .filter(({ count }) => count > 0)
    .map((found) => ({ fault: 'work-without-heir', ...found }));
}
