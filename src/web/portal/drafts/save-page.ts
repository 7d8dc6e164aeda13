import type { Result } from '../../../kernel/result.ts';
import {
  type Evaluation,
  evaluateForm,
  type FormPage,
  isAnswerField,
  newRow,
  pagesOf,
  postedAnswers,
  prefilled,
  withRowChange,
} from '../../../modules/forms/contract.ts';
import { commandOf, type RequestApp } from '../../context.ts';
import { claimsFor, type OpenDraft, withPageAnswers } from './open-draft.ts';

/** What a posted page came to. */
export interface SavedPage {
  readonly saved: Result<{ readonly version: number; readonly savedAt: string }>;
  /** Of the answers that were kept. */
  readonly evaluation: Evaluation;
  readonly pages: readonly FormPage[];
  /** As posted and filled in, for showing again what could not be kept. */
  readonly typed: Readonly<Record<string, unknown>>;
  /** Keys of the questions these answers raised on the same page: nobody has seen them yet. */
  readonly raised: readonly string[];
}

/**
 * Keeps one posted page of a draft: reads the boxes, changes rows when asked (`_action`), removes what can no longer
 * be reached, fills in what has just become visible.
 */
export async function savePage(
  app: RequestApp,
  { draft, definition, context }: OpenDraft,
  page: FormPage,
  form: FormData,
): Promise<SavedPage> {
  const change = String(form.get('_action') ?? '');
  const claims = await claimsFor(app, draft);
  const known = evaluateForm(definition, draft.answers, context).answers;
  const posted = withPageAnswers(known, page, postedAnswers(page.fields, form));
  const typed = withRowChange(page.fields, posted, change, (repeat) =>
    newRow(repeat, known, claims, context),
  );
  const first = evaluateForm(definition, typed, context);
  const unseen = unseenFields(page, first, String(form.get('shown') ?? ''));
  const filled = { ...typed, ...prefilled(unseen, first.answers, claims, context).answers };
  const evaluation = unseen.length === 0 ? first : evaluateForm(definition, filled, context);
  const saved = await app.modules.dossiers.commands.saveDraft(commandOf(app, form), {
    draftId: draft.draftId,
    expectedVersion: Number(form.get('version')),
    answers: evaluation.answers,
  });
  const pages = pagesOf(definition, evaluation.visible);
  return { saved, evaluation, pages, typed: filled, raised: unseen.map(({ key }) => key) };
}

/** Fields of the page that are visible now and were not when the page was sent; `shown` names those that were. */
function unseenFields(page: FormPage, { visible }: Evaluation, shown: string) {
  const seen = new Set(shown.split(','));
  return page.fields
    .filter(isAnswerField)
    .filter((field) => visible.has(`/${field.key}`) && !seen.has(field.key));
}
