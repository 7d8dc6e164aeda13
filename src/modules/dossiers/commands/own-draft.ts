import type { CitizenActor } from '../../../kernel/actor.ts';
import type { CommandContext, QueryContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import type { DossierDeps } from '../store/deps.ts';
import { requireDrafter } from '../store/drafter.ts';
import { type DraftRow, lockDraft } from '../store/drafts.ts';

/** The signed-in citizen, or `dossiers.sign-in-first`. */
export function requireCitizen(ctx: QueryContext): Result<CitizenActor> {
  return ctx.actor.kind === 'citizen' ? ok(ctx.actor) : refuse('unauthenticated', 'dossiers.sign-in-first');
}

/**
 * The caller's own open draft, locked; a submitted one is refused (`dossiers.draft-submitted`), and a helper's whose consent has
 * ended (`identity.consent-ended`).
 */
export async function lockOwnDraft(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  draftId: string,
): Promise<Result<DraftRow>> {
  const drafter = requireDrafter(ctx);
  if (!drafter.ok) return drafter;
  const draft = await lockDraft(tx, ctx.jurisdiction, drafter.value.accountIds, draftId);
  if (!draft) return refuse('not-found', 'dossiers.draft-not-found');
  if (draft.dossier_id) return refuse('conflict', 'dossiers.draft-submitted');
  if (draft.consent_id === null) return ok(draft);
  const helped = await deps.identity.citizens.actUnderConsent(tx, ctx, draft.consent_id, false);
  return helped.ok ? ok(draft) : helped;
}

/** The same, as it was when the page was read: another window's newer version is never overwritten (`dossiers.draft-changed`). */
export async function lockOwnDraftAt(
  tx: Tx,
  ctx: CommandContext,
  deps: DossierDeps,
  seen: { readonly draftId: string; readonly expectedVersion: number },
): Promise<Result<DraftRow>> {
  const draft = await lockOwnDraft(tx, ctx, deps, seen.draftId);
  if (draft.ok && draft.value.version !== seen.expectedVersion)
    return refuse('conflict', 'dossiers.draft-changed');
  return draft;
}
