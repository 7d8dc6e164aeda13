import { must } from '../../../platform/testing/must.ts';
import type { Catalogue } from '../module.ts';
import { controlContext } from './an-officer.ts';

let decided = 0;

/** What the office does until a decision has an approved text for the line. */
export interface WantedLine {
  readonly code: string;
  readonly change: 'new' | 'amended' | 'replaced' | 'abolished' | 'suspended';
  /** Text to draft: JSON Patch on the newest version, or on a blank text when there is none. */
  readonly patch?: readonly unknown[];
  readonly replacedBy?: string;
}

/** Drafts, has reviewed and records: a decision ready to be carried out on a day. */
export async function recordedDecision(
  catalogue: Catalogue,
  lines: readonly WantedLine[],
  more: { readonly on?: string; readonly kind?: string; readonly number?: string } = {},
): Promise<{ readonly decisionId: string; readonly version: number }> {
  const { on = '2026-11-26', kind = 'province', number = `${++decided}/QĐ-UBND` } = more;
  const written = [];
  for (const { patch, ...line } of lines)
    written.push(patch ? { ...line, draftId: await approvedDraft(catalogue, line.code, patch, on) } : line);
  return must(
    await catalogue.commands.recordDecision(controlContext(1, on), {
      kind,
      number,
      decidedOn: on,
      agency: 'Chủ tịch UBND tỉnh',
      signer: 'Nguyễn Văn Ký',
      lines: written,
    }),
  );
}

/** A text written by one officer and approved by another. */
export async function approvedDraft(
  catalogue: Catalogue,
  code: string,
  patch: readonly unknown[],
  on = '2026-11-26',
): Promise<string> {
  const [first, second] = [controlContext(1, on), controlContext(2, on)];
  const versions = await catalogue.queries.listVersions(first, code);
  const newest = versions.ok ? versions.value.find((version) => !version.withdrawn) : undefined;
  const start = newest ? { from: 'version', versionId: newest.versionId } : { from: 'blank', code };
  const { draftId } = must(
    await catalogue.commands.createDraft({ ...first, requestId: crypto.randomUUID() }, start),
  );
  const saved = must(await catalogue.commands.saveDraft(first, { draftId, version: 1, patch }));
  const submitted = must(
    await catalogue.commands.submitDraftForReview(first, { draftId, version: saved.version }),
  );
  must(await catalogue.commands.approveDraft(second, { draftId, version: submitted.version }));
  return draftId;
}

/** Looks at the whole effect from a day and carries it out as shown. */
export async function carryOut(
  catalogue: Catalogue,
  decision: { readonly decisionId: string; readonly version: number },
  from: string,
  today = '2026-11-26',
) {
  const ctx = controlContext(1, today);
  const { effect } = must(await catalogue.queries.effectOf(ctx, { decisionId: decision.decisionId, from }));
  return catalogue.commands.publishDecision(ctx, { ...decision, from, effect });
}
