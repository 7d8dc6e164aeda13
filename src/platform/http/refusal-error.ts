import type { Refusal } from '../../kernel/refusal.ts';

/** A refusal thrown where a hook or handler of HTTP cannot return one; answered like a returned refusal. */
export class RefusalError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.type);
    this.name = 'RefusalError';
    this.refusal = refusal;
  }
}
