import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { type ActionName, recordAction } from '../../../platform/journal.ts';
import { readDraft } from '../core/drafts/draft-document.ts';
import {
  approveDraftInput,
  commentDraftInput,
  discardDraftInput,
  returnDraftInput,
  submitDraftForReviewInput,
} from '../core/drafts/draft-inputs.ts';
import type { DraftComment } from '../core/drafts/draft-views.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { isOnDecision } from '../store/decisions.ts';
import { appendComments, writersOf } from '../store/draft-history.ts';
import { accountOf, type DraftRow, findDraft, writeState } from '../store/drafts.ts';
import { lockDraftAt } from '../store/editable-draft.ts';
import { runCommand } from './run-command.ts';

type Versioned = { readonly version: number };
type State = 'draft' | 'inReview' | 'approved' | 'discarded';

/** Says something about a draft or a place in it, in any state. */
export function commentDraft(
  deps: CatalogueDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly commentId: string }>> {
  const frame = {
    name: 'catalogue.comment-draft',
    input: commentDraftInput,
    needs: 'catalogue.edit',
  } as const;
  return runCommand(deps, ctx, frame, input, async (tx, { draftId, pointer, text }) => {
    const draft = await findDraft(tx, ctx.jurisdiction, draftId);
    if (!draft) return refuse('not-found', 'catalogue.draft-not-found');
    const commentId = deps.newId<'comment'>();
    await appendComments(tx, ctx, draft, [{ commentId, kind: 'comment', pointer, text }]);
    await recordAction(tx, ctx, deps.newId, { command: frame.name, subjectId: draftId });
    return ok({ commentId });
  });
}

/** Hands a finished text over for review: from now on nobody writes. Refuses `catalogue.draft-incomplete` with the places. */
export function submitDraftForReview(
  deps: CatalogueDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<Versioned>> {
  const frame = {
    name: 'catalogue.submit-draft',
    input: submitDraftForReviewInput,
    needs: 'catalogue.edit',
  } as const;
  return runCommand(deps, ctx, frame, input, async (tx, { note, ...seen }) => {
    const draft = await lockDraftAt(tx, ctx, deps, seen, ['draft']);
    if (!draft.ok) return draft;
    const read = readDraft(draft.value.document);
    if (!('text' in read))
      return refuse('invalid', 'catalogue.draft-incomplete', { fields: [...read.missing, ...read.wrong] });
    const comments = note === undefined ? [] : [{ kind: 'submitted' as const, text: note }];
    return move(tx, ctx, deps, frame.name, draft.value, 'inReview', comments);
  });
}

/** Gives a text back to be written on, with a reason at each place; an approved one too while no decision is carried out. */
export function returnDraft(
  deps: CatalogueDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<Versioned>> {
  const frame = {
    name: 'catalogue.return-draft',
    input: returnDraftInput,
    needs: 'catalogue.approve',
  } as const;
  return runCommand(deps, ctx, frame, input, async (tx, { reasons, ...seen }) => {
    const draft = await lockDraftAt(tx, ctx, deps, seen, ['inReview', 'approved']);
    if (!draft.ok) return draft;
    const comments = reasons.map((reason) => ({ kind: 'returned' as const, ...reason }));
    return move(tx, ctx, deps, frame.name, draft.value, 'draft', comments);
  });
}

/**
 * Finds a text right. Refuses `catalogue.own-draft` to whoever wrote or submitted it, and `catalogue.approver-of-own-making` where one
 * of the two made the other's account lately, unless the rules here allow it.
 */
export function approveDraft(
  deps: CatalogueDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<Versioned>> {
  const frame = {
    name: 'catalogue.approve-draft',
    input: approveDraftInput,
    needs: 'catalogue.approve',
  } as const;
  return runCommand(deps, ctx, frame, input, async (tx, { note, ...seen }) => {
    const draft = await lockDraftAt(tx, ctx, deps, seen, ['inReview']);
    if (!draft.ok) return draft;
    const approver = accountOf(ctx.actor);
    if (!deps.rules.ownApproval && approver !== null) {
      const writers = await writersOf(tx, ctx.jurisdiction, seen.draftId);
      if (writers.has(approver)) return refuse('forbidden', 'catalogue.own-draft');
      for (const writer of writers)
        if ((await deps.identity.tiesBetween(tx, writer, approver, ctx.now)) === 'made')
          return refuse('forbidden', 'catalogue.approver-of-own-making');
    }
    const comments = note === undefined ? [] : [{ kind: 'approved' as const, text: note }];
    return move(tx, ctx, deps, frame.name, draft.value, 'approved', comments);
  });
}

/** Gives a text up, with the reason. Refuses `catalogue.draft-on-decision` while a decision has a line for it. */
export function discardDraft(
  deps: CatalogueDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<Versioned>> {
  const frame = {
    name: 'catalogue.discard-draft',
    input: discardDraftInput,
    needs: 'catalogue.edit',
  } as const;
  return runCommand(deps, ctx, frame, input, async (tx, { reason, ...seen }) => {
    const draft = await lockDraftAt(tx, ctx, deps, seen, ['draft', 'inReview', 'approved']);
    if (!draft.ok) return draft;
    if (await isOnDecision(tx, ctx.jurisdiction, seen.draftId))
      return refuse('conflict', 'catalogue.draft-on-decision');
    return move(tx, ctx, deps, frame.name, draft.value, 'discarded', [{ kind: 'discarded', text: reason }]);
  });
}

async function move(
  tx: Tx,
  ctx: CommandContext,
  deps: CatalogueDeps,
  command: ActionName,
  draft: DraftRow,
  state: State,
  comments: readonly {
    readonly kind: DraftComment['kind'];
    readonly pointer?: string | undefined;
    readonly text: string;
  }[],
): Promise<Result<Versioned>> {
  await appendComments(
    tx,
    ctx,
    draft,
    comments.map((comment) => ({ commentId: deps.newId<'comment'>(), ...comment })),
  );
  await writeState(tx, ctx, draft, state);
  await recordAction(tx, ctx, deps.newId, { command, subjectId: draft.draft_id, facts: { state } });
  return ok({ version: draft.version + 1 });
}
