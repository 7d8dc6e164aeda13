import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { can } from '../../identity/public.ts';
import { differences } from '../core/difference/differences.ts';
import { sentencesOf } from '../core/difference/sentences.ts';
import { readDraft } from '../core/drafts/draft-document.ts';
import type { Impact } from '../core/impact.ts';
import { procedureCode } from '../core/procedure-record.ts';
import { textOf } from '../core/procedure-text.ts';
import type { ProcedureVersion } from '../core/procedure-version.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { linesOf } from '../store/decisions.ts';
import { findDraft } from '../store/drafts.ts';
import { publishedOn } from '../store/find-version.ts';

export const impactInput = z.object({
  of: z.union([z.strictObject({ draftId: z.uuid() }), z.strictObject({ decisionId: z.uuid() })]),
  /** Of a decision only these lines: what one page shows of hundreds. */
  codes: z.array(procedureCode).max(200).optional(),
});

/** What a draft or a whole decision touches beyond its text. */
export async function impactOf(
  deps: CatalogueDeps,
  ctx: QueryContext,
  input: unknown,
): Promise<Result<readonly Impact[]>> {
  if (!can(ctx.actor, 'catalogue.edit')) return refuse('forbidden', 'catalogue.not-allowed');
  const asked = parseInput(impactInput, input);
  if (!asked.ok) return asked;
  const { of, codes } = asked.value;
  const touched =
    'draftId' in of
      ? [await findDraft(deps.db, ctx.jurisdiction, of.draftId)].flatMap((draft) => draft ?? [])
      : await linesOf(deps.db, ctx.jurisdiction, of.decisionId, codes);
  if (touched.length === 0)
    return refuse(
      'not-found',
      'draftId' in of ? 'catalogue.draft-not-found' : 'catalogue.decision-not-found',
    );
  const today = plainDateOf(ctx.now);
  const lines = touched.map(({ code }) => code);
  const current = await publishedOn(deps.db, ctx.jurisdiction, lines, today);
  const ids = [...current.values()].map(({ id }) => id);
  const open = await deps.dossiers.openOnVersions(ctx.jurisdiction, ids);
  const impacts: Impact[] = [];
  for (const { code, document } of touched)
    impacts.push(await impactOn(deps, ctx, today, code, document, current.get(code), open));
  return ok(impacts);
}

async function impactOn(
  deps: CatalogueDeps,
  ctx: QueryContext,
  today: PlainDate,
  code: string,
  document: unknown,
  version: ProcedureVersion | undefined,
  open: ReadonlyMap<string, number>,
): Promise<Impact> {
  const before = version && textOf(version);
  const read = document === null ? undefined : readDraft(document);
  const after = read && 'text' in read ? read.text : undefined;
  const found = before && after ? differences(before, after) : [];
  const touches = (part: string) => found.some((difference) => difference.part === part);
  const form = await deps.forms.getFormInForce(deps.db, ctx.jurisdiction, code, today);
  const running = await Promise.all(
    (before?.content.cases ?? []).map(({ key }) => deps.process.getProcessInForce(deps.db, code, today, key)),
  );
  const texts = [before, after].flatMap((text) => text ?? []);
  return {
    code,
    name: after?.name ?? before?.name ?? code,
    ...(version ? { version: { versionId: version.id, number: version.number } } : {}),
    ends: document === null,
    openDossiers: version ? (open.get(version.id) ?? 0) : 0,
    changes: before && after ? sentencesOf(found, before, after) : [],
    touches: { papers: touches('components'), fees: touches('fees'), times: touches('timeLimits') },
    ...(form.ok ? { form: form.value.definition.code } : {}),
    processes: [...new Set(running.flatMap((one) => (one.ok ? [one.value.name] : [])))],
    templates: [
      ...new Set(
        texts.flatMap(({ content }) =>
          content.components.flatMap(({ form: printed }) => printed?.name ?? []),
        ),
      ),
    ],
    units: [...new Set(texts.flatMap(({ content: { competentAgency } }) => competentAgency.name ?? []))],
  };
}
