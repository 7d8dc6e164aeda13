import { type RawBuilder, sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { searchText } from '../../../kernel/search-text.ts';
import { many } from '../../../platform/database.ts';
import { recordRead } from '../../../platform/journal.ts';
import { type LimitedReach, lentWithinLimits, reachesNothing, scopeFor } from '../../identity/public.ts';
import type { FoundDossier } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { dossierSummary, type SummaryRow } from './dossier-summary.ts';

/** Fewer letters have no trigram: the index could not narrow anything. */
const shortestName = 3;
/** Matches shown; a longer list is no answer to a search. */
const mostMatches = 50;

/**
 * Dossiers by code (own or foreign), or by the owner's name without marks, within the units the
 * officer may read. The name goes through one reviewed definer function: under row-level security `like` would leave the
 * trigram index.
 */
export async function searchDossiers(
  deps: Pick<DossierDeps, 'db' | 'newId'>,
  ctx: QueryContext,
  text: string,
): Promise<Result<readonly FoundDossier[]>> {
  const scope = scopeFor(ctx.actor, 'dossiers.read');
  const limited = lentWithinLimits(ctx.actor);
  if (reachesNothing(scope) && limited.length === 0) return refuse('forbidden', 'dossiers.not-allowed');
  const code = text.replaceAll('\0', '').trim().toUpperCase();
  const name = searchText(text);
  // A code has digits, a name has none: a text with digits is not looked for among the names.
  const isCode = /\d/.test(name);
  if (!isCode && name.length < shortestName) return ok([]);
  const units = scope.kind === 'units' ? [...scope.unitIds] : null;
  const sectors = scope.kind === 'units' ? [...scope.sectors] : [];
  const rows = await many(
    deps.db,
    sql<SummaryRow & { readonly owner_name: string }>`
      select d.dossier_id, d.code, d.procedure_name, d.phase, d.waiting_status, d.withdrawal_requested_at, d.submitted_at, d.promised_at,
        d.erased_at, d.owner_name
      from (
        select found.dossier_id
        from dossiers.search(${code}, ${isCode ? null : name}, ${units}::uuid[], ${sectors}::text[], ${mostMatches}) found(dossier_id)
        ${limited.length === 0 ? sql`` : sql`union ${inLimits(limited, code, isCode ? null : name)}`}
      ) found
      cross join lateral (
        select each.dossier_id, each.code, each.procedure_name, each.phase, each.waiting_status, each.withdrawal_requested_at,
          each.submitted_at, each.promised_at, each.erased_at, each.owner_name
        from dossiers.dossier each
        where each.jurisdiction = ${ctx.jurisdiction} and each.dossier_id = found.dossier_id offset 0
      ) d
      order by d.submitted_at desc, d.dossier_id desc
      limit ${mostMatches}
    `,
  );
  const subjectIds = rows.map((row) => row.dossier_id);
  await recordRead(deps.db, ctx, deps.newId, { query: 'dossiers.search', subjectIds });
  return ok(rows.map((row) => ({ ...dossierSummary(row), ownerName: row.owner_name })));
}

/** What is found in units where only some matters are seen: the function leaves out all others before it cuts the list. */
function inLimits(limited: readonly LimitedReach[], code: string, name: string | null): RawBuilder<unknown> {
  return sql`
    select matter.dossier_id
    from jsonb_to_recordset(${JSON.stringify(limited)}::jsonb) as lent("unitIds" uuid[], sectors text[], procedures text[])
    cross join lateral dossiers.search_matters(
      ${code}, ${name}, lent."unitIds", lent.sectors, lent.procedures, ${mostMatches}) matter(dossier_id)`;
}
