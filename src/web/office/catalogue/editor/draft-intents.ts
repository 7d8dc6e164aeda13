import type { Refusal } from '../../../../kernel/refusal.ts';
import { diffDocuments } from '../../../../modules/catalogue/contract.ts';
import { commandOf, type RequestApp } from '../../../context.ts';
import { textIn } from '../../typed.ts';
import { changeRows } from './change-rows.ts';
import { gridsOf } from './grids.ts';
import { readEditorForm } from './read-editor-form.ts';
import { isRow, type Row } from './row-values.ts';

/** Does what a form of the draft's page asks for; the refusal when it was refused. */
export async function carryOut(
  app: RequestApp,
  draftId: string,
  form: FormData,
): Promise<Refusal | undefined> {
  const ctx = commandOf(app, form);
  const { commands } = app.modules.catalogue;
  const version = Number(textIn(form, 'version'));
  const note = textIn(form, 'note');
  const pointer = textIn(form, 'pointer');
  const seen = { draftId, version };
  const outcome = await (() => {
    switch (textIn(form, 'intent')) {
      case 'submit':
        return commands.submitDraftForReview(ctx, { ...seen, ...(note && { note }) });
      case 'approve':
        return commands.approveDraft(ctx, { ...seen, ...(note && { note }) });
      case 'return':
        return commands.returnDraft(ctx, { ...seen, reasons: [{ text: note ?? '' }] });
      case 'discard':
        return commands.discardDraft(ctx, { ...seen, reason: note ?? '' });
      case 'comment':
        return commands.commentDraft(ctx, { draftId, text: note ?? '', ...(pointer && { pointer }) });
      default:
        return saveForm(app, form, seen);
    }
  })();
  return outcome.ok ? undefined : outcome.refusal;
}

/** The plain form: what it shows now, and a row more where that was asked for. */
async function saveForm(app: RequestApp, form: FormData, seen: { draftId: string; version: number }) {
  const shown = shownIn(form);
  const read = readEditorForm(form, shown);
  if (read.unread.length > 0) {
    const fields = read.unread.map(({ name }) => ({ pointer: pointerOf(name), type: 'input.wrong' }));
    return { ok: false, refusal: { kind: 'invalid', type: 'input.invalid', fields } } as const;
  }
  const [verb, list] = (textIn(form, 'row') ?? '').split(':');
  const grid = gridsOf(read.document).find((each) => each.list === list);
  const document =
    verb === 'add' && grid ? changeRows(read.document, grid, 'add', 0).document : read.document;
  const patch = diffDocuments(shown, document);
  if (patch.length === 0) return { ok: true, value: undefined } as const;
  return app.modules.catalogue.commands.saveDraft(commandOf(app, form), { ...seen, patch });
}

function shownIn(form: FormData): Row {
  try {
    const shown: unknown = JSON.parse(textIn(form, 'shown') ?? '');
    return isRow(shown) ? shown : {};
  } catch {
    return {};
  }
}

function pointerOf(name: string): string {
  const [list = '', ...rest] = name.split('.');
  return list === 'chung' ? `/${rest.join('/')}` : `/content/${list}/${rest.join('/')}`;
}
