import { sql } from 'kysely';
import type { QueryContext } from '../../../../kernel/context.ts';
import { maybeOne } from '../../../../platform/database.ts';
import type { Seal, SealedText } from '../../../../platform/sealed-text.ts';
import type { MergeSide, PendingMerge } from '../../core/merge-views.ts';
import { identityContext } from '../../store/person-store.ts';
import { findFlow } from '../../store/sign-in-flow-store.ts';
import type { CitizenQueryDeps } from './deps.ts';

/** What the page asks before merging; undefined when this account has nothing to answer (any more). */
export async function findPendingMerge(
  deps: CitizenQueryDeps,
  ctx: QueryContext,
  flowToken: string | undefined,
): Promise<PendingMerge | undefined> {
  if (ctx.actor.kind !== 'citizen') return undefined;
  const flow = await findFlow(deps.db, ctx.jurisdiction, flowToken, ctx.now);
  if (flow?.stage !== 'merge' || flow.mergeAccountId !== ctx.actor.accountId) return undefined;
  const mine = await mergeSide(deps, ctx, ctx.actor.personId);
  const other = await mergeSide(deps, ctx, flow.personId);
  return mine && other && { mine, other };
}

async function mergeSide(
  deps: CitizenQueryDeps,
  ctx: QueryContext,
  personId: string,
): Promise<MergeSide | undefined> {
  const row = await maybeOne(
    deps.db,
    sql<{ name: string; identity_sealed: SealedText | null; created_at: Date; accounts: number }>`
      select p.name, p.identity_sealed, p.created_at, (
        select count(*)::int from identity.account a
        where a.jurisdiction = p.jurisdiction and a.person_id = p.id and a.kind = 'citizen') as accounts
      from identity.person p
      where p.jurisdiction = ${ctx.jurisdiction} and p.id = ${personId}`,
  );
  if (!row) return undefined;
  return {
    name: row.name,
    ...numberEnding(deps.seal, row.identity_sealed),
    since: row.created_at.toISOString(),
    accounts: row.accounts,
  };
}

/** The last four digits: enough to recognise one's own number, too few to learn somebody else's. */
export function numberEnding(seal: Seal, sealed: SealedText | null): { readonly numberEnding?: string } {
  return sealed === null ? {} : { numberEnding: seal.open(sealed, identityContext).slice(-4) };
}
