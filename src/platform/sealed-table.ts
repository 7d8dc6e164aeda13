import type { Jurisdiction } from '../kernel/id.ts';
import type { Tx } from './database.ts';
import { looksSealed, type Seal, type SealedText } from './sealed-text.ts';

/** A table that holds sealed texts or blind indexes, and how a batch of its rows comes under the current keys. */
export interface SealedTable {
  /** `<schema>.<table>`. */
  readonly name: string;
  /** Locks the rows after a key, oldest first, and renews what is not under the current keys. */
  renew(tx: Tx, batch: SealedBatch): Promise<RenewedBatch>;
}

export interface SealedBatch {
  readonly jurisdiction: Jurisdiction;
  readonly seal: Seal;
  readonly after: string;
  readonly size: number;
}

export interface RenewedBatch {
  /** Key of the last row; undefined when there was none. */
  readonly last?: string;
  readonly seen: number;
  readonly changed: number;
  /** Rows that stay under an older key: a text that does not open, an index somebody else holds. */
  readonly left: number;
}

/** The renewed text; undefined where it opens under no key that is known. */
export function renewed(seal: Seal, sealed: SealedText, context: string): SealedText | undefined {
  try {
    return seal.renew(sealed, context);
  } catch {
    return undefined;
  }
}

/**
 * A JSON value with every sealed text in it renewed. A text somebody typed in that shape opens under no key and stays as it
 * was typed; `left` counts them.
 */
export function renewedWithin(
  seal: Seal,
  value: unknown,
  context: string,
): { readonly value: unknown; readonly left: number } {
  let left = 0;
  const renewIn = (each: unknown): unknown => {
    if (typeof each === 'string') {
      if (!looksSealed(each)) return each;
      const text = renewed(seal, each, context);
      if (text === undefined) left += 1;
      return text ?? each;
    }
    if (Array.isArray(each)) return each.map(renewIn);
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, renewIn(inner)]));
  };
  return { value: renewIn(value), left };
}
