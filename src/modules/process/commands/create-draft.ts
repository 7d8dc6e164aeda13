import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database.ts';
import { recordAction } from '../../../platform/journal.ts';
import { journalKey } from '../../../platform/journal-facts.ts';
import type { DraftContent } from '../core/editing/draft-content.ts';
import { type CreateDraftInput, createDraftInput } from '../core/editing/draft-inputs.ts';
import { rowKey } from '../core/editing/row-key.ts';
import { rowsOfSteps } from '../core/editing/rows-of-steps.ts';
import type { ProcessTemplate } from '../core/editing/template.ts';
import { findOpenDraft, insertDraft, type StoredDraft } from '../store/drafts.ts';
import { findVersion, processCodes, servedBy } from '../store/processes.ts';
import { type EditingDeps, runCommand } from './run-command.ts';

type Begun = Pick<StoredDraft, 'process' | 'base_version_id' | 'content' | 'bpmn'>;

/**
 * Begins a working copy: blank, from a template, or of a version. A process has one at a time: asked for a second, the
 * one that is open is refused with, its id in the parameters (`process.draft-open`).
 */
export function createDraft(
  deps: EditingDeps & { readonly templates: readonly ProcessTemplate[] },
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly draftId: Id<'processDraft'> }>> {
  const command = { name: 'process.create-draft', needs: 'process.edit', input: createDraftInput } as const;
  return runCommand(deps, ctx, command, input, async (tx, wanted, officer) => {
    const begun = await begin(tx, deps.templates, wanted);
    if (!begun.ok) return begun;
    const draftId = deps.newId<'processDraft'>();
    if (!(await insertDraft(tx, ctx, officer.accountId, { draft_id: draftId, ...begun.value }))) {
      const open = await findOpenDraft(tx, begun.value.process);
      return refuse('conflict', 'process.draft-open', { params: { draftId: open?.draft_id ?? '' } });
    }
    const facts = { from: wanted.from, process: journalKey(begun.value.process) };
    await recordAction(tx, ctx, deps.newId, { command: command.name, subjectId: draftId, facts });
    return ok({ draftId });
  });
}

async function begin(
  tx: Tx,
  templates: readonly ProcessTemplate[],
  wanted: CreateDraftInput,
): Promise<Result<Begun>> {
  if (wanted.from === 'version') return ofVersion(tx, wanted.versionId as Id<'processVersion'>);
  const template =
    wanted.from === 'template' ? templates.find(({ key }) => key === wanted.template) : undefined;
  if (wanted.from === 'template' && template === undefined)
    return refuse('not-found', 'process.template-not-found');
  const { name, procedures } = wanted;
  const content: DraftContent = {
    name,
    procedures,
    rows: [...(template?.rows ?? [])],
    ...(template === undefined ? {} : { source: template.source }),
  };
  const process = rowKey(name, new Set(await processCodes(tx)));
  return ok({ process, base_version_id: null, content, bpmn: null });
}

async function ofVersion(tx: Tx, id: Id<'processVersion'>): Promise<Result<Begun>> {
  const version = await findVersion(tx, id);
  if (version === undefined) return refuse('not-found', 'process.not-found');
  const { procedures, cases } = await servedBy(tx, id);
  const content: DraftContent = {
    name: version.name,
    procedures: [...procedures],
    ...(cases.length === 0 ? {} : { cases: [...cases] }),
    rows: [...rowsOfSteps(version.steps)],
    source: version.source,
  };
  return ok({ process: version.process, base_version_id: id, content, bpmn: version.bpmn });
}
