import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { NewId } from '../../../kernel/id.ts';
import { ok, type Result, refuseField } from '../../../kernel/result.ts';
import { maybeOne, type Tx } from '../../../platform/database.ts';
import type { NewCounterReceipt } from '../core/receipt.ts';

/** Records money taken at a counter; one number is one receipt within a unit. */
export async function recordCounterReceipt(
  tx: Tx,
  ctx: CommandContext,
  newId: NewId,
  receipt: NewCounterReceipt,
): Promise<Result<null>> {
  const written = await maybeOne(
    tx,
    sql<{ receipt_id: string }>`
      insert into payments.counter_receipt
        (jurisdiction, receipt_id, dossier_id, unit_id, receipt_number, amount, lines, collected_by, collected_at)
      values (${ctx.jurisdiction}, ${newId<'receipt'>()}, ${receipt.dossierId}, ${receipt.unitId},
        ${receipt.receiptNumber}, ${receipt.amount}, ${JSON.stringify(receipt.lines)}::jsonb, ${receipt.collectedBy},
        ${ctx.now})
      on conflict (jurisdiction, unit_id, receipt_number) do nothing
      returning receipt_id
    `,
  );
  if (written) return ok(null);
  return refuseField('/fee/receiptNumber', 'payments.receipt-number-used', {
    kind: 'conflict',
    params: { number: receipt.receiptNumber },
  });
}
