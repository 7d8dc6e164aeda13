import type { CommandContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { recordAction } from '../../../platform/journal.ts';
import { dropDiagramInput, saveDiagramInput } from '../core/editing/draft-inputs.ts';
import { rowsOfDiagram } from '../core/editing/rows-of-diagram.ts';
import { callsOn, flowsOf } from '../store/called-flows.ts';
import { updateDraft } from '../store/drafts.ts';
import { openForWriting } from './open-draft.ts';
import { type EditingDeps, runCommand } from './run-command.ts';
import type { DraftSaved } from './save-draft.ts';

/**
 * Keeps the diagram a process was refined in; from then on it is the authority and the rows are what it says. Read and
 * proved before it is kept: refused with every element that cannot run (`process.diagram-refused`).
 */
export function saveDiagram(
  deps: EditingDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<DraftSaved>> {
  const command = { name: 'process.save-diagram', needs: 'process.edit', input: saveDiagramInput } as const;
  return runCommand(deps, ctx, command, input, async (tx, { xml, ...wanted }, officer) => {
    const draft = await openForWriting(tx, wanted);
    if (!draft.ok) return draft;
    const calls = await callsOn(tx, xml, plainDateOf(ctx.now));
    const read = await rowsOfDiagram(xml, flowsOf(calls));
    if (!read.ok) {
      const fields = read.refused.map(({ id, type, name, reason }) => ({
        pointer: `/elements/${id}`,
        type: reason,
        params: { element: name ?? id, type },
      }));
      return refuse('invalid', 'process.diagram-refused', { fields });
    }
    const content = { ...draft.value.content, rows: [...read.rows] };
    const version = await updateDraft(tx, ctx, officer.accountId, draft.value, { content, bpmn: xml });
    const facts = { version, steps: read.rows.length };
    await recordAction(tx, ctx, deps.newId, { command: command.name, subjectId: wanted.draftId, facts });
    return ok({ version, savedAt: ctx.now.toISOString() });
  });
}

/** Gives the diagram up: its rows, as far as a table can say them, are written as a table again. */
export function dropDiagram(
  deps: EditingDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<DraftSaved>> {
  const command = { name: 'process.drop-diagram', needs: 'process.edit', input: dropDiagramInput } as const;
  return runCommand(deps, ctx, command, input, async (tx, wanted, officer) => {
    const draft = await openForWriting(tx, wanted);
    if (!draft.ok) return draft;
    const version = await updateDraft(tx, ctx, officer.accountId, draft.value, { bpmn: null });
    await recordAction(tx, ctx, deps.newId, { command: command.name, subjectId: wanted.draftId });
    return ok({ version, savedAt: ctx.now.toISOString() });
  });
}
