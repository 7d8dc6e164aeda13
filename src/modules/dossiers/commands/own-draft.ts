import type { CitizenActor } from '../../../kernel/actor.ts';
import type { CommandContext, QueryContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { ownAccounts } from '../../identity/public.ts';
import { type DraftRow, lockDraft } from '../store/drafts.ts';

/** The signed-in citizen, or `dossiers.sign-in-first`. */
export function requireCitizen(ctx: QueryContext): Result<CitizenActor> {
  return ctx.actor.kind === 'citizen' ? ok(ctx.actor) : refuse('unauthenticated', 'dossiers.sign-in-first');
}

/** The caller's own open draft, locked; a submitted one is refused (`dossiers.draft-submitted`). */
export async function lockOwnDraft(tx: Tx, ctx: CommandContext, draftId: string): Promise<Result<DraftRow>> {
  const citizen = requireCitizen(ctx);
  if (!citizen.ok) return citizen;
  const draft = await lockDraft(tx, ctx.jurisdiction, ownAccounts(citizen.value), draftId);
  if (!draft) return refuse('not-found', 'dossiers.draft-not-found');
  if (draft.dossier_id) return refuse('conflict', 'dossiers.draft-submitted');
  return ok(draft);
}
