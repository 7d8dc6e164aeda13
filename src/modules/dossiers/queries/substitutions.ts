import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { addDays, type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { many } from '../../../platform/database.ts';
import type { SubstitutionView } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { placesLed } from './queue-reach.ts';
import { unitLabel } from './unit-label.ts';

interface Row {
  readonly substitution_id: string;
  readonly unit_id: Id<'unit'>;
  readonly absent_account: Id<'account'>;
  readonly substitute_account: Id<'account'>;
  readonly from_on: PlainDate;
  readonly until_on: PlainDate;
  readonly reason: string;
  readonly ended_at: Date | null;
}

/** Latest substitutions shown. */
const most = 50;

/** Substitutions of the units the officer leads, and those they take part in; the latest first. */
export async function listSubstitutions(
  deps: DossierDeps,
  ctx: QueryContext,
): Promise<readonly SubstitutionView[]> {
  if (ctx.actor.kind !== 'officer') return [];
  const led = new Set(placesLed(deps.identity.units, ctx, ctx.actor).map(({ unitId }) => unitId));
  const rows = await many(
    deps.db,
    sql<Row>`
      select substitution_id, unit_id, absent_account, substitute_account, from_on, until_on, reason, ended_at
      from dossiers.substitution
      where jurisdiction = ${ctx.jurisdiction} and (unit_id = any(${[...led]}::uuid[])
        or absent_account = ${ctx.actor.accountId} or substitute_account = ${ctx.actor.accountId})
      order by from_on desc, substitution_id desc
      limit ${most}
    `,
  );
  const today = plainDateOf(ctx.now);
  const accounts = rows.flatMap((row) => [row.absent_account, row.substitute_account]);
  const people = await deps.identity.describeAccounts(deps.db, accounts, today);
  const name = (account: Id<'account'>) => people.get(account)?.name ?? '';
  return rows.map((row) => ({
    substitutionId: row.substitution_id,
    unit: unitLabel(deps, ctx, row.unit_id).name,
    absent: name(row.absent_account),
    substitute: name(row.substitute_account),
    fromOn: row.from_on,
    lastOn: addDays(row.until_on, -1),
    reason: row.reason,
    state: stateOf(row, today),
  }));
}

function stateOf(row: Row, today: PlainDate): SubstitutionView['state'] {
  if (row.ended_at !== null) return 'ended';
  if (row.until_on <= today) return 'over';
  return row.from_on > today ? 'coming' : 'now';
}
