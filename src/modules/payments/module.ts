import type { CommandContext } from '../../kernel/context.ts';
import type { Id, Jurisdiction, NewId } from '../../kernel/id.ts';
import type { Result } from '../../kernel/result.ts';
import type { Connection, Tx } from '../../platform/database.ts';
import { recordCounterReceipt } from './commands/record-counter-receipt.ts';
import type { CounterReceipt, NewCounterReceipt } from './core/receipt.ts';
import { receiptsOf } from './queries/receipts-of.ts';

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

/** Builds payments. */
export function createPayments(deps: { readonly newId: NewId }): Payments {
  return {
    recordCounterReceipt: (tx, ctx, receipt) => recordCounterReceipt(tx, ctx, deps.newId, receipt),
    receiptsOf,
  };
}
