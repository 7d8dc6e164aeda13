import type { Grant, GrantReach, HeldPost } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type GrantScope, mayBeGiven } from './permissions.ts';
import type { UnitDirectory } from './unit.ts';

/** A permission given to one person, as it is stored. */
export interface GrantRow {
  readonly grant_id: Id<'grant'>;
  readonly permission: string;
  readonly scope: GrantScope;
  readonly unit_id: Id<'unit'> | null;
  readonly sector: string | null;
}

/**
 * What is given as it reaches on the day. A unit reaches its predecessors and is followed into its successors, a subtree
 * reaches what stands below it that day; what the permission file no longer lets be given counts for nothing. All of it rests
 * while the person holds no post: what is given beside a post does not outlive it.
 */
export function grantsAsOf(
  units: UnitDirectory,
  rows: readonly GrantRow[],
  posts: readonly HeldPost[],
  on: PlainDate,
): readonly Grant[] {
  if (posts.length === 0) return [];
  return rows
    .filter((row) => mayBeGiven(row.permission, row.scope))
    .map((row) => ({
      grantId: row.grant_id,
      permission: row.permission,
      reach: reachOf(units, row, posts, on),
    }));
}

function reachOf(units: UnitDirectory, row: GrantRow, posts: readonly HeldPost[], on: PlainDate): GrantReach {
  if (row.scope === 'jurisdiction') return { kind: 'jurisdiction' };
  if (row.scope === 'sector') return { kind: 'sectors', sectors: row.sector === null ? [] : [row.sector] };
  if (row.scope === 'own') return inUnits(posts.flatMap(({ unitScope }) => unitScope));
  if (row.unit_id === null) return inUnits([]);
  const today = units.successorsOn(row.unit_id, on).map(({ id }) => id);
  const reached = row.scope === 'unit' ? today : today.flatMap((unitId) => units.subtreeOn(unitId, on));
  return inUnits(reached.flatMap((unitId) => units.scopeOf(unitId, on)));
}

function inUnits(unitIds: readonly Id<'unit'>[]): GrantReach {
  return { kind: 'units', unitIds: [...new Set(unitIds)] };
}
