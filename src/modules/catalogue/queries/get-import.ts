import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import { isUuid } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { many } from '../../../platform/database.ts';
import { can } from '../../identity/public.ts';
import type { ImportView } from '../core/import/import-view.ts';
import type { CatalogueStoreDeps } from '../store/catalogue-deps.ts';
import { findImport } from '../store/import-rows.ts';

/** One import with what was wrong and what it does; refuses `catalogue.import-not-found`. */
export async function getImport(
  deps: CatalogueStoreDeps,
  ctx: QueryContext,
  importId: string,
): Promise<Result<ImportView>> {
  if (!can(ctx.actor, 'catalogue.manage')) return refuse('forbidden', 'catalogue.manage-forbidden');
  const found = isUuid(importId) ? await findImport(deps.db, ctx.jurisdiction, importId) : undefined;
  return found ? ok(found) : refuse('not-found', 'catalogue.import-not-found');
}

/** An import in the list of the latest. */
export interface ImportBrief {
  readonly importId: string;
  readonly fileName: string;
  readonly state: ImportView['state'];
  readonly stagedAt: Date;
  readonly read: number;
  readonly wrongCount: number;
}

/** The latest imports, newest first. */
export async function listImports(
  deps: CatalogueStoreDeps,
  ctx: QueryContext,
): Promise<Result<readonly ImportBrief[]>> {
  if (!can(ctx.actor, 'catalogue.manage')) return refuse('forbidden', 'catalogue.manage-forbidden');
  return ok(
    await many(
      deps.db,
      sql<ImportBrief>`
        select i.import_id as "importId", i.file_name as "fileName", i.state, i.staged_at as "stagedAt", i.read,
          i.wrong_count as "wrongCount"
        from catalogue.import i
        where i.jurisdiction = ${ctx.jurisdiction}
        order by i.staged_at desc, i.import_id desc
        limit 20
      `,
    ),
  );
}
