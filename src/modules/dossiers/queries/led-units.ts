import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Connection, many } from '../../../platform/database.ts';
import { can, type PostHolder } from '../../identity/public.ts';
import { type Colleague, type HandOverPreview, handOverPreviewInput, type LedUnit } from '../contract.ts';
import { placesToAssign } from '../core/assignment/substitution.ts';
import type { DossierDeps } from '../store/deps.ts';
import { countHeld } from '../store/hand-overs.ts';
import { placesLed } from './queue-reach.ts';
import { unitLabel } from './unit-label.ts';

/** The units whose work the officer gives out today, with the people in each and what they have open there. */
export async function ledUnits(deps: DossierDeps, ctx: QueryContext): Promise<readonly LedUnit[]> {
  if (ctx.actor.kind !== 'officer') return [];
  const { units } = deps.identity;
  const today = plainDateOf(ctx.now);
  const led = new Set(placesLed(units, ctx, ctx.actor).map(({ unitId }) => unitId));
  const standing = [...led].filter((unitId) => units.unitOn(unitId, today));
  const found: LedUnit[] = [];
  for (const unitId of standing) {
    const holders = await deps.identity.holdersOf(deps.db, unitId, today);
    const people = await colleagues(deps, deps.db, ctx, unitId, holders);
    if (people.length > 0) found.push({ unitId, name: unitLabel(deps, ctx, unitId).name, people });
  }
  return found;
}

/** People once each, with their open tasks in the unit. */
export async function colleagues(
  deps: Pick<DossierDeps, 'identity'>,
  connection: Connection,
  ctx: QueryContext,
  unitId: Id<'unit'>,
  holders: readonly PostHolder[],
): Promise<readonly Colleague[]> {
  const byAccount = new Map(holders.map((each) => [each.accountId, each]));
  const counts = await many(
    connection,
    sql<{ account: string; open: number }>`
      select holder.account, held.open from unnest(${[...byAccount.keys()]}::uuid[]) as holder(account)
      cross join lateral (
        select count(*)::int as open from dossiers.task t
        where t.jurisdiction = ${ctx.jurisdiction} and t.assigned_to = holder.account and t.closed_at is null
          and t.unit_id = any(${[...deps.identity.units.scopeOf(unitId, plainDateOf(ctx.now))]}::uuid[])
      ) held
    `,
  );
  const open = new Map(counts.map((row) => [row.account, row.open]));
  return [...byAccount.values()].map(({ accountId, name, title }) => ({
    accountId,
    name,
    title,
    openTasks: open.get(accountId) ?? 0,
  }));
}

/** What a hand-over would move, by whom it is then had: shown before it is done. */
export async function handOverPreview(
  deps: DossierDeps,
  ctx: QueryContext,
  input: unknown,
): Promise<Result<HandOverPreview>> {
  const wanted = handOverPreviewInput.safeParse(input);
  if (!wanted.success) return refuse('invalid', 'dossiers.hand-over-unclear');
  const { unitId, fromAccountId, toAccountId } = wanted.data;
  const { units } = deps.identity;
  const today = plainDateOf(ctx.now);
  const places = placesToAssign(units, unitId, today);
  if (ctx.actor.kind !== 'officer' || !can(ctx.actor, 'dossiers.assign', places)) {
    return refuse('forbidden', 'dossiers.not-assigning');
  }
  const holders = await deps.identity.holdersOf(deps.db, unitId, today);
  const roles = new Set(holders.flatMap((each) => (each.accountId === toAccountId ? [each.role] : [])));
  const counts = await countHeld(deps.db, ctx, {
    account: fromAccountId,
    unitScope: units.scopeOf(unitId, today),
  });
  const sum = (rows: typeof counts, key: 'tasks' | 'overdue') =>
    rows.reduce((total, row) => total + row[key], 0);
  const total = sum(counts, 'tasks');
  const toPerson = sum(
    counts.filter(({ role }) => roles.has(role)),
    'tasks',
  );
  const steps = Map.groupBy(counts, (row) => row.step_name);
  return ok({
    total,
    toPerson,
    toGroup: total - toPerson,
    overdue: sum(counts, 'overdue'),
    steps: [...steps].map(([name, rows]) => ({ name, tasks: sum(rows, 'tasks') })),
  });
}
