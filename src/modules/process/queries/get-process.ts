import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Connection } from '../../../platform/database.ts';
import { graphOf } from '../core/editing/graph-of.ts';
import type { ProcessVersion } from '../core/records.ts';
import { pinnedFlows } from '../store/called-flows.ts';
import { findInForce, findVersion, type ProcessRow } from '../store/processes.ts';

/** Versions never change, so each is compiled once and kept. */
export type CompiledVersions = Map<Id<'processVersion'>, ProcessVersion>;

/** A version by its id; from memory when it was asked for before. Refuses with `process.not-found`. */
export async function getProcessVersion(
  compiled: CompiledVersions,
  connection: Connection,
  id: Id<'processVersion'>,
): Promise<Result<ProcessVersion>> {
  const known = compiled.get(id);
  if (known) return ok(known);
  const row = await findVersion(connection, id);
  return row ? ok(await versionOf(compiled, connection, row)) : refuse('not-found', 'process.not-found');
}

/** The version serving a procedure (and case) on a day. Refuses with `process.none-in-force`. */
export async function getProcessInForce(
  compiled: CompiledVersions,
  connection: Connection,
  procedureCode: string,
  on: PlainDate,
  caseKey = '',
): Promise<Result<ProcessVersion>> {
  const row = await findInForce(connection, procedureCode, on, caseKey);
  if (!row) return refuse('not-found', 'process.none-in-force', { params: { code: procedureCode, on } });
  return ok(compiled.get(row.process_version_id) ?? (await versionOf(compiled, connection, row)));
}

async function versionOf(
  compiled: CompiledVersions,
  connection: Connection,
  row: ProcessRow,
): Promise<ProcessVersion> {
  const table = { steps: row.steps };
  const runs = await graphOf(
    row,
    row.bpmn === null ? undefined : await pinnedFlows(connection, row.process_version_id),
  );
  if (!runs.ok) throw new Error(`process version ${row.process_version_id} does not compile`);
  const version: ProcessVersion = {
    id: row.process_version_id,
    code: row.process,
    version: row.version,
    name: row.name,
    ...(row.name_en === null ? {} : { nameEn: row.name_en }),
    table,
    graph: runs.graph,
    validFrom: row.valid_from,
    ...(row.valid_to === null ? {} : { validTo: row.valid_to }),
    source: row.source,
    certainty: row.certainty,
  };
  compiled.set(version.id, version);
  return version;
}
