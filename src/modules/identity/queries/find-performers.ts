import { sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many, one } from '../../../platform/database.ts';
import type { PersonBrief, PostHolder } from '../core/people.ts';
import { performerKinds } from '../core/performer-kinds.ts';
import type { UnitDirectory } from '../core/unit.ts';

import { describePeople } from './describe-people.ts';

export interface PerformerDeps {
  readonly jurisdiction: Jurisdiction;
  readonly units: UnitDirectory;
}

/** Whether anybody with an open account holds the role in the unit, or in a unit that took over from it, on the day. */
export async function hasPerformer(
  deps: PerformerDeps,
  db: Connection,
  unitId: Id<'unit'>,
  role: Role,
  on: PlainDate,
): Promise<boolean> {
  const units = [...placesOf(deps.units, unitId, on)];
  const row = await one(
    db,
    sql<{ found: boolean }>`
      select exists (
        select from identity.post
        join identity.account on account.jurisdiction = post.jurisdiction and account.person_id = post.person_id
        where post.jurisdiction = ${deps.jurisdiction} and post.unit_id = any(${units}::uuid[])
          and post.role = ${role} and post.valid_from <= ${on} and (post.valid_to is null or post.valid_to > ${on})
          and account.kind = 'officer' and account.closed_at is null
      ) as found`,
  );
  return row.found;
}

/** Who holds the role in the unit itself on the day, with an open account, by name. */
export async function performersOf(
  deps: PerformerDeps,
  db: Connection,
  unitId: Id<'unit'>,
  role: Role,
  on: PlainDate,
): Promise<readonly PersonBrief[]> {
  const rows = await many(
    db,
    sql<{ person_id: Id<'person'> }>`
      select post.person_id from identity.post
      join identity.person on person.jurisdiction = post.jurisdiction and person.id = post.person_id
      join identity.account on account.jurisdiction = post.jurisdiction and account.person_id = post.person_id
      where post.jurisdiction = ${deps.jurisdiction} and post.unit_id = ${unitId} and post.role = ${role}
        and post.valid_from <= ${on} and (post.valid_to is null or post.valid_to > ${on})
        and account.kind = 'officer' and account.closed_at is null
      order by person.name_order, post.person_id`,
  );
  const ids = [...new Set(rows.map((row) => row.person_id))];
  const people = await describePeople(db, deps.jurisdiction, ids, on);
  return ids.flatMap((id) => people.get(id) ?? []);
}

/** Everybody with an open account whose post acts for the unit on the day, by name: one entry a post. */
export async function holdersOf(
  deps: PerformerDeps,
  db: Connection,
  unitId: Id<'unit'>,
  on: PlainDate,
): Promise<readonly PostHolder[]> {
  const units = [...placesOf(deps.units, unitId, on)];
  return many(
    db,
    sql<PostHolder>`
      select account.id as "accountId", post.person_id as "personId", person.name, post.role, post.title
      from identity.post
      join identity.person on person.jurisdiction = post.jurisdiction and person.id = post.person_id
      join identity.account on account.jurisdiction = post.jurisdiction and account.person_id = post.person_id
      where post.jurisdiction = ${deps.jurisdiction} and post.unit_id = any(${units}::uuid[])
        and post.valid_from <= ${on} and (post.valid_to is null or post.valid_to > ${on})
        and account.kind = 'officer' and account.closed_at is null
      order by person.name_order, account.id, post.id`,
  );
}

/** Which roles are held where on the day, read once: answers for any unit as `hasPerformer` would. */
export async function staffing(
  deps: PerformerDeps,
  db: Connection,
  on: PlainDate,
): Promise<(unitId: Id<'unit'>, role: Role) => boolean> {
  const rows = await many(
    db,
    sql<{ unit_id: Id<'unit'>; role: Role }>`
      select distinct post.unit_id, post.role from identity.post
      join identity.account on account.jurisdiction = post.jurisdiction and account.person_id = post.person_id
      where post.jurisdiction = ${deps.jurisdiction}
        and post.valid_from <= ${on} and (post.valid_to is null or post.valid_to > ${on})
        and account.kind = 'officer' and account.closed_at is null`,
  );
  const held = new Set(rows.map((row) => `${row.unit_id} ${row.role}`));
  return (unitId, role) => placesOf(deps.units, unitId, on).some((place) => held.has(`${place} ${role}`));
}

/** Units of the kinds that need the role, existing on the day, in which nobody holds it. */
export async function unitsWithoutPerformer(
  deps: PerformerDeps,
  db: Connection,
  role: Role,
  on: PlainDate,
): Promise<readonly Id<'unit'>[]> {
  const rows = await many(
    db,
    sql<{ unit_id: Id<'unit'> }>`
      select distinct post.unit_id from identity.post
      join identity.account on account.jurisdiction = post.jurisdiction and account.person_id = post.person_id
      where post.jurisdiction = ${deps.jurisdiction} and post.role = ${role}
        and post.valid_from <= ${on} and (post.valid_to is null or post.valid_to > ${on})
        and account.kind = 'officer' and account.closed_at is null`,
  );
  const held = new Set(rows.map((row) => row.unit_id));
  const kinds = performerKinds[role];
  return deps.units
    .unitsOn(on)
    .filter(
      (unit) => kinds.includes(unit.kind) && !placesOf(deps.units, unit.id, on).some((id) => held.has(id)),
    )
    .map((unit) => unit.id);
}

/** Where posts that act for the unit are held: itself, what succeeded it, and their records offices. */
function placesOf(units: UnitDirectory, unitId: Id<'unit'>, on: PlainDate): readonly Id<'unit'>[] {
  const heirs = units.heirsOf(unitId, on);
  const offices = heirs.flatMap((heir) => units.findSubUnit(heir, { kind: 'recordsOffice' }, on)?.id ?? []);
  return [...heirs, ...offices];
}
