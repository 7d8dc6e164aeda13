import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, type Tx } from '../../../platform/database.ts';
import { refreshWaiting } from './waiting.ts';

/** A citizen's request to have the dossier back. */
export interface WithdrawalRow {
  readonly request_id: Id<'withdrawal'>;
  readonly reason: string;
  readonly requested_at: Date;
  readonly closed_as: 'stopped' | 'declined' | 'takenBack' | null;
  readonly answer: string | null;
}

/** All of a dossier, oldest first; at most the last one is open. */
export function withdrawalsOf(
  connection: Connection,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<readonly WithdrawalRow[]> {
  return many(
    connection,
    sql<WithdrawalRow>`
      select request_id, reason, requested_at, closed_as, answer from dossiers.withdrawal_request
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}
      order by requested_at, request_id
    `,
  );
}

/** Writes the request, and onto the dossier that it is there. */
export async function openWithdrawal(
  tx: Tx,
  ctx: CommandContext,
  dossierId: Id<'dossier'>,
  asked: { readonly requestId: Id<'withdrawal'>; readonly reason: string; readonly by: Id<'account'> },
): Promise<void> {
  await sql`
    with dossier as (
      update dossiers.dossier set withdrawal_requested_at = ${ctx.now}
      where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${dossierId}
    )
    insert into dossiers.withdrawal_request (jurisdiction, dossier_id, request_id, reason, requested_at, requested_by)
    values (${ctx.jurisdiction}, ${dossierId}, ${asked.requestId}, ${asked.reason}, ${ctx.now}, ${asked.by})
  `.execute(tx);
  await refreshWaiting(tx, ctx.jurisdiction, dossierId);
}

/** Closes the open request of a dossier, if there is one. */
export async function closeWithdrawal(
  tx: Tx,
  ctx: CommandContext,
  dossierId: Id<'dossier'>,
  closing: { readonly as: NonNullable<WithdrawalRow['closed_as']>; readonly answer?: string },
): Promise<void> {
  const by = 'accountId' in ctx.actor ? ctx.actor.accountId : null;
  await sql`
    with dossier as (
      update dossiers.dossier set withdrawal_requested_at = null
      where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${dossierId}
    )
    update dossiers.withdrawal_request
    set closed_at = ${ctx.now}, closed_by = ${by}, closed_as = ${closing.as}, answer = ${closing.answer ?? null}
    where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${dossierId} and closed_at is null
  `.execute(tx);
  await refreshWaiting(tx, ctx.jurisdiction, dossierId);
}
