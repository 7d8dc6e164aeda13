import type { CommandContext } from '../../../../kernel/context.ts';
import type { NewId } from '../../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import type { Database, Tx } from '../../../../platform/database.ts';
import { recordAction } from '../../../../platform/journal.ts';
import { runCommand } from '../../../../platform/run-command.ts';
import { inTransaction } from '../../../../platform/transaction.ts';
import { isFreshlyProved } from '../../core/assurance.ts';
import { mergePeopleInput, undoMergeInput } from '../../core/merge-views.ts';
import { keptFirst, mergeObstacle, unprovenMerge } from '../../core/merging.ts';
import { can } from '../../core/permissions.ts';
import {
  addMerge,
  closeMerge,
  lockMerge,
  lockPeople,
  mergeCandidate,
  moveAccounts,
} from '../../store/merge-store.ts';
import { takeFlow } from '../../store/sign-in-flow-store.ts';

export interface MergeDeps {
  readonly db: Database;
  readonly newId: NewId;
}

type Merged = { readonly mergeId: string };

/**
 * The citizen says that both accounts they signed in with are theirs. Refuses `identity.sign-in-expired` where the
 * question was asked to somebody else, was answered, or is too old.
 */
export function confirmMerge(
  deps: MergeDeps,
  ctx: CommandContext,
  flowToken: string | undefined,
): Promise<Result<Merged>> {
  return inTransaction(deps.db, async (tx) => {
    const { actor } = ctx;
    if (actor.kind !== 'citizen') return refuse('unauthenticated', 'identity.session-expired');
    const flow = await takeFlow(tx, ctx.jurisdiction, flowToken, 'merge', ctx.now);
    if (flow?.stage !== 'merge' || flow.mergeAccountId !== actor.accountId)
      return refuse('unauthenticated', 'identity.sign-in-expired');
    return mergeRecords(deps, tx, ctx, [actor.personId, flow.personId], {
      proof: 'bothSignIns',
      reason: null,
    });
  });
}

/** `mergePeopleInput`. By an administrator, with a reason, and only records that are one person's on paper (`unprovenMerge`). */
export function mergePeople(deps: MergeDeps, ctx: CommandContext, input: unknown): Promise<Result<Merged>> {
  return runCommand(deps, ctx, 'identity.merge-people', mergePeopleInput, input, async (tx, wanted) => {
    const refused = lacksPower(ctx);
    if (refused) return refused;
    return mergeRecords(deps, tx, ctx, wanted.personIds, { proof: 'administrator', reason: wanted.reason });
  });
}

/**
 * `undoMergeInput`. The accounts go back to the record they came from, and what was handed in with them. By an
 * administrator, or by the citizen who merged their own.
 */
export function undoMerge(deps: MergeDeps, ctx: CommandContext, input: unknown): Promise<Result<null>> {
  return runCommand(deps, ctx, 'identity.undo-merge', undoMergeInput, input, async (tx, wanted) => {
    const { actor } = ctx;
    const done = await lockMerge(tx, ctx.jurisdiction, wanted.mergeId);
    const isOwn =
      actor.kind === 'citizen' && done?.proof === 'bothSignIns' && done.kept_person_id === actor.personId;
    const refused = isOwn ? undefined : lacksPower(ctx);
    if (refused) return refused;
    if (!done || !('accountId' in actor)) return refuse('not-found', 'identity.merge-unknown');
    if (done.undone_at !== null) return refuse('conflict', 'identity.merge-undone');
    const { kept_person_id: kept, merged_person_id: merged, account_ids: accountIds } = done;
    await lockPeople(tx, ctx.jurisdiction, [kept, merged]);
    const holder = await mergeCandidate(tx, ctx.jurisdiction, kept);
    if (!holder || holder.isMerged) return refuse('conflict', 'identity.merge-superseded');
    await moveAccounts(tx, ctx.jurisdiction, kept, merged, accountIds);
    await closeMerge(tx, ctx.jurisdiction, done.id, { by: actor.accountId, reason: wanted.reason }, ctx.now);
    const facts = { mergeId: done.id, fromPersonId: kept, accountIds };
    await recordAction(tx, ctx, deps.newId, {
      command: 'identity.undo-merge',
      subjectId: merged,
      facts,
    });
    return ok(null);
  });
}

/** Writes that two records are one person's: the accounts of one go to the other. Refuses `mergeObstacle` and `unprovenMerge`. */
export async function mergeRecords(
  deps: Pick<MergeDeps, 'newId'>,
  tx: Tx,
  ctx: CommandContext,
  personIds: readonly [string, string],
  why: { readonly proof: 'bothSignIns' | 'administrator'; readonly reason: string | null },
): Promise<Result<Merged>> {
  const { actor, jurisdiction } = ctx;
  if (!('accountId' in actor)) return refuse('forbidden', 'identity.not-allowed');
  await lockPeople(tx, jurisdiction, personIds);
  const one = await mergeCandidate(tx, jurisdiction, personIds[0]);
  const other = await mergeCandidate(tx, jurisdiction, personIds[1]);
  const obstacle = mergeObstacle(one, other);
  if (!one || !other || obstacle) return refuse('conflict', obstacle ?? 'identity.person-unknown');
  const unproven = why.proof === 'administrator' ? unprovenMerge(one, other) : undefined;
  if (unproven) return refuse('conflict', unproven);
  const [kept, merged] = keptFirst(one, other);
  const mergeId = deps.newId<'merge'>();
  const accountIds = await moveAccounts(tx, jurisdiction, merged.personId, kept.personId);
  const row = {
    id: mergeId,
    kept_person_id: kept.personId,
    merged_person_id: merged.personId,
    account_ids: accountIds,
    by: actor.accountId,
    ...why,
  };
  await addMerge(tx, jurisdiction, row, ctx.now);
  const facts = { mergeId, mergedPersonId: merged.personId, accountIds, proof: why.proof };
  await recordAction(tx, ctx, deps.newId, {
    command: 'identity.merge-people',
    subjectId: kept.personId,
    facts,
  });
  return ok({ mergeId });
}

function lacksPower(ctx: CommandContext) {
  if (ctx.actor.kind !== 'officer' || !can(ctx.actor, 'identity.manage'))
    return refuse('forbidden', 'identity.not-allowed');
  return isFreshlyProved(ctx.actor, ctx.now) ? undefined : refuse('forbidden', 'identity.step-up-needed');
}
