import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import { isUuid } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { many, maybeOne } from '../../../platform/database.ts';
import type { AccessExplanation } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { isOwnDossier } from '../store/own-dossiers.ts';
import { explainAccess } from './explain-access.ts';

/** What the journal's readings are about, and why somebody sees a dossier or does not. */
export interface AuditReads {
  /** `{ code, login? }`; another's login for administrators only. See `AccessExplanation`. */
  explainAccess(
    ctx: QueryContext,
    asked: { readonly code: string; readonly login?: string | undefined },
  ): Promise<Result<AccessExplanation>>;
  /** The dossier and its files, for whoever handed it in: what the journal's readings of it are about. */
  idsOfOwnDossier(ctx: QueryContext, dossierId: string): Promise<Result<readonly string[]>>;
  /** For those who may search the journal (audit asks after it has authorised). */
  dossierIdOfCode(ctx: QueryContext, code: string): Promise<string | undefined>;
}

export function createAuditReads(deps: DossierDeps): AuditReads {
  return {
    idsOfOwnDossier: (ctx, dossierId) => idsOfOwnDossier(deps, ctx, dossierId),
    dossierIdOfCode: (ctx, code) => dossierIdOfCode(deps, ctx, code),
    explainAccess: (ctx, asked) =>
      explainAccess(deps, ctx, asked, (asker, code) => dossierIdOfCode(deps, asker, code)),
  };
}

/** A dossier of the caller's and the files of it: what readings of it are about. Anybody else's is not found. */
async function idsOfOwnDossier(
  deps: DossierDeps,
  ctx: QueryContext,
  dossierId: string,
): Promise<Result<readonly string[]>> {
  if (ctx.actor.kind !== 'citizen') return refuse('unauthenticated', 'dossiers.sign-in-first');
  if (!isUuid(dossierId)) return refuse('not-found', 'dossiers.not-found');
  const rows = await many(
    deps.db,
    sql<{ id: string }>`
      with own as (
        select d.dossier_id from dossiers.dossier d
        where d.jurisdiction = ${ctx.jurisdiction} and d.dossier_id = ${dossierId}
          and ${isOwnDossier(ctx.actor)}
      )
      select dossier_id as id from own
      union all
      select f.file_id from own
      join dossiers.dossier_file f on f.jurisdiction = ${ctx.jurisdiction} and f.dossier_id = own.dossier_id
    `,
  );
  return rows.length > 0 ? ok(rows.map(({ id }) => id)) : refuse('not-found', 'dossiers.not-found');
}

/** The dossier of a code, for searching the journal: an id and nothing of what it says. */
async function dossierIdOfCode(
  deps: DossierDeps,
  ctx: QueryContext,
  code: string,
): Promise<string | undefined> {
  const row = await maybeOne(
    deps.db,
    sql<{ id: string }>`
      select dossier_id as id from dossiers.dossier
      where jurisdiction = ${ctx.jurisdiction} and (code = ${code} or foreign_code = ${code})
    `,
  );
  return row?.id;
}
