import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { SuccessorLabel, UnitLabel } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';

/** Who took over from a split unit, each with its part. */
export function successorLabels(deps: DossierDeps, ctx: QueryContext, splitId: Id<'unit'>): SuccessorLabel[] {
  const { units } = deps.identity;
  return units.successorsOn(splitId, plainDateOf(ctx.now)).map(({ id }) => {
    const part = units.partOf(splitId, id);
    return { ...unitLabel(deps, ctx, id), ...(part !== undefined && { part }) };
  });
}

/** A unit as it is named today; one that has ended keeps its last name. */
export function unitLabel(deps: DossierDeps, ctx: QueryContext, unitId: string): UnitLabel {
  const id = unitId as Id<'unit'>;
  const { units } = deps.identity;
  return { unitId, name: (units.unitOn(id, plainDateOf(ctx.now)) ?? units.latest(id))?.name ?? '' };
}
