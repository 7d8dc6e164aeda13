import { sql } from 'kysely';
import type { Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, type Tx } from '../../../platform/database.ts';
import type { NewestVersion } from '../core/plan-publication.ts';
import type { ProcedureVersion, VersionOrigin } from '../core/procedure-version.ts';
import { toVersion, type VersionRow, versionColumns } from './version-row.ts';

interface NewestRow {
  readonly code: string;
  readonly origin: VersionOrigin;
  readonly content_hash: string;
  readonly ended_by: string | null;
}

/** The newest version of each of the codes that has one; a withdrawn one only where nothing else is left. */
export async function findNewest(
  tx: Tx,
  jurisdiction: Jurisdiction,
  codes: readonly string[],
): Promise<ReadonlyMap<string, NewestVersion>> {
  const rows = await many(
    tx,
    sql<NewestRow>`
      select distinct on (v.code) v.code, v.origin, v.content_hash, v.ended_by
      from catalogue.procedure_version v
      where v.jurisdiction = ${jurisdiction} and v.code = any (${[...codes]}::text[])
      order by v.code, v.valid desc, v.number desc
    `,
  );
  return new Map(rows.map((row) => [row.code, toNewest(row)]));
}

/** The newest version of a code in full; the code must have one. */
export async function loadNewest(
  tx: Tx,
  jurisdiction: Jurisdiction,
  code: string,
): Promise<ProcedureVersion | undefined> {
  const [row] = await many(
    tx,
    sql<VersionRow>`
      select ${versionColumns} from catalogue.procedure_version v
      where v.jurisdiction = ${jurisdiction} and v.code = ${code}
      order by v.valid desc, v.number desc limit 1
    `,
  );
  return row && toVersion(row);
}

/** The newest version of each of these codes in full, as `findNewest` chooses it. */
export async function loadNewestOf(
  db: Connection,
  jurisdiction: Jurisdiction,
  codes: readonly string[],
): Promise<ReadonlyMap<string, ProcedureVersion>> {
  const rows = await many(
    db,
    sql<VersionRow>`
      select distinct on (v.code) ${versionColumns} from catalogue.procedure_version v
      where v.jurisdiction = ${jurisdiction} and v.code = any (${codes}::text[])
      order by v.code, v.valid desc, v.number desc
    `,
  );
  return new Map(rows.map((row) => [row.code, toVersion(row)]));
}

/** Holds off other loads and imports of this jurisdiction until the transaction ends: one newest at a time. */
export async function lockCatalogue(tx: Tx, jurisdiction: Jurisdiction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('catalogue.publish'), ${jurisdiction}::integer)`.execute(
    tx,
  );
}

function toNewest(row: NewestRow): NewestVersion {
  return {
    origin: row.origin,
    contentHash: row.content_hash,
    endedByDecision: row.ended_by !== null,
  };
}
