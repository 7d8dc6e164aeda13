import type { Id } from '../../../../kernel/id.ts';
import type { EndLine, ReorganisationPlan, SplitChoice } from './plan.ts';
import type { PlannedUnit } from './planned-units.ts';

/** One rule of a split as stored: which successor goes on with which open work. */
export interface SplitRow {
  readonly fromId: Id<'unit'>;
  readonly position: number;
  readonly by: 'procedure' | 'sector' | 'rest';
  readonly value: string;
  readonly toId: Id<'unit'>;
}

export interface SplitWorld {
  readonly plan: ReorganisationPlan;
  readonly planned: ReadonlyMap<Id<'unit'>, PlannedUnit>;
  /** The parent of a unit before the day. */
  readonly parentOf: (unitId: Id<'unit'>) => Id<'unit'> | undefined;
}

/** Lines that several units take over, with what was chosen for each; undefined where nothing was. */
export function splitLines(world: SplitWorld): readonly { line: EndLine; choice: SplitChoice | undefined }[] {
  return world.plan.ends
    .filter((line) => line.successors.length > 1)
    .map((line) => ({ line, choice: choiceOf(world, line) }));
}

/** The rules of all splits, the particular ones first; work that no rule names and has no rest is decided one by one. */
export function splitRows(world: SplitWorld): readonly SplitRow[] {
  return splitLines(world).flatMap(({ line, choice }) => {
    if (!choice) return [];
    const inOrder = choice.rules.toSorted((a, b) => rank(a.by) - rank(b.by));
    const rules = inOrder.map(({ by, value, unitId }) => ({ by, value, toId: unitId }));
    const rest = choice.rest === 'perDossier' ? [] : [{ by: 'rest' as const, value: '', toId: choice.rest }];
    return [...rules, ...rest].map((rule, position) => ({ fromId: line.unitId, position, ...rule }));
  });
}

/** What was chosen for the line itself, else what was chosen for the unit it belongs to, said of its own successors. */
function choiceOf(world: SplitWorld, line: EndLine): SplitChoice | undefined {
  if (line.choice) return line.choice;
  const parentId = world.parentOf(line.unitId);
  const above = world.plan.ends.find((each) => each.unitId === parentId);
  if (!above || above.successors.length < 2) return undefined;
  const choice = choiceOf(world, above);
  return choice && below(world, line, choice);
}

function below(world: SplitWorld, line: EndLine, choice: SplitChoice): SplitChoice | undefined {
  const under = (parentId: Id<'unit'>) =>
    line.successors.find(({ unitId }) => world.planned.get(unitId)?.facts.parentId === parentId)?.unitId;
  const rules = choice.rules.flatMap(({ unitId, ...rule }) => {
    const own = under(unitId);
    return own ? [{ ...rule, unitId: own }] : [];
  });
  const rest = choice.rest === 'perDossier' ? choice.rest : under(choice.rest);
  return rest !== undefined && rules.length === choice.rules.length ? { rules, rest } : undefined;
}

function rank(by: 'procedure' | 'sector'): number {
  return by === 'procedure' ? 0 : 1;
}
