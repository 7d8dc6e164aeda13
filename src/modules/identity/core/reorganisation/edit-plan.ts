import type { Id } from '../../../../kernel/id.ts';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import { ok, type Result, refuseField } from '../../../../kernel/result.ts';
import type { Unit, UnitDirectory } from '../unit.ts';
import type { EndLine, PlanEdit, ReorganisationPlan, UnitFacts } from './plan.ts';
import { areAlike, factsOf, plannedUnits } from './planned-units.ts';

export interface EditWorld {
  readonly units: Pick<UnitDirectory, 'unitOn' | 'unitsOn'>;
  /** The day of the reorganisation, else today. */
  readonly on: PlainDate;
  /** Ids for new units, made by the caller. */
  readonly newId: () => Id<'unit'>;
}

/** The plan after one change by its editor. Refuses a unit that does not exist then, and one with two fates. */
export function editPlan(
  plan: ReorganisationPlan,
  edit: PlanEdit,
  world: EditWorld,
): Result<ReorganisationPlan> {
  switch (edit.edit) {
    case 'begin':
      return ok({ ...plan, begins: [...plan.begins, { unitId: world.newId(), facts: edit.facts }] });
    case 'change':
      return change(plan, edit, world);
    case 'end':
      return end(plan, edit, world);
    case 'choose':
      return choose(plan, edit);
    case 'place': {
      const placed = new Map([...plan.posts, ...edit.places].map((each) => [each.postId, each]));
      return ok({ ...plan, posts: [...placed.values()] });
    }
    case 'leave':
      return ok(withoutUnit(plan, edit.unitId));
  }
}

function change(
  plan: ReorganisationPlan,
  { unitId, facts }: Extract<PlanEdit, { edit: 'change' }>,
  { units, on }: EditWorld,
): Result<ReorganisationPlan> {
  if (plan.begins.some((line) => line.unitId === unitId)) {
    const begins = plan.begins.map((line) => (line.unitId === unitId ? { unitId, facts } : line));
    return ok({ ...plan, begins });
  }
  if (!units.unitOn(unitId, on)) return refuseUnit('identity.unit-unknown');
  if (plan.ends.some((line) => line.unitId === unitId)) return refuseUnit('identity.unit-ends-too');
  return ok({
    ...plan,
    changes: [...plan.changes.filter((line) => line.unitId !== unitId), { unitId, facts }],
  });
}

function end(
  plan: ReorganisationPlan,
  edit: Extract<PlanEdit, { edit: 'end' }>,
  world: EditWorld,
): Result<ReorganisationPlan> {
  const unit = world.units.unitOn(edit.unitId, world.on);
  if (!unit) return refuseUnit('identity.unit-unknown');
  if (plan.changes.some((line) => line.unitId === edit.unitId)) return refuseUnit('identity.unit-ends-too');
  const ids = edit.successors.map((successor) => successor.unitId);
  if (ids.includes(edit.unitId) || new Set(ids).size < ids.length)
    return refuseField('/successors', 'identity.successor-twice');
  const planned = plannedUnits(world.units, plan, world.on);
  const unknown = ids.findIndex((id) => !planned.has(id));
  if (unknown >= 0) {
    return refuseField(`/successors/${unknown}/unitId`, 'identity.unit-unknown');
  }
  const line: EndLine = { unitId: edit.unitId, successors: edit.successors };
  const ended = putLine(plan, line);
  return ok(edit.withParts ? endParts(ended, unit, line, world) : ended);
}

/** The parts of an ended unit follow it: each to its like under every successor, made anew where there is none. */
function endParts(plan: ReorganisationPlan, unit: Unit, line: EndLine, world: EditWorld): ReorganisationPlan {
  let next = plan;
  for (const part of world.units.unitsOn(world.on, { parentId: unit.id })) {
    if (next.ends.some((each) => each.unitId === part.id && each.successors.length > 0)) continue;
    const heirs: Id<'unit'>[] = [];
    for (const { unitId } of line.successors) {
      const planned = plannedUnits(world.units, next, world.on);
      const like = [...planned.values()].find(
        ({ facts }) => facts.parentId === unitId && areAlike(facts, factsOf(part)),
      );
      const successor = planned.get(unitId);
      if (like) heirs.push(like.id);
      else if (successor && successor.facts.kind !== 'section') {
        const id = world.newId();
        heirs.push(id);
        const facts = partOf(factsOf(part), unit, unitId, successor.facts);
        next = { ...next, begins: [...next.begins, { unitId: id, facts }] };
      }
    }
    next = putLine(next, { unitId: part.id, successors: heirs.map((unitId) => ({ unitId })) });
  }
  return next;
}

/** The like of a part under a successor: its name says the successor's; codes of the old one are not taken over. */
function partOf(part: UnitFacts, of: Unit, parentId: Id<'unit'>, parent: UnitFacts): UnitFacts {
  const { name, kind, sectionCode } = part;
  return {
    name: name.replace(lowerFirst(of.shortName ?? of.name), lowerFirst(parent.shortName ?? parent.name)),
    kind,
    tier: parent.tier,
    parentId,
    ...(sectionCode !== undefined && { sectionCode }),
  };
}

function choose(
  plan: ReorganisationPlan,
  { unitId, choice }: Extract<PlanEdit, { edit: 'choose' }>,
): Result<ReorganisationPlan> {
  const line = plan.ends.find((each) => each.unitId === unitId);
  if (!line || line.successors.length < 2) return refuseUnit('identity.unit-not-split');
  const known = new Set<string>(['perDossier', ...line.successors.map((successor) => successor.unitId)]);
  const stray = [...choice.rules.map((rule) => rule.unitId), choice.rest].find((to) => !known.has(to));
  if (stray !== undefined) return refuseUnit('identity.successor-unknown');
  return ok({ ...plan, ends: plan.ends.map((each) => (each === line ? { ...line, choice } : each)) });
}

/** The unit stays as it is: its line goes, and whatever named it. */
function withoutUnit(plan: ReorganisationPlan, unitId: Id<'unit'>): ReorganisationPlan {
  const isNew = plan.begins.some((line) => line.unitId === unitId);
  const others = <Line extends { readonly unitId: Id<'unit'> }>(lines: readonly Line[]) =>
    lines.filter((line) => line.unitId !== unitId);
  const ends = others(plan.ends).map((line) =>
    isNew && line.successors.some((successor) => successor.unitId === unitId)
      ? { unitId: line.unitId, successors: others(line.successors) }
      : line,
  );
  return {
    begins: others(plan.begins),
    changes: others(plan.changes),
    ends,
    posts: plan.posts.filter((post) => !isNew || post.unitId !== unitId),
  };
}

function putLine(plan: ReorganisationPlan, line: EndLine): ReorganisationPlan {
  return { ...plan, ends: [...plan.ends.filter((each) => each.unitId !== line.unitId), line] };
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function refuseUnit(type: string) {
  return refuseField('/unitId', type);
}
