import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { recordAction } from '../../../platform/journal.ts';
import { journalKey } from '../../../platform/journal-facts.ts';
import { attachDecisionFileInput } from '../core/decisions/decision-inputs.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { lockDecisionAt, touchDecision } from '../store/decisions.ts';
import { accountOf } from '../store/drafts.ts';
import { runCommand } from './run-command.ts';

/**
 * Puts the signed paper behind a decision until it is carried out; another one takes its place. Only a PDF that the caller
 * uploaded: refuses `catalogue.decision-file-unknown` and `catalogue.decision-file-not-pdf`.
 */
export function attachDecisionFile(
  deps: CatalogueDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly version: number }>> {
  const frame = {
    name: 'catalogue.attach-decision-file',
    input: attachDecisionFileInput,
    needs: 'catalogue.publish',
  } as const;
  return runCommand(deps, ctx, frame, input, async (tx, { fileId, ...seen }) => {
    const [file] = await deps.documents.describeFiles(tx, ctx.jurisdiction, [fileId]);
    if (file === undefined || file.uploadedBy !== accountOf(ctx.actor))
      return refuse('not-found', 'catalogue.decision-file-unknown');
    if (file.mediaType !== 'application/pdf') return refuse('invalid', 'catalogue.decision-file-not-pdf');
    const decision = await lockDecisionAt(tx, ctx, seen);
    if (!decision.ok) return decision;
    await sql`
      update catalogue.decision d set file_id = ${fileId}
      where d.jurisdiction = ${ctx.jurisdiction} and d.decision_id = ${seen.decisionId}
    `.execute(tx);
    const version = await touchDecision(tx, ctx.jurisdiction, decision.value);
    const facts = { version, fileId: journalKey(fileId) };
    await recordAction(tx, ctx, deps.newId, { command: frame.name, subjectId: seen.decisionId, facts });
    return ok({ version });
  });
}
