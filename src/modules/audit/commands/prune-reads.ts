import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { recordAction } from '../../../platform/journal.ts';
import { journalKey } from '../../../platform/journal-facts.ts';
import { pruneReads } from '../../../platform/journal-seal.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { can } from '../../identity/public.ts';
import type { AuditDeps } from '../store/audit-deps.ts';

/** Shorter than any time within which somebody may ask who read their file; a rule of the house, not of law. */
const leastDaysKept = 365;

/**
 * Deletes rows about readings recorded before a moment, as far as stamped heads cover them; the seals stay, and so does the
 * action. Answers how many. Refuses a moment less than a year ago.
 */
export function pruneOldReads(
  deps: AuditDeps,
  ctx: CommandContext,
  before: Date,
): Promise<Result<{ readonly pruned: number }>> {
  return inTransaction(deps.db, async (tx) => {
    if (!can(ctx.actor, 'audit.prune')) return refuse('forbidden', 'audit.not-allowed');
    if (ctx.now.getTime() - before.getTime() < leastDaysKept * 86_400_000)
      return refuse('invalid', 'audit.too-young');
    const pruningId = deps.newId<'pruning'>();
    const pruned = await pruneReads(tx, pruningId, before, ctx.now);
    await recordAction(tx, ctx, deps.newId, {
      command: 'audit.prune-reads',
      subjectId: pruningId,
      facts: { before: journalKey(before.toISOString()), pruned },
    });
    return ok({ pruned });
  });
}
