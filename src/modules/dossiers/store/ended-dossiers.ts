import { type RawBuilder, sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';
import type { EndedAfter, EndedDossier, KeptKind } from '../../privacy/public.ts';

interface EndedRow {
  readonly dossier_id: Id<'dossier'>;
  readonly code: string;
  readonly procedure_code: string;
  readonly procedure_name: string;
  readonly also_for: readonly string[];
  readonly competent_unit_id: Id<'unit'>;
  readonly ended_on: PlainDate;
  readonly ended_text: string;
  readonly erased_kinds: readonly KeptKind[];
}

/** As the index has it: a `coalesce` is not leakproof, so under the wall it would be tested on every row. */
const endedAt = sql.raw(
  'case when returned_at is not null then returned_at when stopped_at is not null then stopped_at else refused_at end',
);
const columns = sql.raw(`dossier_id, code, procedure_code, procedure_name, competent_unit_id, erased_kinds,
  to_char(coalesce(returned_at, stopped_at, refused_at) at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as ended_on,
  coalesce(returned_at, stopped_at, refused_at)::text as ended_text,
  array(select p.procedure_code from dossiers.part p
    where p.jurisdiction = dossier.jurisdiction and p.dossier_id = dossier.dossier_id order by p.position) as also_for`);
/** Handed over, stopped or refused; one whose result nobody has fetched yet has not ended. */
const isEnded = sql.raw(`phase in ('returned', 'stopped', 'refused') and cardinality(erased_kinds) < 4`);

/** Codes of procedures of which something has ended and still holds something: a step of the index each. */
export async function endedProcedures(
  connection: Connection,
  jurisdiction: Jurisdiction,
): Promise<readonly string[]> {
  const next = (behind: RawBuilder<unknown>) => sql`(
    select procedure_code from dossiers.dossier
    where jurisdiction = ${jurisdiction} and ${isEnded} ${behind}
    order by procedure_code limit 1)`;
  const rows = await many(
    connection,
    sql<{ code: string }>`
      with recursive found(code) as (
        select ${next(sql``)}
        union all
        select ${next(sql`and procedure_code > found.code`)} from found where found.code is not null
      )
      select code from found where code is not null`,
  );
  return rows.map(({ code }) => code);
}

/** A page of what ended of a procedure before the end of a day and still holds something, oldest first. */
export async function endedUntil(
  connection: Connection,
  jurisdiction: Jurisdiction,
  { procedureCode, day }: { readonly procedureCode: string; readonly day: PlainDate },
  { after, limit }: { readonly after?: EndedAfter | undefined; readonly limit: number },
): Promise<readonly (EndedDossier & { readonly next: EndedAfter })[]> {
  const beyond = after
    ? sql`and (${endedAt}, dossier_id) > (${after.endedAt}::timestamptz, ${after.dossierId}::uuid)`
    : sql``;
  const rows = await many(
    connection,
    sql<EndedRow>`
      select ${columns} from dossiers.dossier
      where jurisdiction = ${jurisdiction} and procedure_code = ${procedureCode} and ${isEnded}
        and (${endedAt}) < (${day}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' ${beyond}
      order by ${endedAt}, dossier_id limit ${limit}`,
  );
  return rows.map((row) => ({
    ...dossierOf(row),
    next: { endedAt: row.ended_text, dossierId: row.dossier_id },
  }));
}

/** One of them, locked until the transaction ends. */
export async function lockEnded(
  tx: Tx,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<EndedDossier | undefined> {
  const row = await maybeOne(
    tx,
    sql<EndedRow>`
      select ${columns} from dossiers.dossier
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId} and ${isEnded} for update`,
  );
  return row && dossierOf(row);
}

function dossierOf(row: EndedRow): EndedDossier {
  return {
    dossierId: row.dossier_id,
    code: row.code,
    procedureCode: row.procedure_code,
    procedureName: row.procedure_name,
    alsoFor: row.also_for,
    unitId: row.competent_unit_id,
    endedOn: row.ended_on,
    erased: row.erased_kinds,
  };
}
