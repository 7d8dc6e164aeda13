import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { recordAction } from '../../../platform/journal.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { can } from '../../identity/public.ts';
import type { Doubt } from '../core/content.ts';
import { doubtsOf } from '../core/import/doubts-of.ts';
import { parseLine, type WrongLine } from '../core/import/parse-line.ts';
import type { ProcedureRecord } from '../core/procedure-record.ts';
import type { CatalogueStoreDeps } from '../store/catalogue-deps.ts';
import { type Published, publishRecords } from '../store/publish-records.ts';

/** What an import did. Quarantined facts went in as unverified: shown, marked, never demanded. */
export interface ImportReport extends Published {
  readonly read: number;
  readonly wrong: readonly WrongLine[];
  readonly quarantined: readonly {
    readonly doubt: Doubt;
    readonly facts: number;
    readonly procedures: number;
  }[];
}

/**
 * Takes in procedures as JSON lines in the shape of the national database's public pages, in one transaction.
 * Wrong lines are listed and the rest goes in; a procedure typed in or edited here is reported as a
 * difference and left; the same file again changes nothing. New texts are in force from today.
 */
export async function importProcedures(
  deps: CatalogueStoreDeps,
  ctx: CommandContext,
  lines: AsyncIterable<string>,
): Promise<Result<ImportReport>> {
  if (!can(ctx.actor, 'catalogue.manage')) return refuse('forbidden', 'catalogue.manage-forbidden');
  const { read, records, wrong } = await parseLines(lines, ctx.now);
  return inTransaction(deps.db, async (tx) => {
    const published = await publishRecords(tx, ctx, deps.newId, 'imported', records);
    await recordAction(tx, ctx, deps.newId, {
      command: 'catalogue.import-procedures',
      subjectId: ctx.requestId,
      facts: { read, created: published.created.length, replaced: published.replaced.length },
    });
    return ok({ read, wrong, quarantined: countDoubts(records), ...published });
  });
}

async function parseLines(lines: AsyncIterable<string>, now: Date) {
  const today = plainDateOf(now);
  const records = new Map<string, ProcedureRecord>();
  const wrong: WrongLine[] = [];
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (text.trim() === '') continue;
    const parsed = parseLine(text, line, today);
    if ('wrong' in parsed) wrong.push(parsed.wrong);
    else if (records.has(parsed.record.code))
      wrong.push({ line, reason: 'repeated', code: parsed.record.code });
    else records.set(parsed.record.code, parsed.record);
  }
  return { read: records.size + wrong.length, records: [...records.values()], wrong };
}

function countDoubts(records: readonly ProcedureRecord[]): ImportReport['quarantined'] {
  const counted = new Map<Doubt, { facts: number; procedures: number }>();
  for (const record of records) {
    for (const [doubt, facts] of doubtsOf(record.content)) {
      const sum = counted.get(doubt) ?? { facts: 0, procedures: 0 };
      counted.set(doubt, { facts: sum.facts + facts, procedures: sum.procedures + 1 });
    }
  }
  return [...counted]
    .map(([doubt, sum]) => ({ doubt, ...sum }))
    .sort((one, other) => other.facts - one.facts);
}
