import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import { type Id, isUuid } from '../../../kernel/id.ts';
import { type Connection, maybeOne, type Tx } from '../../../platform/database.ts';

/** How long a look at the whole dossier opens its files. */
const openMinutes = 15;

/** Notes that somebody sees a dossier whole: the key of the look, none where the same request had one already. */
export async function addUnmasking(
  tx: Tx,
  ctx: QueryContext,
  unmasking: {
    readonly id: Id<'unmasking'>;
    readonly requestId: string;
    readonly dossierId: string;
    readonly accountId: Id<'account'>;
    readonly reason: string;
  },
): Promise<string | undefined> {
  const row = await maybeOne(
    tx,
    sql<{ unmasking_id: string }>`
      insert into dossiers.unmasking
        (jurisdiction, unmasking_id, request_id, dossier_id, account_id, reason, unmasked_at)
      values (${ctx.jurisdiction}, ${unmasking.id}, ${unmasking.requestId}, ${unmasking.dossierId},
        ${unmasking.accountId}, ${unmasking.reason}, ${ctx.now})
      on conflict do nothing returning unmasking_id`,
  );
  return row?.unmasking_id;
}

/** Whether this key opens the files of the dossier to the account now. */
export async function isUnmaskedBy(
  connection: Connection,
  ctx: QueryContext,
  dossierId: string,
  accountId: Id<'account'>,
  key: string | undefined,
): Promise<boolean> {
  if (key === undefined || !isUuid(key)) return false;
  const since = new Date(ctx.now.getTime() - openMinutes * 60_000);
  const row = await maybeOne(
    connection,
    sql`
      select 1 from dossiers.unmasking
      where jurisdiction = ${ctx.jurisdiction} and unmasking_id = ${key} and dossier_id = ${dossierId}
        and account_id = ${accountId} and unmasked_at > ${since} and unmasked_at <= ${ctx.now}`,
  );
  return row !== undefined;
}
