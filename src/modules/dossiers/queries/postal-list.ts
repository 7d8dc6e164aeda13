import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import { isUuid } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { many } from '../../../platform/database.ts';
import { recordRead } from '../../../platform/journal.ts';
import { can, refuseStale } from '../../identity/public.ts';
import type { PostalList } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { findPostalList } from '../store/postal-lists.ts';
import { postalRow } from './postal-desk.ts';
import { unitLabel } from './unit-label.ts';

/**
 * A list of what was handed to the post, for whoever hands results over at that counter, freshly proved: names, telephones
 * and addresses of many on one sheet. Anybody else's is not found.
 */
export async function postalList(
  deps: DossierDeps,
  ctx: QueryContext,
  listId: string,
): Promise<Result<PostalList>> {
  const list = isUuid(listId) ? await findPostalList(deps.db, ctx, listId) : undefined;
  if (!list || ctx.actor.kind !== 'officer' || !can(ctx.actor, 'dossiers.return', [list.unit_id]))
    return refuse('not-found', 'dossiers.postal-list-not-found');
  const stale = refuseStale(ctx);
  if (stale) return stale;
  const rows = await many(
    deps.db,
    sql<Parameters<typeof postalRow>[0]>`
      select i.dossier_id, d.code, d.procedure_name, d.owner_name, null::uuid as task_id, i.recipient, i.phone,
        i.address, i.source, i.tracking_number, i.moved_at
      from dossiers.postal_item i
      join dossiers.dossier d on d.jurisdiction = i.jurisdiction and d.dossier_id = i.dossier_id
      where i.jurisdiction = ${ctx.jurisdiction} and i.list_id = ${list.list_id}
      order by d.code
    `,
  );
  await recordRead(deps.db, ctx, deps.newId, {
    query: 'dossiers.postal-list',
    subjectIds: rows.map((row) => row.dossier_id),
  });
  const people = await deps.identity.describeAccounts(deps.db, [list.handed_by], plainDateOf(list.handed_at));
  return ok({
    listId: list.list_id,
    unit: unitLabel(deps, ctx, list.unit_id),
    handedAt: list.handed_at.toISOString(),
    handedBy: people.get(list.handed_by)?.name ?? '',
    items: rows.map(postalRow),
  });
}
