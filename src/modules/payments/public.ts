/** The only door of payments. */
import type { CommandContext } from '../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../kernel/id.ts';
import type { Result } from '../../kernel/result.ts';
import type { Connection, Tx } from '../../platform/database.ts';

export { createPayments } from './module.ts';

export interface ReceiptLine {
  readonly name: string;
  /** đồng. */
  readonly amount: number;
}

export interface NewCounterReceipt {
  readonly dossierId: Id<'dossier'>;
  readonly unitId: Id<'unit'>;
  /** As printed on the receipt handed over; unique within the unit. */
  readonly receiptNumber: string;
  /** đồng. */
  readonly amount: number;
  readonly lines: readonly ReceiptLine[];
  readonly collectedBy: Id<'account'>;
}

export interface CounterReceipt {
  readonly receiptNumber: string;
  readonly amount: number;
  readonly lines: readonly ReceiptLine[];
  readonly collectedAt: Date;
}

export interface Payments {
  /** Records money taken, in the caller's transaction; refuses `payments.receipt-number-used`. */
  recordCounterReceipt(tx: Tx, ctx: CommandContext, receipt: NewCounterReceipt): Promise<Result<null>>;
  /** Receipts of a dossier, oldest first. */
  receiptsOf(
    connection: Connection,
    jurisdiction: Jurisdiction,
    dossierId: Id<'dossier'>,
  ): Promise<readonly CounterReceipt[]>;
}
