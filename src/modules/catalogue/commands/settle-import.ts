import { z } from 'zod';
import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { once, recordAction } from '../../../platform/journal.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { can } from '../../identity/public.ts';
import { countDoubts } from '../core/import/count-doubts.ts';
import type { ImportEffect, ImportView } from '../core/import/import-view.ts';
import type { CatalogueStoreDeps } from '../store/catalogue-deps.ts';
import { findImport, loadImportRecords, settleImport as settle } from '../store/import-rows.ts';
import { publishRecords } from '../store/publish-records.ts';
import { wrongPlaces } from './import-procedures.ts';

const input = z.strictObject({
  importId: z.uuid(),
  /** `rest`: what is right goes in. `whole`: only if nothing is wrong. `nothing`: laid aside. */
  choice: z.enum(['rest', 'whole', 'nothing']),
});
export type SettleImportInput = z.input<typeof input>;

/**
 * Takes a waiting import in or lays it aside. Refuses `catalogue.import-not-found`, `catalogue.import-settled` when
 * somebody was first, and with `whole` a file with wrong places.
 */
export async function settleImport(
  deps: CatalogueStoreDeps,
  ctx: CommandContext,
  asked: SettleImportInput,
): Promise<Result<{ state: ImportView['state'] }>> {
  const parsed = parseInput(input, asked);
  if (!parsed.ok) return parsed;
  if (!can(ctx.actor, 'catalogue.manage')) return refuse('forbidden', 'catalogue.manage-forbidden');
  const { importId, choice } = parsed.value;
  return inTransaction(deps.db, (tx) =>
    once(tx, ctx, 'catalogue.settle-import', parsed.value, async () => {
      const waiting = await findImport(tx, ctx.jurisdiction, importId, true);
      if (waiting === undefined) return refuse('not-found', 'catalogue.import-not-found');
      if (waiting.state !== 'waiting') return refuse('conflict', 'catalogue.import-settled');
      if (choice === 'whole' && waiting.wrongCount > 0) return wrongPlaces(waiting.wrongCount);
      const state = choice === 'nothing' ? 'discarded' : 'applied';
      const effect = choice === 'nothing' ? waiting.effect : await takeIn(tx, ctx, deps, importId);
      await settle(tx, ctx, importId, state, effect);
      await recordAction(tx, ctx, deps.newId, {
        command: 'catalogue.settle-import',
        subjectId: importId,
        facts: { state, created: effect.created, replaced: effect.replaced },
      });
      return ok({ state });
    }),
  );
}

async function takeIn(
  tx: Tx,
  ctx: CommandContext,
  { newId }: CatalogueStoreDeps,
  importId: string,
): Promise<ImportEffect> {
  const records = await loadImportRecords(tx, ctx.jurisdiction, importId);
  const done = await publishRecords(tx, ctx, newId, 'imported', records);
  return {
    created: done.created.length,
    replaced: done.replaced.length,
    unchanged: done.unchanged,
    differing: done.differing.map(({ code, parts }) => ({ code, parts: [...parts] })),
    quarantined: countDoubts(records),
  };
}
