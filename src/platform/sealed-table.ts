import { sql } from 'kysely';
import type { Jurisdiction } from '../kernel/id.ts';
import { many, type Tx } from './database.ts';
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

/** A table of which whole columns are sealed under one context, or null; `key` is its own id beside the jurisdiction. */
export function sealedColumns(
  name: string,
  key: string,
  columns: readonly string[],
  context: string,
): SealedTable {
  const [id, table] = [sql.ref(key), sql.table(name)];
  return {
    name,
    async renew(tx, { jurisdiction, seal, after, size }) {
      const rows = await many(
        tx,
        sql<{ id: string; texts: readonly (SealedText | null)[] }>`
          select ${id} as id, array[${sql.join(columns.map((column) => sql.ref(column)))}] as texts from ${table}
          where jurisdiction = ${jurisdiction} and ${id} > ${after} order by ${id} limit ${size} for update`,
      );
      let [changed, left] = [0, 0];
      for (const row of rows) {
        const texts = row.texts.map((text) => (text === null ? null : renewed(seal, text, context)));
        if (texts.includes(undefined)) left += 1;
        else if (texts.some((text, at) => text !== row.texts[at])) {
          changed += 1;
          const set = columns.map((column, at) => sql`${sql.ref(column)} = ${texts[at]}`);
          await sql`
            update ${table} set ${sql.join(set)} where jurisdiction = ${jurisdiction} and ${id} = ${row.id}`.execute(
            tx,
          );
        }
      }
      const last = rows.at(-1)?.id;
      return { ...(last !== undefined && { last }), seen: rows.length, changed, left };
    },
  };
}
