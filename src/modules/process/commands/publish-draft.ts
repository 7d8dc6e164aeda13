import { createHash } from 'node:crypto';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import { appendEvents, recordAction } from '../../../platform/journal.ts';
import { journalKey } from '../../../platform/journal-facts.ts';
import { checkWhole } from '../core/editing/check-diagram.ts';
import { publishInput } from '../core/editing/draft-inputs.ts';
import { graphOf } from '../core/editing/graph-of.ts';
import { stepsOfRows } from '../core/editing/steps-of-rows.ts';
import type { Step } from '../core/flow/step.ts';
import { callsOn, flowsOf } from '../store/called-flows.ts';
import { draftBasis } from '../store/draft-basis.ts';
import { updateDraft } from '../store/drafts.ts';
import { pinCalls } from '../store/process-calls.ts';
import { addVersion, latestVersion, type ProcessRow } from '../store/processes.ts';
import { openForWriting } from './open-draft.ts';
import { type EditingDeps, runCommand } from './run-command.ts';

/**
 * Makes a draft the version in force from a day on; the version before ends there by the dates, at midnight, by query.
 * Running dossiers stay on theirs. Refuses with every error of the draft or its diagram (`process.not-publishable`), a day that has
 * passed (`process.publish-in-past`) or lies before the last version's, and a draft of a version that is no longer the
 * last (`process.newer-version`), and a step nobody could do in any agency (`process.nobody-can-do`).
 */
export function publishDraft(
  deps: EditingDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly versionId: Id<'processVersion'>; readonly version: number }>> {
  const command = { name: 'process.publish', needs: 'process.publish', input: publishInput } as const;
  return runCommand(deps, ctx, command, input, async (tx, { validFrom, decision, ...wanted }, officer) => {
    const draft = await openForWriting(tx, wanted);
    if (!draft.ok) return draft;
    if (validFrom < plainDateOf(ctx.now)) return refuseField('/validFrom', 'process.publish-in-past');
    const { content, process, base_version_id, bpmn } = draft.value;
    const { steps } = stepsOfRows(content.rows);
    const calls = bpmn === null ? [] : await callsOn(tx, bpmn, validFrom as PlainDate);
    const basis = await draftBasis(tx, deps, draft.value, validFrom as PlainDate);
    const found = await checkWhole(content, bpmn, basis, flowsOf(calls));
    const fields = found.filter(({ severity }) => severity === 'error');
    const runs = fields.length === 0 && (await graphOf({ steps, bpmn }, flowsOf(calls))).ok;
    if (!runs) return refuse('invalid', 'process.not-publishable', { fields });
    const undoable = await deps.stepsNobodyCanDo?.(tx, steps, content.procedures, plainDateOf(ctx.now));
    if (undoable && undoable.length > 0) return refuseUndoable(steps, undoable);
    const { last, highest } = await latestVersion(tx, process, validFrom as PlainDate);
    if ((last?.process_version_id ?? null) !== base_version_id)
      return refuse('conflict', 'process.newer-version', { params: { version: last?.version ?? 0 } });
    if (last !== undefined && validFrom < last.valid_from)
      return refuse('invalid', 'process.publish-before-last', { params: { from: last.valid_from } });
    const row: ProcessRow = {
      process_version_id: deps.newId(),
      process,
      version: highest + 1,
      name: content.name,
      name_en: null,
      steps,
      valid_from: validFrom as PlainDate,
      valid_to: null,
      source: `Quyết định ${decision.number}`,
      certainty: 'certain',
      note: null,
      content_hash: createHash('sha256')
        .update(JSON.stringify([content, bpmn]))
        .digest('hex'),
      origin: 'office',
      bpmn,
      decision_number: decision.number,
      decision_on: decision.on as PlainDate,
      decision_file: decision.file ?? null,
      published_by: officer.accountId,
    };
    await addVersion(tx, row, content.procedures, content.cases ?? [''], ctx.now);
    const { process_version_id: versionId, version } = row;
    await pinCalls(tx, versionId, calls);
    await updateDraft(tx, ctx, officer.accountId, draft.value, {
      state: 'published',
      published_version_id: versionId,
    });
    const facts = {
      process: journalKey(process),
      version,
      validFrom: journalKey(validFrom),
      draftId: journalKey(wanted.draftId),
    };
    const event = { type: 'process.published', payload: facts };
    await appendEvents(tx, ctx, deps.newId, { id: versionId, lastSeq: 0 }, [event]);
    await recordAction(tx, ctx, deps.newId, { command: command.name, subjectId: versionId, facts });
    return ok({ versionId, version });
  });
}

function refuseUndoable(steps: readonly Step[], undoable: readonly string[]) {
  const type = 'process.nobody-can-do';
  const fields = steps.flatMap((step, at) =>
    undoable.includes(step.key)
      ? [{ pointer: `/rows/${at}/performer`, type, params: { step: step.name } }]
      : [],
  );
  return refuse('invalid', type, { fields });
}
