import { sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { addDays, type PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many, one } from '../../../platform/database.ts';
import type { UnitDirectory } from '../core/unit.ts';
import { delegationWithPost, isInForce } from '../store/delegation-store.ts';

interface DivisionDeps {
  readonly jurisdiction: Jurisdiction;
  readonly units: Pick<UnitDirectory, 'scopeOf' | 'unitOn'>;
}

/** How long before the last assignment runs out its unit is warned. */
const warnedDays = 14;

/**
 * Whether the head of the unit, or of one it took over from, has divided the fields among deputies: from then on each signs what is
 * assigned and nothing else (NĐ 30/2020, Điều 13 khoản 1), also when the assignment has run out and in the unit's successor. A
 * power to sign never grows because a decision lapsed.
 */
export async function isDivided(
  deps: DivisionDeps,
  db: Connection,
  unitId: Id<'unit'>,
  role: Role,
  on: PlainDate,
): Promise<boolean> {
  const row = await one(
    db,
    sql<{ divided: boolean }>`
      select exists (
        select from ${delegationWithPost}
        where d.jurisdiction = ${deps.jurisdiction} and p.unit_id = any(${[...deps.units.scopeOf(unitId, on)]}::uuid[])
          and p.role = ${role} and d.kind = 'signingFor' and d.accepted_at is not null and d.from_on <= ${on}) as divided`,
  );
  return row.divided;
}

/** Units in which deputies stand under a divided head and, a fortnight from the day, none of them may sign anything. */
export async function unitsLosingDeputies(
  deps: DivisionDeps,
  db: Connection,
  on: PlainDate,
): Promise<readonly Id<'unit'>[]> {
  const soon = addDays(on, warnedDays);
  const places = await many(
    db,
    sql<{ unit_id: Id<'unit'>; role: Role; is_assigned: boolean }>`
      select deputy.unit_id, deputy.role, exists (
          select from ${delegationWithPost}
          where d.jurisdiction = ${deps.jurisdiction} and p.unit_id = deputy.unit_id and p.role = deputy.role
            and d.kind = 'signingFor' and ${isInForce(soon)}) as is_assigned
      from identity.post deputy
      where deputy.jurisdiction = ${deps.jurisdiction} and deputy.signature_lines[1] like 'KT. %'
        and deputy.valid_from <= ${on} and (deputy.valid_to is null or deputy.valid_to > ${on})
      group by deputy.unit_id, deputy.role`,
  );
  const losing: Id<'unit'>[] = [];
  for (const { unit_id: unitId, role, is_assigned: isAssigned } of places)
    if (!isAssigned && deps.units.unitOn(unitId, on) && (await isDivided(deps, db, unitId, role, on)))
      losing.push(unitId);
  return losing;
}
