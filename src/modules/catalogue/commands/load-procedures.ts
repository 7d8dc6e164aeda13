import { z } from 'zod';
import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { can } from '../../identity/public.ts';
import { procedureRecord } from '../core/procedure-record.ts';
import type { CatalogueStoreDeps } from '../store/catalogue-deps.ts';
import { type Published, publishRecords } from '../store/publish-records.ts';
import { lifeEvent, saveLifeEvents } from '../store/save-life-events.ts';
import { saveShippedLists, shippedListing } from '../store/save-shipped-lists.ts';
import { type SearchSynonym, saveSynonyms, searchSynonym } from '../store/save-synonyms.ts';

const input = z.strictObject({
  procedures: z.array(procedureRecord),
  synonyms: z.array(searchSynonym).optional(),
  lifeEvents: z.array(lifeEvent).optional(),
  listings: z.array(shippedListing).optional(),
});
export type LoadProceduresInput = z.input<typeof input>;
export type { SearchSynonym };

/**
 * Loads the procedures the product ships, by code: a changed text becomes a new version, one edited here is
 * left and listed. A second load changes nothing. A record that does not parse is a fault of the shipped
 * data and throws with its place.
 */
export async function loadProcedures(
  deps: CatalogueStoreDeps,
  ctx: CommandContext,
  records: unknown,
): Promise<Result<Published>> {
  if (!can(ctx.actor, 'catalogue.manage')) return refuse('forbidden', 'catalogue.manage-forbidden');
  const { procedures, synonyms, lifeEvents, listings } = input.parse(records);
  return inTransaction(deps.db, async (tx) => {
    if (synonyms) await saveSynonyms(tx, ctx.jurisdiction, synonyms);
    const published = await publishRecords(tx, ctx, deps.newId, 'shipped', procedures);
    if (lifeEvents) await saveLifeEvents(tx, ctx.jurisdiction, lifeEvents);
    if (listings) await saveShippedLists(tx, ctx, deps.newId, listings);
    return ok(published);
  });
}
