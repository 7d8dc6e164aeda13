import { type RawBuilder, sql } from 'kysely';
import type { HeldPost, OfficerActor, Role } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { StepKind } from '../contract.ts';
import { actOfStep, permissionOfStep } from '../core/power-places.ts';

/** Steps that a power reaches in a unit and a role: of these kinds, and in these matters where it is limited. */
interface Reached {
  readonly kinds: readonly StepKind[];
  readonly sectors: readonly string[];
  readonly procedures: readonly string[];
}

/** A unit and a role, with every power over it: one walk of an index whatever their number. */
export interface LentPlace {
  readonly unitId: Id<'unit'>;
  readonly role: Role;
  readonly powers: readonly Reached[];
}

const kinds: readonly StepKind[] = ['intake', 'work', 'sign', 'issue', 'return', 'wait', 'opinion'];

/**
 * What the officer does by powers lent to them; and what is left of a post of their own from which something was taken: a
 * deputy's signature where the head has divided the fields. What a whole post of their own reaches is not here again.
 */
export function lentPlaces({ posts, delegated = [] }: OfficerActor): readonly LentPlace[] {
  const left = posts.flatMap((post) =>
    post.withheld
      ? placesOf(post, { kinds: kinds.filter((kind) => !isTaken(post, kind)), sectors: [], procedures: [] })
      : [],
  );
  const lent = delegated.flatMap((post) => {
    const { acts, sectors, procedures } = post.delegation;
    const reached = kinds.filter(
      (kind) => !isTaken(post, kind) && acts.some((act) => act === actOfStep(kind)),
    );
    return reached.length === 0 ? [] : placesOf(post, { kinds: reached, sectors, procedures });
  });
  const own = new Set(posts.flatMap((post) => (post.withheld ? [] : post.unitScope.map(keyOf(post.role)))));
  const others = [...left, ...lent].filter(({ unitId, role }) => !own.has(keyOf(role)(unitId)));
  const byPlace = Map.groupBy(others, ({ unitId, role }) => keyOf(role)(unitId));
  return [...byPlace.values()].flatMap((same) =>
    same.slice(0, 1).map((first) => ({ ...first, powers: same.flatMap(({ powers }) => powers) })),
  );
}

function isTaken({ withheld = [] }: HeldPost, kind: StepKind): boolean {
  return withheld.includes(permissionOfStep(kind));
}

const keyOf = (role: Role) => (unitId: Id<'unit'>) => `${unitId} ${role}`;

function placesOf({ unitScope, role }: HeldPost, power: Reached): readonly LentPlace[] {
  return unitScope.map((unitId) => ({ unitId, role, powers: [power] }));
}

/** The lent places as rows `lent` of a statement. */
export function lentRows(lent: readonly LentPlace[]): RawBuilder<unknown> {
  return sql`jsonb_to_recordset(${JSON.stringify(lent)}::jsonb) as lent("unitId" uuid, role text, powers jsonb)`;
}

/** Whether a task `t` in a place `lent` is reached by one of its powers: tested along the walk (`offset 0`), never a join of all tasks. */
export const reachedByLent: RawBuilder<boolean> = sql`t.unit_id = lent."unitId" and t.role = lent.role and exists (
  select from jsonb_to_recordset(lent.powers) as power(kinds text[], sectors text[], procedures text[])
  where t.kind = any(power.kinds) and (
    cardinality(power.sectors) + cardinality(power.procedures) = 0 or t.procedure_code = any(power.procedures)
    or exists (
      select from dossiers.dossier d
      where d.jurisdiction = t.jurisdiction and d.dossier_id = t.dossier_id and d.sector = any(power.sectors) offset 0))
  offset 0)`;
