import { useEffect, useReducer, useRef, useState } from 'react';
import { redirect } from 'react-router';
import { refuse } from '../../../../kernel/result.ts';
import { checkDraft, type DraftBasis, type DraftContent } from '../../../../modules/process/contract.ts';
import { appContext, commandOf } from '../../../context.ts';
import type { PageHandle } from '../../../page-handle.ts';
import { refusedPage } from '../../../refusals.ts';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { pastedTable } from '../../../ui/paste-table.ts';
import { useTexts } from '../../../ui/use-texts.ts';
import { requireOfficer } from '../../require-officer.ts';
import { DraftFrame } from '../draft-frame.tsx';
import { loadDraft, unitChoices } from '../load-draft.ts';
import type { Route } from './+types/edit.ts';
import { Comparison } from './comparison.tsx';
import { Conflict } from './conflict.tsx';
import { contentIn } from './draft-form.ts';
import { DraftHead } from './draft-head.tsx';
import { beginEditing, type Edit, edit } from './edit-state.ts';
import { HoursSum } from './hours-sum.tsx';
import { StepsEditor } from './steps-editor.tsx';
import { useDraftSaving } from './use-draft-saving.ts';
import { rowsOf, usePaste } from './use-paste.ts';

export const handle: PageHandle = { js: true };

/** The draft, the units and words its table is written with, and what it is held against. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const loaded = await loadDraft(app, params.draftId);
  const { state, bpmn, draftId, publishedVersionId } = loaded.draft;
  if (state === 'published' && publishedVersionId !== undefined)
    throw redirect(`/can-bo/quy-trinh/ban/${publishedVersionId}`);
  if (bpmn !== undefined) throw redirect(`/can-bo/quy-trinh/${draftId}/so-do`);
  return { ...loaded, units: unitChoices(app), phrases: app.modules.process.editing.phrases };
}

/** The plain form: what was typed is kept, then the button's own work is done. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const { editing } = app.modules.process;
  const { draft } = await loadDraft(app, params.draftId);
  const typed = contentIn(form, draft.content);
  const acted = editOf(form, typed, editing.phrases);
  if (acted === undefined)
    return refusedPage(refuse('invalid', 'process.paste-unreadable').refusal, { typed });
  const content = edit(beginEditing(typed), acted).content;
  const expectedVersion = Number(form.get('version'));
  const saved = await editing.saveDraft(commandOf(app, form), {
    draftId: params.draftId,
    expectedVersion,
    content,
  });
  return saved.ok
    ? redirect(`/can-bo/quy-trinh/${params.draftId}?da-luu`)
    : refusedPage(saved.refusal, { typed });
}

/** What a button of the form asks for; undefined when the pasted text is no table. */
function editOf(
  form: FormData,
  content: DraftContent,
  phrases: Parameters<typeof rowsOf>[2],
): Edit | undefined {
  const [intent = '', key = ''] = String(form.get('intent') ?? '').split(':');
  if (intent === 'insert') return { kind: 'insert', after: key === '' ? undefined : key };
  if (intent === 'remove') return { kind: 'remove', key };
  if (intent === 'up' || intent === 'down') return { kind: 'move', key, by: intent === 'up' ? -1 : 1 };
  if (intent === 'confirm' || intent === 'clear') return { kind: intent };
  if (intent !== 'paste') return { kind: 'header', change: {} };
  const table = pastedTable({ text: String(form.get('pasted') ?? '') });
  const read = table && rowsOf(table, content, phrases);
  return read && { kind: 'paste', after: undefined, rows: read.rows };
}

export default function EditProcess({ loaderData, actionData }: Route.ComponentProps) {
  const { draft, published, limit, cases, procedureName, units, phrases } = loaderData;
  const [state, act] = useReducer(edit, actionData?.typed ?? draft.content, beginEditing);
  const { content } = state;
  const saving = useDraftSaving(`/can-bo/quy-trinh/${draft.draftId}/luu`, content, draft);
  const { theirs } = saving;
  const findings = useChecked(content, draft.findings, draft.basis);
  const { onPaste, read } = usePaste(content, act, phrases);
  const { t } = useTexts();
  return (
    <DraftFrame draft={{ ...draft, content, findings }} procedureName={procedureName} current="">
      <form method="post" className="mc-stack" onPaste={onPaste} onSubmit={(event) => event.preventDefault()}>
        <ErrorSummary refusal={actionData?.refusal} />
        <DraftHead
          draft={draft}
          content={content}
          cases={cases}
          act={act}
          canUndo={state.past.length > 0}
          canRedo={state.future.length > 0}
          saving={saving}
        />
        <div role="status">
          {read === undefined ? null : (
            <Notice tone="success">
              <p>{t('process.paste.read', read)}</p>
            </Notice>
          )}
        </div>
        {theirs === undefined ? null : (
          <Conflict
            theirs={theirs}
            before={saving.keptContent()}
            onTake={() => {
              saving.settle(theirs);
              act({ kind: 'replace', content: theirs.content });
            }}
            onKeep={() => {
              saving.settle(theirs);
              act({ kind: 'header', change: {} });
            }}
          />
        )}
        <StepsEditor content={content} act={act} units={units} phrases={phrases} />
        <HoursSum rows={content.rows} limit={limit} />
        <Comparison rows={content.rows} published={published} />
      </form>
    </DraftFrame>
  );
}

/** What is wrong in the draft as it is written; checked a moment after the last key. */
function useChecked(content: DraftContent, first: ReturnType<typeof checkDraft>, basis: DraftBasis) {
  const [findings, setFindings] = useState(first);
  const checked = useRef(content);
  useEffect(() => {
    if (checked.current === content) return;
    const timer = window.setTimeout(() => {
      checked.current = content;
      setFindings(checkDraft(content, { basis }));
    }, 400);
    return () => window.clearTimeout(timer);
  }, [content, basis]);
  return findings;
}
