import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import { maybeOne } from '../../../platform/database.ts';
import type { CatalogueStoreDeps } from '../store/catalogue-deps.ts';

/** Whether the caller may read the file because it is the signed paper of a decision: every officer may. */
export async function mayReadFile(
  deps: CatalogueStoreDeps,
  ctx: QueryContext,
  fileId: string,
): Promise<boolean> {
  if (ctx.actor.kind !== 'officer') return false;
  const decision = await maybeOne(
    deps.db,
    sql<{ decision_id: string }>`
      select d.decision_id from catalogue.decision d
      where d.jurisdiction = ${ctx.jurisdiction} and d.file_id = ${fileId} limit 1
    `,
  );
  return decision !== undefined;
}
