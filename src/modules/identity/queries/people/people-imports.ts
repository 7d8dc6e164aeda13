import { sql } from 'kysely';
import type { OfficerActor } from '../../../../kernel/actor.ts';
import type { QueryContext } from '../../../../kernel/context.ts';
import { isUuid } from '../../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import { many } from '../../../../platform/database.ts';
import type { PeopleImportBrief, PeopleImportView } from '../../core/people/import/import-view.ts';
import { can } from '../../core/permissions.ts';
import { findPeopleImport } from '../../store/people/import-store.ts';
import type { PeopleDeps } from '../../store/people/people-deps.ts';

/** As many codes as one printing takes. */
const mostCodes = 500;

/** One's own import with what was wrong and what it does; refuses `identity.people-import-unknown`. */
export async function getPeopleImport(
  deps: PeopleDeps,
  ctx: QueryContext,
  importId: unknown,
): Promise<Result<PeopleImportView>> {
  const actor = administrator(ctx);
  if (!actor.ok) return actor;
  const { accountId: stagedBy } = actor.value;
  const found =
    typeof importId === 'string' && isUuid(importId)
      ? await findPeopleImport(deps.db, ctx.jurisdiction, { importId, stagedBy })
      : undefined;
  if (!found) return refuse('not-found', 'identity.people-import-unknown');
  const { accountIds, places: _, ...view } = found;
  const withoutCode = await many(
    deps.db,
    sql<{ id: string }>`
      select account.id from identity.account
      where account.jurisdiction = ${ctx.jurisdiction} and account.id = any(${[...accountIds]}::uuid[])
        and account.password_hash is null and account.closed_at is null and not exists (
          select from identity.activation
          where activation.jurisdiction = account.jurisdiction and activation.account_id = account.id)
      order by account.name_order, account.id limit ${mostCodes}`,
  );
  return ok({ ...view, withoutCode: withoutCode.map(({ id }) => id) });
}

/** One's own latest imports, newest first. */
export async function listPeopleImports(
  deps: PeopleDeps,
  ctx: QueryContext,
): Promise<Result<readonly PeopleImportBrief[]>> {
  const actor = administrator(ctx);
  if (!actor.ok) return actor;
  return ok(
    await many(
      deps.db,
      sql<PeopleImportBrief>`
        select import_id as "importId", file_name as "fileName", state, staged_at as "stagedAt", read,
          wrong_rows as "wrongRows"
        from identity.people_import
        where jurisdiction = ${ctx.jurisdiction} and staged_by = ${actor.value.accountId}
        order by staged_at desc, import_id desc limit 20`,
    ),
  );
}

/** Who may import people at all. */
export function administrator({ actor }: QueryContext): Result<OfficerActor> {
  if (actor.kind !== 'officer' || !can(actor, 'identity.manage'))
    return refuse('forbidden', 'identity.not-administrator');
  return ok(actor);
}
