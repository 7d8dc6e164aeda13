import { sql } from 'kysely';
import type { QueryContext } from '../../../../kernel/context.ts';
import { many } from '../../../../platform/database.ts';
import type { AccountView } from '../../core/merge-views.ts';
import { ownAccounts } from '../../core/own-accounts.ts';
import type { CitizenQueryDeps } from './deps.ts';

/** With which accounts the citizen's drafts and dossiers are handled, oldest first. */
export async function listOwnAccounts(
  deps: CitizenQueryDeps,
  ctx: QueryContext,
): Promise<readonly AccountView[]> {
  const { actor } = ctx;
  if (actor.kind !== 'citizen') return [];
  const rows = await many(
    deps.db,
    sql<{ id: string; issuer: string; created_at: Date; seen_at: Date | null }>`
      select a.id, a.issuer, a.created_at, (
        select max(s.seen_at) from identity.session s
        where s.jurisdiction = a.jurisdiction and s.account_id = a.id) as seen_at
      from identity.account a
      where a.jurisdiction = ${ctx.jurisdiction} and a.id = any(${[...ownAccounts(actor)]}::uuid[])
      order by a.created_at, a.id`,
  );
  return rows.map((row) => ({
    accountId: row.id,
    issuer: row.issuer,
    since: row.created_at.toISOString(),
    ...(row.seen_at !== null && { lastUsedAt: row.seen_at.toISOString() }),
    isCurrent: row.id === actor.accountId,
  }));
}
