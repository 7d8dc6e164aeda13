import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { can } from '../../identity/public.ts';
import { differences, type TextDifference } from '../core/difference/differences.ts';
import { sentencesOf } from '../core/difference/sentences.ts';
import { type SideBySideRow, sideBySide } from '../core/difference/side-by-side.ts';
import { readDraft } from '../core/drafts/draft-document.ts';
import { procedureCode } from '../core/procedure-record.ts';
import { type ProcedureText, textOf } from '../core/procedure-text.ts';
import type { CatalogueStoreDeps } from '../store/catalogue-deps.ts';
import { findDraft } from '../store/drafts.ts';
import { getVersion } from '../store/find-version.ts';
import { findNationalText } from '../store/national-records.ts';

/** A published version, a finished draft, or what the national database last said of a code. */
const side = z.union([
  z.strictObject({ versionId: z.uuid() }),
  z.strictObject({ draftId: z.uuid() }),
  z.strictObject({ national: procedureCode }),
]);

export const compareTextsInput = z.object({ before: side, after: side });

export interface Comparison {
  readonly before: ProcedureText;
  readonly after: ProcedureText;
  readonly differences: readonly TextDifference[];
  /** As a lawyer writes them, one a part; empty when nothing differs. */
  readonly sentences: readonly string[];
  readonly rows: readonly SideBySideRow[];
}

/**
 * The difference of two texts. Versions are for everybody, drafts and national records for the office. Refuses
 * `catalogue.draft-incomplete` with the places, and `catalogue.no-national-record`.
 */
export async function compareTexts(
  deps: CatalogueStoreDeps,
  ctx: QueryContext,
  input: unknown,
): Promise<Result<Comparison>> {
  const asked = parseInput(compareTextsInput, input);
  if (!asked.ok) return asked;
  const before = await textOn(deps, ctx, asked.value.before);
  if (!before.ok) return before;
  const after = await textOn(deps, ctx, asked.value.after);
  if (!after.ok) return after;
  const found = differences(before.value, after.value);
  return ok({
    before: before.value,
    after: after.value,
    differences: found,
    sentences: sentencesOf(found, before.value, after.value),
    rows: sideBySide(before.value, after.value),
  });
}

async function textOn(
  deps: CatalogueStoreDeps,
  ctx: QueryContext,
  wanted: z.infer<typeof side>,
): Promise<Result<ProcedureText>> {
  if ('versionId' in wanted) {
    const version = await getVersion(deps.db, ctx.jurisdiction, wanted.versionId as Id<'procedureVersion'>);
    return version.ok ? ok(textOf(version.value)) : version;
  }
  if (!can(ctx.actor, 'catalogue.edit')) return refuse('forbidden', 'catalogue.not-allowed');
  if ('national' in wanted) {
    const text = await findNationalText(deps.db, ctx.jurisdiction, wanted.national);
    return text ? ok(text) : refuse('not-found', 'catalogue.no-national-record');
  }
  const draft = await findDraft(deps.db, ctx.jurisdiction, wanted.draftId);
  if (!draft) return refuse('not-found', 'catalogue.draft-not-found');
  const read = readDraft(draft.document);
  if ('text' in read) return ok(read.text);
  return refuse('conflict', 'catalogue.draft-incomplete', { fields: [...read.missing, ...read.wrong] });
}
