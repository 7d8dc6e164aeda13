import type { CommandContext } from '../../../kernel/context.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { recordAction } from '../../../platform/journal.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { can } from '../../identity/public.ts';
import { countDoubts } from '../core/import/count-doubts.ts';
import type { ImportEffect } from '../core/import/import-view.ts';
import type { ReadFile } from '../core/import/workbook/read-workbook.ts';
import type { WrongPlace } from '../core/import/wrong-place.ts';
import type { CatalogueStoreDeps } from '../store/catalogue-deps.ts';
import { type Published, publishRecords } from '../store/publish-records.ts';

/** What an import did. Quarantined facts went in as unverified: shown, marked, never demanded. */
export interface ImportReport extends Published {
  readonly read: number;
  readonly wrong: readonly WrongPlace[];
  readonly quarantined: ImportEffect['quarantined'];
}

export interface ImportChoice {
  /** With a wrong place nothing goes in (`catalogue.import-wrong-places`); else the rest does. */
  readonly allOrNothing: boolean;
}

/**
 * Takes in the procedures of a file in one transaction. Wrong places are listed and the rest goes in, or nothing, as
 * chosen; a procedure typed in or edited here is reported as a difference and left; the same file again changes
 * nothing. New texts are in force from today unless the file says from when.
 */
export async function importProcedures(
  deps: CatalogueStoreDeps,
  ctx: CommandContext,
  readFile: (today: PlainDate) => Promise<Result<ReadFile>>,
  { allOrNothing }: ImportChoice = { allOrNothing: false },
): Promise<Result<ImportReport>> {
  if (!can(ctx.actor, 'catalogue.manage')) return refuse('forbidden', 'catalogue.manage-forbidden');
  const given = await readFile(plainDateOf(ctx.now));
  if (!given.ok) return given;
  const { read, records, wrong } = given.value;
  if (allOrNothing && wrong.length > 0) return wrongPlaces(wrong.length);
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

/** The refusal of a file that was to go in whole. */
export function wrongPlaces(count: number) {
  return refuse('invalid', 'catalogue.import-wrong-places', { params: { count } });
}
