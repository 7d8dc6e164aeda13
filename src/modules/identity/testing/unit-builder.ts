import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Unit, UnitSuccession } from '../core/unit.ts';

/** A commune of the two-tier regime unless told otherwise; `key` serves as its id. */
export function aUnit(more: Partial<Unit> & { key: string }): Unit {
  return {
    id: more.key as Id<'unit'>,
    name: `Ủy ban nhân dân ${more.key}`,
    shortName: more.key,
    tier: 'commune',
    kind: 'commune',
    validFrom: '2025-07-01' as PlainDate,
    ...more,
  };
}

/** An arrow of 01/07/2025 between two keys. */
export function aSuccession(from: string, to: string, more: Partial<UnitSuccession> = {}): UnitSuccession {
  return {
    fromId: from as Id<'unit'>,
    toId: to as Id<'unit'>,
    on: '2025-07-01' as PlainDate,
    kind: 'merge',
    ...more,
  };
}
