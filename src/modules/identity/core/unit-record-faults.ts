import type { SuccessionRecord, UnitRecord } from './records.ts';

/** One thing wrong with the reference data, naming the row. */
export interface RecordFault {
  readonly key: string;
  readonly fault: 'unknown-parent' | 'unknown-successor' | 'unknown-predecessor' | 'overlap' | 'empty-span';
}

/** What would break the unit tree: looked for before anything is written. Empty when all is well. */
export function unitRecordFaults(
  units: readonly UnitRecord[],
  successions: readonly SuccessionRecord[],
  knownKeys: ReadonlySet<string> = new Set(),
): readonly RecordFault[] {
  const keys = new Set([...knownKeys, ...units.map((unit) => unit.key)]);
  return [
    ...units.flatMap((unit) => parentFault(unit, keys)),
    ...[...Map.groupBy(units, (unit) => unit.key).values()].flatMap(spanFaults),
    ...successions.flatMap((arrow) => successionFaults(arrow, keys)),
  ];
}

function parentFault(unit: UnitRecord, keys: ReadonlySet<string>): RecordFault[] {
  if (unit.parentKey === undefined || keys.has(unit.parentKey)) return [];
  return [{ key: unit.key, fault: 'unknown-parent' }];
}

function spanFaults(spans: readonly UnitRecord[]): RecordFault[] {
  const inOrder = spans.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return inOrder.flatMap((span, index): RecordFault[] => {
    if (span.validTo !== undefined && span.validTo <= span.validFrom)
      return [{ key: span.key, fault: 'empty-span' }];
    const next = inOrder[index + 1];
    const overlaps = next !== undefined && (span.validTo === undefined || next.validFrom < span.validTo);
    return overlaps ? [{ key: span.key, fault: 'overlap' }] : [];
  });
}

function successionFaults(arrow: SuccessionRecord, keys: ReadonlySet<string>): RecordFault[] {
  const faults: RecordFault[] = [];
  if (!keys.has(arrow.fromKey)) faults.push({ key: arrow.fromKey, fault: 'unknown-predecessor' });
  if (!keys.has(arrow.toKey)) faults.push({ key: arrow.toKey, fault: 'unknown-successor' });
  return faults;
}
