import type { CommandContext } from '../../../kernel/context.ts';
import { parsePlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/database.ts';
import { differingParts } from '../core/differing-parts.ts';
import { countDoubts } from '../core/import/count-doubts.ts';
import type { ImportEffect } from '../core/import/import-view.ts';
import { planPublication } from '../core/plan-publication.ts';
import type { ProcedureRecord } from '../core/procedure-record.ts';
import { contentHash } from './content-hash.ts';
import { findNewest, loadNewest } from './newest-versions.ts';

/** What taking the records in would do now; nothing is written. */
export async function previewRecords(
  tx: Tx,
  ctx: CommandContext,
  records: readonly ProcedureRecord[],
): Promise<ImportEffect> {
  const codes = records.map(({ code }) => code);
  const newest = await findNewest(tx, ctx.jurisdiction, codes);
  const differing: ImportEffect['differing'] = [];
  let [created, replaced] = [0, 0];
  for (const record of records) {
    const validFrom = parsePlainDate(record.validFrom);
    if (!validFrom) throw new Error(`${record.code}: ${record.validFrom} is not a day`);
    const before = newest.get(record.code);
    const arriving = { contentHash: contentHash(record), validFrom };
    const plan = planPublication(arriving, 'imported', before, plainDateOf(ctx.now));
    if (plan.kind === 'publish' && before === undefined) created += 1;
    else if (plan.kind === 'publish') replaced += 1;
    if (plan.kind !== 'differs') continue;
    const ours = await loadNewest(tx, ctx.jurisdiction, record.code);
    differing.push({ code: record.code, parts: ours ? [...differingParts(ours, record, 'imported')] : [] });
  }
  const unchanged = records.length - created - replaced - differing.length;
  return { created, replaced, unchanged, differing, quarantined: countDoubts(records) };
}
