import { ok, type Result, refuseField } from '../../../kernel/result.ts';
import type { FeeQuote } from '../../catalogue/public.ts';
import type { FeeCollection } from '../contract.ts';

/**
 * Holds money taken against the fee by rule: where the fee is known the amount must be exactly it. A fee that is not
 * known or not checked cannot be held against anything; the officer's figure stands, named as such on the receipt.
 */
export function checkFee(quote: FeeQuote, collected: FeeCollection | undefined): Result<null> {
  if (quote.total === undefined || quote.total === collected?.amount) return ok(null);
  if (!collected && quote.total === 0) return ok(null);
  const params = { due: quote.total };
  if (!collected) {
    return refuseField('/fee/receiptNumber', 'dossiers.fee-not-collected', { params });
  }
  return refuseField('/fee/amount', 'dossiers.fee-differs', { params });
}
