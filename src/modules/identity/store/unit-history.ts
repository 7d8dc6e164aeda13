import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many } from '../../../platform/database.ts';
import type { Certainty } from '../core/records.ts';
import type { UnitSuccession } from '../core/unit.ts';

/** Where one span of a unit comes from. */
export interface SpanOrigin {
  readonly validFrom: PlainDate;
  readonly source: string;
  readonly certainty: Certainty;
  readonly isEdited: boolean;
  readonly reorganisationId: Id<'reorganisation'> | null;
}

/** By which text each span of a unit holds, newest first. */
export function spanOrigins(
  db: Connection,
  jurisdiction: Jurisdiction,
  unitId: Id<'unit'>,
): Promise<readonly SpanOrigin[]> {
  return many(
    db,
    sql<SpanOrigin>`
      select valid_from as "validFrom", source, certainty, edited_at is not null as "isEdited",
        reorganisation_id as "reorganisationId"
      from identity.unit_span where jurisdiction = ${jurisdiction} and unit_id = ${unitId}
      order by valid_from desc`,
  );
}

/** An arrow at a unit, with its text. */
export interface Arrow extends UnitSuccession {
  readonly source: string;
}

/** The arrows that lead to and from a unit, by day. */
export function arrowsAt(
  db: Connection,
  jurisdiction: Jurisdiction,
  unitId: Id<'unit'>,
): Promise<readonly Arrow[]> {
  return many(
    db,
    sql<Arrow>`
      select from_id as "fromId", to_id as "toId", effective_on as "on", kind, part, source
      from identity.unit_succession
      where jurisdiction = ${jurisdiction} and (from_id = ${unitId} or to_id = ${unitId})
      order by effective_on, from_id, to_id`,
  );
}
