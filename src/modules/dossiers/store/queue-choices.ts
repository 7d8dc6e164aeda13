import { sql } from 'kysely';
import type { OfficerActor } from '../../../kernel/actor.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import { type Connection, maybeOne, type Tx } from '../../../platform/database.ts';
import { type Queue, type QueueChoice, queueChoice } from '../contract.ts';

/** How the officer last chose to look at a queue; undefined while they have not, or chose what no longer exists. */
export async function findQueueChoice(
  connection: Connection,
  ctx: QueryContext,
  officer: OfficerActor,
  queue: Queue,
): Promise<QueueChoice | undefined> {
  const row = await maybeOne(
    connection,
    sql<{ choice: unknown }>`
      select choice from dossiers.queue_choice
      where jurisdiction = ${ctx.jurisdiction} and account_id = ${officer.accountId} and queue = ${queue}
    `,
  );
  return queueChoice.safeParse(row?.choice).data;
}

export async function keepQueueChoice(
  tx: Tx,
  ctx: QueryContext,
  officer: OfficerActor,
  queue: Queue,
  choice: QueueChoice,
): Promise<void> {
  await sql`
    insert into dossiers.queue_choice (jurisdiction, account_id, queue, choice, saved_at)
    values (${ctx.jurisdiction}, ${officer.accountId}, ${queue}, ${JSON.stringify(choice)}::jsonb, ${ctx.now})
    on conflict (jurisdiction, account_id, queue) do update set choice = excluded.choice, saved_at = excluded.saved_at
  `.execute(tx);
}
