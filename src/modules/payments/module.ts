import type { NewId } from '../../kernel/id.ts';
import { recordCounterReceipt } from './commands/record-counter-receipt.ts';
import type { Payments } from './public.ts';
import { receiptsOf } from './queries/receipts-of.ts';

/** Builds payments. */
export function createPayments(deps: { readonly newId: NewId }): Payments {
  return {
    recordCounterReceipt: (tx, ctx, receipt) => recordCounterReceipt(tx, ctx, deps.newId, receipt),
    receiptsOf,
  };
}
