import type { Id } from '../../../../kernel/id.ts';
import type { UnitSuccession } from '../unit.ts';
import type { ReorganisationPlan } from './plan.ts';

/**
 * The arrows of a plan. Several successors are a split; one successor of several units, or one that exists already and
 * goes on, is a merger; else the work goes on one to one.
 */
export function arrowsOf(plan: ReorganisationPlan): readonly Omit<UnitSuccession, 'on'>[] {
  const begun = new Set(plan.begins.map((line) => line.unitId));
  const all = plan.ends.flatMap((line) =>
    line.successors.map(({ unitId }) => ({ from: line.unitId, to: unitId })),
  );
  const arriving = Map.groupBy(all, (arrow) => arrow.to);
  const kindOf = (to: Id<'unit'>, among: number): UnitSuccession['kind'] => {
    if (among > 1) return 'split';
    return !begun.has(to) || (arriving.get(to)?.length ?? 0) > 1 ? 'merge' : 'oneToOne';
  };
  return plan.ends.flatMap((line) =>
    line.successors.map(({ unitId, part }) => ({
      fromId: line.unitId,
      toId: unitId,
      kind: kindOf(unitId, line.successors.length),
      ...(part !== undefined && { part }),
    })),
  );
}
