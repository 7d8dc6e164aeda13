import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import { dayText } from '../../../kernel/day-input.ts';
import type { Id } from '../../../kernel/id.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { can } from '../../identity/public.ts';
import { readDraft } from '../core/drafts/draft-document.ts';
import { type SaidFinding, sayFinding } from '../core/lint/say-finding.ts';
import { textOf } from '../core/procedure-text.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { findDraft } from '../store/drafts.ts';
import { getVersion } from '../store/find-version.ts';
import { lintText } from '../store/lint-text.ts';

export const lintInput = z.object({
  of: z.union([z.strictObject({ draftId: z.uuid() }), z.strictObject({ versionId: z.uuid() })]),
  /** The day it would be in force from; today by default. */
  on: dayText.optional(),
});

/** What keeps a draft or version from being published, errors first; a draft's missing places are errors too. */
export async function lintTexts(
  deps: CatalogueDeps,
  ctx: QueryContext,
  input: unknown,
): Promise<Result<readonly SaidFinding[]>> {
  if (!can(ctx.actor, 'catalogue.edit')) return refuse('forbidden', 'catalogue.not-allowed');
  const asked = parseInput(lintInput, input);
  if (!asked.ok) return asked;
  const on = (asked.value.on as PlainDate | undefined) ?? plainDateOf(ctx.now);
  const { of } = asked.value;
  if ('versionId' in of) {
    const version = await getVersion(deps.db, ctx.jurisdiction, of.versionId as Id<'procedureVersion'>);
    if (!version.ok) return version;
    return ok((await lintText(deps, deps.db, ctx.jurisdiction, textOf(version.value), on)).map(sayFinding));
  }
  const draft = await findDraft(deps.db, ctx.jurisdiction, of.draftId);
  if (!draft) return refuse('not-found', 'catalogue.draft-not-found');
  const read = readDraft(draft.document);
  if ('text' in read)
    return ok((await lintText(deps, deps.db, ctx.jurisdiction, read.text, on)).map(sayFinding));
  return ok(
    [...read.missing, ...read.wrong].map(({ pointer, type }) =>
      sayFinding({
        type: type === 'input.required' ? 'place-missing' : 'place-wrong',
        severity: 'error',
        pointer,
      }),
    ),
  );
}
