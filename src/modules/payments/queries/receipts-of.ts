import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many } from '../../../platform/database.ts';
import type { CounterReceipt } from '../core/receipt.ts';

/** Receipts of a dossier, oldest first. */
export function receiptsOf(
  connection: Connection,
  jurisdiction: Jurisdiction,
  dossierId: Id<'dossier'>,
): Promise<readonly CounterReceipt[]> {
  return many(
    connection,
    sql<CounterReceipt>`
      select receipt_number as "receiptNumber", amount, lines, collected_at as "collectedAt"
      from payments.counter_receipt
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}
      order by collected_at
    `,
  );
}
