import type { Jurisdiction, NewId } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Database, Tx } from '../../../platform/database.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import type { SuccessionRecord, UnitRecord } from '../core/records.ts';
import { unitRecordFaults } from '../core/unit-record-faults.ts';
import { lockUnits } from '../store/hold-units.ts';
import {
  addUnits,
  arrowKey,
  recordHash,
  removeSpans,
  saveDifferences,
  saveSpans,
  saveSuccessions,
  spanKey,
  storedSpans,
  storedSuccessions,
  unitIds,
} from '../store/unit-record-store.ts';

export interface LoadUnitsDeps {
  readonly db: Database;
  readonly jurisdiction: Jurisdiction;
  readonly newId: NewId;
}

/** What a load did, in rows (spans of units and successions together). */
export interface LoadReport {
  readonly written: number;
  readonly unchanged: number;
  /** Natural keys of rows the office edited: left alone and listed. */
  readonly differences: readonly string[];
}

/**
 * Brings the unit tree to what the reference data states. Units edited in the office are never overwritten: what
 * the data offers for them is listed. Refuses `identity.unit-data-faulty` with the rows, before writing anything.
 */
export async function loadUnits(
  deps: LoadUnitsDeps,
  units: readonly UnitRecord[],
  successions: readonly SuccessionRecord[],
  now: Date,
): Promise<Result<LoadReport>> {
  return inTransaction(deps.db, async (tx) => {
    await lockUnits(tx, deps.jurisdiction);
    const known = new Set((await unitIds(tx, deps.jurisdiction)).keys());
    const faults = unitRecordFaults(units, successions, known);
    if (faults.length > 0) {
      const rows = faults.map((fault) => `${fault.key}: ${fault.fault}`).join(', ');
      return refuse('invalid', 'identity.unit-data-faulty', { params: { rows } });
    }
    const keys = units.flatMap((unit) => [unit.key]);
    const ids = await addUnits(tx, deps.jurisdiction, deps.newId, keys);
    const spans = await planSpans(tx, deps.jurisdiction, units);
    const arrows = await planSuccessions(tx, deps.jurisdiction, successions);
    await removeSpans(tx, deps.jurisdiction, spans.moved);
    await saveSpans(tx, deps.jurisdiction, ids, spans.write);
    await saveSuccessions(tx, deps.jurisdiction, ids, arrows.write);
    const differences = [
      ...spans.differing.map((offered) => ({
        kind: 'unit' as const,
        key: spanKey(offered.key, offered.validFrom),
        offered,
      })),
      ...arrows.differing.map((offered) => ({
        kind: 'succession' as const,
        key: arrowKey(offered),
        offered,
      })),
    ];
    await saveDifferences(tx, deps.jurisdiction, now, differences);
    const written = spans.write.length + arrows.write.length;
    return ok({
      written,
      unchanged: units.length + successions.length - written - differences.length,
      differences: differences.map((difference) => difference.key),
    });
  });
}

/** Sorts the offered spans: to write, to list, and stored ones whose first day moved. */
async function planSpans(tx: Tx, jurisdiction: Jurisdiction, units: readonly UnitRecord[]) {
  const stored = await storedSpans(tx, jurisdiction);
  const hashes = new Map(stored.map((span) => [spanKey(span.key, span.from), span.hash]));
  const edited = new Set(stored.filter((span) => span.edited).map((span) => span.key));
  const offered = new Set(units.map((unit) => spanKey(unit.key, unit.validFrom)));
  const keys = new Set(units.map((unit) => unit.key));
  const isNew = (unit: UnitRecord) => hashes.get(spanKey(unit.key, unit.validFrom)) !== recordHash(unit);
  return {
    write: units.filter((unit) => !edited.has(unit.key) && isNew(unit)),
    differing: units.filter((unit) => edited.has(unit.key)),
    moved: stored.filter(
      (span) => keys.has(span.key) && !edited.has(span.key) && !offered.has(spanKey(span.key, span.from)),
    ),
  };
}

async function planSuccessions(tx: Tx, jurisdiction: Jurisdiction, successions: readonly SuccessionRecord[]) {
  const stored = await storedSuccessions(tx, jurisdiction);
  const rowOf = (record: SuccessionRecord) => stored.get(arrowKey(record));
  return {
    write: successions.filter(
      (record) => !rowOf(record)?.edited && rowOf(record)?.hash !== recordHash(record),
    ),
    differing: successions.filter((record) => rowOf(record)?.edited),
  };
}
