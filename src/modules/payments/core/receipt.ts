import type { Id } from '../../../kernel/id.ts';

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
