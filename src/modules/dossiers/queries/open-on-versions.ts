import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import { isUuid, type Jurisdiction } from '../../../kernel/id.ts';
import type { Page } from '../../../kernel/page.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { cursorInstant, readCursor, writeCursor } from '../../../platform/cursor.ts';
import { type Database, many } from '../../../platform/database.ts';
import { recordRead } from '../../../platform/journal.ts';
import {
  type LimitedReach,
  lentWithinLimits,
  type PermissionScope,
  reachesNothing,
  scopeFor,
} from '../../identity/public.ts';
import type { DossierSummary } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { dossierSummary, type SummaryRow } from './dossier-summary.ts';

const onTheirWay = sql`('submitted', 'accepted', 'inProcess', 'completed')`;

/** How many dossiers are still on their way under each of these procedure versions; they stay on them. */
export async function openOnVersions(
  db: Database,
  jurisdiction: Jurisdiction,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await many(
    db,
    sql<{ version: string; open: number }>`
      select d.procedure_version_id as version, count(*) as open
      from dossiers.dossier d
      where d.jurisdiction = ${jurisdiction} and d.procedure_version_id = any (${[...versionIds]}::uuid[])
        and d.phase in ${onTheirWay}
      group by d.procedure_version_id
    `,
  );
  return new Map(rows.map(({ version, open }) => [version, open]));
}

const pageSize = 50;

/**
 * The dossiers still on their way under a procedure version, newest first, without their owners' names: what stays on the
 * version when the procedure changes. Only those of units the officer may read, and of units where they read some matters alone, these.
 */
export async function openUnderVersion(
  deps: Pick<DossierDeps, 'db' | 'newId'>,
  ctx: QueryContext,
  versionId: string,
  cursor?: string,
): Promise<Result<Page<DossierSummary>>> {
  const scope = scopeFor(ctx.actor, 'dossiers.read');
  const limited = lentWithinLimits(ctx.actor);
  if (reachesNothing(scope) && limited.length === 0) return refuse('forbidden', 'dossiers.not-allowed');
  if (!isUuid(versionId)) return ok({ items: [] });
  const after = readCursor(z.tuple([cursorInstant, z.uuid()]), cursor);
  if (!after.ok) return after;
  const beyond = after.value
    ? sql`and (d.submitted_at, d.dossier_id) < (${after.value[0]}::timestamptz, ${after.value[1]}::uuid)`
    : sql``;
  const rows = await many(
    deps.db,
    sql<SummaryRow & { readonly sort_key: string }>`
      select d.dossier_id, d.code, d.procedure_name, d.phase, d.waiting_status, d.withdrawal_requested_at, d.submitted_at,
        d.promised_at, d.erased_at, d.submitted_at::text as sort_key
      from dossiers.dossier d
      where d.jurisdiction = ${ctx.jurisdiction} and d.procedure_version_id = ${versionId}
        and d.phase in ${onTheirWay} ${within(scope, limited)} ${beyond}
      order by d.submitted_at desc, d.dossier_id desc limit ${pageSize + 1}
    `,
  );
  const items = rows.slice(0, pageSize);
  const last = items.at(-1);
  const subjectIds = items.map((row) => row.dossier_id);
  await recordRead(deps.db, ctx, deps.newId, { query: 'dossiers.open-under-version', subjectIds });
  return ok({
    items: items.map(dossierSummary),
    ...(rows.length > pageSize && last && { next: writeCursor([last.sort_key, last.dossier_id]) }),
  });
}

/** What the officer may read of the dossiers `d`. */
function within(scope: PermissionScope, limited: readonly LimitedReach[]): RawBuilder<unknown> {
  if (scope.kind === 'jurisdiction') return sql``;
  const lies = (unitIds: readonly string[]) => sql`(
    array[d.received_unit_id, d.competent_unit_id, d.return_unit_id] && ${[...unitIds]}::uuid[]
    or exists (select from dossiers.task t where t.jurisdiction = d.jurisdiction
      and t.dossier_id = d.dossier_id and t.unit_id = any (${[...unitIds]}::uuid[])))`;
  const ways = [
    lies(scope.unitIds),
    sql`d.sector = any (${[...scope.sectors]}::text[])`,
    ...limited.map(
      ({ unitIds, sectors, procedures }) => sql`(${lies(unitIds)}
        and (d.sector = any (${[...sectors]}::text[]) or d.procedure_code = any (${[...procedures]}::text[])))`,
    ),
  ];
  return sql`and (${sql.join(ways, sql` or `)})`;
}
