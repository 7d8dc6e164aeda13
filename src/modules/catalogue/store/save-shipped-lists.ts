import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../../kernel/context.ts';
import type { NewId } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/database.ts';
import { listFacts } from '../core/lists/list-entry.ts';
import { procedureCode } from '../core/procedure-record.ts';

/** A membership that ships with the product: of a decision made outside this province, named as its source. */
export const shippedListing = z.strictObject({
  code: procedureCode,
  facts: listFacts,
  /** First day on the list. */
  from: z.iso.date(),
  source: z.string().trim().min(1),
});
export type ShippedListing = z.input<typeof shippedListing>;

/** Puts procedures on the lists they were never on: what a decision here has ended is not begun again. */
export async function saveShippedLists(
  tx: Tx,
  ctx: CommandContext,
  newId: NewId,
  listings: readonly z.infer<typeof shippedListing>[],
): Promise<void> {
  const rows = listings.map((listing) => ({
    ...listing,
    entryId: newId<'listEntry'>(),
    list: listing.facts.list,
  }));
  await sql`
    insert into catalogue.list_entry (jurisdiction, entry_id, list, code, valid, facts, source, amended_on)
    select ${ctx.jurisdiction}, r."entryId", r.list, r.code, daterange(r."from", null), r.facts, r.source,
      ${plainDateOf(ctx.now)}::date
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r("entryId" uuid, list text, code text, "from" date, facts jsonb, source text)
    where not exists (
      select from catalogue.list_entry e
      where e.jurisdiction = ${ctx.jurisdiction} and e.list = r.list and e.code = r.code)
  `.execute(tx);
}
