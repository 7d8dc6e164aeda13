import { sql } from 'kysely';
import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { readCursor, writeCursor } from '../../../platform/cursor.ts';
import { many } from '../../../platform/database.ts';
import type { ChangesAnswer } from '../core/wire.ts';
import type { CatalogueStoreDeps } from '../store/catalogue-deps.ts';

export const changesInput = z.object({
  /** `next` of the answer before; absent: from the beginning. */
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

const place = z.tuple([z.string().regex(/^\d{1,20}$/), z.int().min(0)]);

interface Row {
  readonly change_id: number;
  readonly transaction_id: string;
  readonly code: string;
  readonly version_id: string;
  readonly kind: ChangesAnswer['items'][number]['kind'];
  readonly from_day: string;
}

/**
 * What changed of the catalogue since a cursor, oldest first. Only transactions before the oldest one still running are
 * told, so that one which commits late is never skipped. `next` is always given: it is where to go on later.
 */
export async function changesSince(
  deps: CatalogueStoreDeps,
  ctx: Pick<QueryContext, 'jurisdiction'>,
  asked: z.infer<typeof changesInput>,
): Promise<Result<ChangesAnswer>> {
  const cursor = readCursor(place, asked.after);
  if (!cursor.ok) return cursor;
  const [transaction, change] = cursor.value ?? ['0', 0];
  const rows = await many(
    deps.db,
    sql<Row>`
      select c.change_id, c.transaction_id::text as transaction_id, c.code, c.version_id, c.kind, c.from_day
      from catalogue.change c
      where c.jurisdiction = ${ctx.jurisdiction}
        and (c.transaction_id, c.change_id) > (${transaction}::xid8, ${change})
        and c.transaction_id < pg_snapshot_xmin(pg_current_snapshot())
      order by c.transaction_id, c.change_id limit ${asked.limit}
    `,
  );
  const last = rows.at(-1);
  return ok({
    items: rows.map((row) => ({
      code: row.code,
      versionId: row.version_id,
      kind: row.kind,
      from: row.from_day,
    })),
    next: last ? writeCursor([last.transaction_id, last.change_id]) : (asked.after ?? writeCursor(['0', 0])),
    more: rows.length === asked.limit,
  });
}
