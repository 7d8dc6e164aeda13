/** The only door of payments. */
export type { CounterReceipt, NewCounterReceipt, ReceiptLine } from './core/receipt.ts';
export { createPayments, type Payments } from './module.ts';
