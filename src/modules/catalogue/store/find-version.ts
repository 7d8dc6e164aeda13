import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Connection, many, maybeOne } from '../../../platform/database.ts';
import { applyLists } from '../core/lists/apply-lists.ts';
import type { ProcedureVersion } from '../core/procedure-version.ts';
import { listsOf } from './lists.ts';
import { toVersion, type VersionRow, versionColumns } from './version-row.ts';

/** National code of a procedure. */
const codeShape = /^\d\.\d{6}$/;

/** The version with this id, as published or as applied on a day; refuses `catalogue.version-not-found`. */
export async function getVersion(
  db: Connection,
  jurisdiction: Jurisdiction,
  id: Id<'procedureVersion'>,
  on?: PlainDate,
): Promise<Result<ProcedureVersion>> {
  const row = await maybeOne(
    db,
    sql<VersionRow>`
      select ${versionColumns} from catalogue.procedure_version v
      where v.jurisdiction = ${jurisdiction} and v.version_id = ${id}
    `,
  );
  if (!row) return refuse('not-found', 'catalogue.version-not-found');
  const version = toVersion(row);
  return ok(on === undefined ? version : await asApplied(db, jurisdiction, version, on));
}

/** A version by its number within the procedure, as published; refuses `catalogue.version-not-found`. */
export async function getVersionNumbered(
  db: Connection,
  jurisdiction: Jurisdiction,
  code: string,
  number: number,
): Promise<Result<ProcedureVersion>> {
  const row = await maybeOne(
    db,
    sql<VersionRow>`
      select ${versionColumns} from catalogue.procedure_version v
      where v.jurisdiction = ${jurisdiction} and v.code = ${code} and v.number = ${number}
    `,
  );
  return row ? ok(toVersion(row)) : refuse('not-found', 'catalogue.version-not-found');
}

/** The version in force on the day, as the lists of the day apply it; refuses `catalogue.procedure-not-found` or `catalogue.not-in-force`. */
export async function getVersionInForce(
  db: Connection,
  jurisdiction: Jurisdiction,
  code: string,
  on: PlainDate,
): Promise<Result<ProcedureVersion>> {
  const unknown = refuse('not-found', 'catalogue.procedure-not-found', { params: { code } });
  if (!codeShape.test(code)) return unknown;
  const row = await maybeOne(
    db,
    sql<VersionRow>`
      select ${versionColumns} from catalogue.procedure_version v
      where v.jurisdiction = ${jurisdiction} and v.code = ${code} and v.valid @> ${on}::date
    `,
  );
  if (row) return ok(await asApplied(db, jurisdiction, toVersion(row), on));
  const known = await maybeOne(
    db,
    sql<{ code: string }>`
      select p.code from catalogue.procedure p where p.jurisdiction = ${jurisdiction} and p.code = ${code}
    `,
  );
  return known ? refuse('not-found', 'catalogue.not-in-force', { params: { code } }) : unknown;
}

/** The versions of these codes in force on the day, as published: what lists make of a text is no part of it. */
export async function publishedOn(
  db: Connection,
  jurisdiction: Jurisdiction,
  codes: readonly string[],
  on: PlainDate,
): Promise<ReadonlyMap<string, ProcedureVersion>> {
  const rows = await many(
    db,
    sql<VersionRow>`
      select ${versionColumns} from catalogue.procedure_version v
      where v.jurisdiction = ${jurisdiction} and v.code = any (${[...codes]}::text[]) and v.valid @> ${on}::date
    `,
  );
  return new Map(rows.map((row) => [row.code, toVersion(row)]));
}

async function asApplied(
  db: Connection,
  jurisdiction: Jurisdiction,
  version: ProcedureVersion,
  on: PlainDate,
): Promise<ProcedureVersion> {
  const lists = await listsOf(db, jurisdiction, version.code, on);
  return { ...version, content: applyLists(version.content, lists, on), lists };
}
