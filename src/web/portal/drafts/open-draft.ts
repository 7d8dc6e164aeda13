import { redirect } from 'react-router';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { DraftView } from '../../../modules/dossiers/contract.ts';
import {
  type Answers,
  type Evaluation,
  evaluateForm,
  type FormContext,
  type FormDefinition,
  type FormPage,
  type PersonClaims,
  pagesOf,
} from '../../../modules/forms/contract.ts';
import { translate } from '../../../texts/translate.ts';
import type { RequestApp } from '../../context.ts';
import { orErrorPage } from '../../refusals.ts';
import { requireDrafter } from '../sign-in/require-citizen.ts';
import { type DraftStep, draftSteps } from './draft-steps.ts';

/** A draft with the form it is filled in on. */
export interface OpenDraft {
  readonly draft: DraftView;
  readonly definition: FormDefinition;
  /** With the address book: evaluations on the server check units too. */
  readonly context: FormContext;
  /** Of the answers as stored. */
  readonly evaluation: Evaluation;
  readonly pages: readonly FormPage[];
  readonly steps: readonly DraftStep[];
}

/**
 * The signed-in citizen's draft. Sends others to sign in and back, a submitted draft to its dossier; anything else
 * that is refused becomes the error page.
 */
export async function openDraft(app: RequestApp, request: Request, draftId: string): Promise<OpenDraft> {
  requireDrafter(app, request);
  const draft = orErrorPage(await app.modules.dossiers.queries.getDraft(app.caller, draftId));
  if (draft.dossierId !== undefined)
    throw redirect(
      draft.helps === undefined ? `/ho-so/${draft.dossierId}` : `${draftsHome(app, draft)}?da-nop`,
    );
  return withForm(app, draft);
}

/** The page that lists the drafter's drafts: a helper's are with the people they help. */
export function draftsHome({ caller }: Pick<RequestApp, 'caller'>, draft: Pick<DraftView, 'helps'>): string {
  if (draft.helps === undefined) return '/ho-so';
  return caller.actor.kind === 'officer' ? '/can-bo/ho-tro' : '/tai-khoan/ho-tro';
}

/** A draft that may be filled in, with its form. */
export async function withForm(app: RequestApp, draft: DraftView): Promise<OpenDraft> {
  const { forms } = app.modules;
  const { definition } = orErrorPage(await forms.queries.formVersion(app.caller, draft.formVersionId));
  const { caseKey, caseAnswers } = draft;
  const today = plainDateOf(app.caller.now);
  const context: FormContext = { today, caseKey, caseAnswers, addressBook: forms.addressBook };
  const evaluation = evaluateForm(definition, draft.answers, context);
  const pages = pagesOf(definition, evaluation.visible);
  return { draft, definition, context, evaluation, pages, steps: stepsOf(app, draft, pages) };
}

/** What is filled in by itself: the citizen's own, never a helper's on somebody else's draft. */
export async function claimsFor(app: RequestApp, draft: DraftView): Promise<PersonClaims> {
  return draft.helps === undefined ? app.modules.forms.queries.claims(app.caller) : {};
}

/** The steps after other answers made other pages visible. */
export function stepsOf(
  app: Pick<RequestApp, 'locale'>,
  draft: DraftView,
  pages: readonly FormPage[],
): readonly DraftStep[] {
  const texts = {
    papers: translate(app.locale, 'draft.papers.step'),
    ...(asksMore(draft) && { return: translate(app.locale, 'post.step') }),
    review: translate(app.locale, 'draft.review.step'),
  };
  return draftSteps(draft.draftId, pages, texts);
}

/** There is something to choose, or something chosen that may have to be chosen anew. */
function asksMore({ offers, choices }: DraftView): boolean {
  const { post, group } = offers;
  return (
    post !== undefined || group !== undefined || choices.post !== undefined || choices.parts !== undefined
  );
}

/** The page asked for by key; the first when it is not shown. */
export function pageOf(pages: readonly FormPage[], key: string | null): FormPage {
  const page = pages.find(({ section }) => section.key === key) ?? pages[0];
  if (page === undefined) throw new Error('a form has at least one page that is always shown');
  return page;
}

/** True until one of the page's questions has been answered: then nothing is filled in by itself any more. */
export function isUntouched(page: FormPage, answers: Readonly<Record<string, unknown>>): boolean {
  return page.fields.every((field) => answers[field.key] === undefined);
}

/** Stored answers with those of one page replaced by what was posted. */
export function withPageAnswers(
  answers: Answers,
  page: FormPage,
  posted: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const keys = new Set(page.fields.map((field) => field.key));
  return { ...Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.has(key))), ...posted };
}
