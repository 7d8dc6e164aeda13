import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { recordAction } from '../../../platform/journal.ts';
import { published } from '../../../platform/journal-facts.ts';
import type { RenewedBatch } from '../../../platform/sealed-table.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import type { RotatedTable } from '../contract.ts';
import type { PrivacyDeps } from '../store/privacy-deps.ts';
import { sealedTables } from '../store/sealed-tables.ts';

/** Rows locked at a time: short enough that nobody who writes them notices. */
const batchSize = 200;
const nil = '00000000-0000-0000-0000-000000000000';

/**
 * Brings everything sealed under the current keys, batch by batch, each in its own transaction, while work goes on. Stopped
 * in the middle it loses nothing and begins anew: what is renewed already is only read. For the installation itself alone.
 */
export async function rotateKeys(
  deps: PrivacyDeps,
  ctx: CommandContext,
  told?: (table: string, batch: RenewedBatch) => void,
): Promise<Result<readonly RotatedTable[]>> {
  if (ctx.actor.kind !== 'system') return refuse('forbidden', 'privacy.not-allowed');
  const tables: RotatedTable[] = [];
  for (const table of [...deps.sealedTables, ...sealedTables]) {
    let [seen, changed, left] = [0, 0, 0];
    let after: string | undefined = nil;
    while (after !== undefined) {
      const from: string = after;
      const done = await inTransaction(deps.db, async (tx) =>
        ok(
          await table.renew(tx, {
            jurisdiction: ctx.jurisdiction,
            seal: deps.seal,
            after: from,
            size: batchSize,
          }),
        ),
      );
      if (!done.ok) return done;
      const batch = done.value;
      told?.(table.name, batch);
      seen += batch.seen;
      changed += batch.changed;
      left += batch.left;
      after = batch.last;
    }
    tables.push({ table: table.name, seen, changed, left });
  }
  return inTransaction(deps.db, async (tx) => {
    const subjectId = deps.newId<'keyRotation'>();
    await recordAction(tx, ctx, deps.newId, {
      command: 'privacy.rotate-keys',
      subjectId,
      facts: { tables: tables.map(published) },
    });
    return ok(tables);
  });
}
