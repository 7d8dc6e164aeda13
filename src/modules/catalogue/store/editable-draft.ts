import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { formatDateTime } from '../../../texts/format.ts';
import type { DraftState } from '../core/drafts/draft-views.ts';
import type { CatalogueDeps } from './catalogue-deps.ts';
import { changesSince } from './draft-history.ts';
import { type DraftRow, lockDraft } from './drafts.ts';
import { signerFor } from './names.ts';

const refusals = {
  draft: 'catalogue.draft-not-open',
  inReview: 'catalogue.draft-not-in-review',
  approved: 'catalogue.draft-not-approved',
} as const;

/**
 * Locks a draft that stands in one of the states and at the version its editor has seen. Refuses
 * `catalogue.draft-changed` with who was faster, when, and every place that changed since.
 */
export async function lockDraftAt(
  tx: Tx,
  ctx: CommandContext,
  deps: Pick<CatalogueDeps, 'identity'>,
  seen: { readonly draftId: string; readonly version: number },
  states: readonly [keyof typeof refusals, ...DraftState[]],
): Promise<Result<DraftRow>> {
  const draft = await lockDraft(tx, ctx.jurisdiction, seen.draftId);
  if (!draft) return refuse('not-found', 'catalogue.draft-not-found');
  if (draft.version !== seen.version) return refuseChanged(tx, ctx, deps, draft, seen.version);
  if (!states.includes(draft.state)) return refuse('conflict', refusals[states[0]]);
  return ok(draft);
}

async function refuseChanged(
  tx: Tx,
  ctx: CommandContext,
  deps: Pick<CatalogueDeps, 'identity'>,
  draft: DraftRow,
  seenVersion: number,
): Promise<Result<never>> {
  const changes = await changesSince(tx, ctx.jurisdiction, draft.draft_id, seenVersion);
  const last = changes.at(-1);
  const at = last?.changed_at ?? draft.approved_at ?? draft.submitted_at ?? draft.changed_at;
  const by = last ? last.changed_by : (draft.approved_by ?? draft.submitted_by ?? draft.changed_by);
  const sign = await signerFor(deps, tx, ctx.now, [by]);
  return refuse('conflict', 'catalogue.draft-changed', {
    params: { who: sign(at, by).by ?? '', at: formatDateTime(at), version: draft.version },
    fields: [...new Set(changes.map((change) => change.pointer))].map((pointer) => ({
      pointer,
      type: 'catalogue.place-changed',
    })),
  });
}
