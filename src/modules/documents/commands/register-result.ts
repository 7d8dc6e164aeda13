import type { CommandContext } from '../../../kernel/context.ts';
import type { NewId } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import type { NewResult, RegisteredResult } from '../core/result-register.ts';
import { selectFiles } from '../store/file-rows.ts';
import { incrementCounter, insertResult, type ResultEntry } from '../store/result-rows.ts';

/** Enters a result into the register of its agency. The number lock is taken last and held to the commit. */
export async function registerResult(
  deps: { readonly newId: NewId },
  tx: Tx,
  ctx: CommandContext,
  result: NewResult,
): Promise<Result<RegisteredResult>> {
  const { jurisdiction, actor } = ctx;
  const { fileId } = result;
  if (fileId !== undefined && (await selectFiles(tx, jurisdiction, [fileId])).length === 0)
    return refuse('not-found', 'documents.file-unknown');

  const year = Number(result.issuedOn.slice(0, 4));
  const entry: Omit<ResultEntry, 'number'> = {
    resultId: deps.newId<'result'>(),
    subjectId: result.subjectId,
    typeCode: result.typeCode,
    unitId: result.unitId,
    book: result.book,
    year,
    issuedOn: result.issuedOn,
    fileId,
    signerLines: result.signerLines,
    signerId: result.signerId,
    registeredAt: ctx.now,
    registeredBy: 'accountId' in actor ? actor.accountId : undefined,
  };
  const number = result.number === undefined ? await insertNext() : await insertGiven(result.number);
  if (number === undefined) {
    const params = { number: result.number ?? '', book: result.book };
    return refuse('conflict', 'documents.result-number-taken', { params });
  }
  const { year: _, signerLines, signerId, registeredAt, registeredBy, ...registered } = { ...entry, number };
  return ok(registered);

  async function insertGiven(given: string): Promise<string | undefined> {
    return (await insertResult(tx, jurisdiction, { ...entry, number: given })) ? given : undefined;
  }

  /** Passes over numbers that somebody entered by hand: the series still has no gap. */
  async function insertNext(): Promise<string> {
    const series = { unitId: result.unitId, book: `${result.typeCode} ${result.book}`, year };
    for (;;) {
      const next = await insertGiven(String(await incrementCounter(tx, jurisdiction, series)));
      if (next !== undefined) return next;
    }
  }
}
