import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { many, maybeOne, type Tx } from '../../../platform/database.ts';
import { recordAction } from '../../../platform/journal.ts';
import { undoDecisionInput } from '../core/decisions/decision-inputs.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { builtUpon, takeBack } from '../store/decision-before.ts';
import { lockDecisionAt } from '../store/decisions.ts';
import { lockCatalogue } from '../store/newest-versions.ts';
import { runCommand } from './run-command.ts';

/**
 * Takes a decision back before its day: versions, texts and lists are as they were, and it is open again with its lines.
 * Refuses once its day has come, when something was decided upon it since, and where another text of one of its
 * procedures is being written.
 */
export function undoDecision(
  deps: CatalogueDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly version: number }>> {
  const frame = {
    name: 'catalogue.undo-decision',
    input: undoDecisionInput,
    needs: 'catalogue.publish',
  } as const;
  return runCommand(deps, ctx, frame, input, async (tx, { reason, ...seen }) => {
    const locked = await lockDecisionAt(tx, ctx, seen, { carriedOut: true });
    if (!locked.ok) return locked;
    const { number, in_force_from: from } = locked.value;
    if (from === null) return refuse('conflict', 'catalogue.decision-not-carried-out');
    if (from <= plainDateOf(ctx.now))
      return refuse('conflict', 'catalogue.decision-in-force', { params: { number } });
    await lockCatalogue(tx, ctx.jurisdiction);
    const before = await keptOf(tx, ctx, seen.decisionId);
    if (!before) return refuse('conflict', 'catalogue.undo-not-kept', { params: { number } });
    const since = await builtUpon(tx, ctx.jurisdiction, seen.decisionId, from);
    if (since.length > 0)
      return refuse('conflict', 'catalogue.decision-built-upon', { params: { codes: since.join(', ') } });
    const [resting] = await restingOn(tx, ctx, seen.decisionId, before.published);
    if (resting) return refuse('conflict', 'catalogue.decision-rested-upon', { params: resting });
    const writing = await otherDrafts(tx, ctx, before.published);
    if (writing.length > 0)
      return refuse('conflict', 'catalogue.undo-draft-open', { params: { codes: writing.join(', ') } });
    await takeBack(tx, ctx, seen, reason);
    const facts = { from, published: before.published.length };
    await recordAction(tx, ctx, deps.newId, { command: frame.name, subjectId: seen.decisionId, facts });
    return ok({ version: seen.version + 1 });
  });
}

function keptOf(tx: Tx, ctx: CommandContext, decisionId: string) {
  return maybeOne(
    tx,
    sql<{ published: readonly string[] }>`
      select b.published from catalogue.decision_before b
      where b.jurisdiction = ${ctx.jurisdiction} and b.decision_id = ${decisionId}
    `,
  );
}

/** Other decisions carried out whose lines rest on the texts of this one. */
function restingOn(tx: Tx, ctx: CommandContext, decisionId: string, published: readonly string[]) {
  return many(
    tx,
    sql<{ number: string }>`
      select o.number from catalogue.draft d
      join catalogue.decision_line l on l.jurisdiction = d.jurisdiction and l.draft_id = d.draft_id
      join catalogue.decision o on o.jurisdiction = l.jurisdiction and o.decision_id = l.decision_id
      where d.jurisdiction = ${ctx.jurisdiction} and d.version_id = any (${[...published]}::uuid[])
        and o.decision_id <> ${decisionId} and o.carried_out_at is not null
      order by o.number limit 1
    `,
  );
}

/** Procedures of which another text was begun since: of two open drafts each would undo the other. */
async function otherDrafts(tx: Tx, ctx: CommandContext, published: readonly string[]) {
  const rows = await many(
    tx,
    sql<{ code: string }>`
      select o.code from catalogue.draft d
      join catalogue.draft o on o.jurisdiction = d.jurisdiction and o.code = d.code
      where d.jurisdiction = ${ctx.jurisdiction} and d.version_id = any (${[...published]}::uuid[])
        and o.state in ('draft', 'inReview', 'approved')
      order by o.code
    `,
  );
  return rows.map(({ code }) => code);
}
