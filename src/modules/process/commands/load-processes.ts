import { createHash } from 'node:crypto';
import type { Id, NewId } from '../../../kernel/id.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { compile } from '../core/flow/compile.ts';
import type { Loaded, ProcessRecord } from '../core/records.ts';
import { addVersion, latestVersion, type ProcessRow } from '../store/processes.ts';

/** Takes in reference processes; a changed one becomes a new version. Refuses the first table that cannot run. */
export async function loadProcesses(
  newId: NewId,
  tx: Tx,
  records: readonly ProcessRecord[],
  now: Date,
): Promise<Result<Loaded>> {
  let added = 0;
  let unchanged = 0;
  const differences: string[] = [];
  for (const record of records) {
    const compiled = compile(record.table);
    if (!compiled.ok) return { ok: false, refusal: { ...compiled.refusal, params: { name: record.name } } };
    const hash = createHash('sha256').update(JSON.stringify(record)).digest('hex');
    const { latest, highest } = await latestVersion(tx, record.code, record.validFrom);
    if (latest?.content_hash === hash) unchanged++;
    else if (latest?.origin === 'office') differences.push(record.code);
    else {
      const row = rowOf(record, newId(), highest + 1, hash);
      await addVersion(tx, row, record.procedures, record.cases ?? [''], now);
      added++;
    }
  }
  return ok({ added, unchanged, differences, warnings: [] });
}

function rowOf(record: ProcessRecord, id: Id<'processVersion'>, version: number, hash: string): ProcessRow {
  return {
    process_version_id: id,
    process: record.code,
    version,
    name: record.name,
    name_en: record.nameEn ?? null,
    steps: record.table.steps,
    valid_from: record.validFrom,
    valid_to: record.validTo ?? null,
    source: record.source,
    certainty: record.certainty,
    note: record.note ?? null,
    content_hash: hash,
    origin: 'reference',
    bpmn: null,
    decision_number: null,
    decision_on: null,
    decision_file: null,
    published_by: null,
  };
}
