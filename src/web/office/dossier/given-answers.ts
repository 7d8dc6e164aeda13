import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { OfficeDossierView } from '../../../modules/dossiers/contract.ts';
import { type DescribedPage, describeAnswers, evaluateForm } from '../../../modules/forms/contract.ts';
import { translate } from '../../../texts/translate.ts';
import type { RequestApp } from '../../context.ts';
import { orErrorPage } from '../../refusals.ts';

/** What the citizen declared, in words, by the form version the dossier is pinned to; nothing for papers only. */
export async function givenAnswers(
  { modules, caller, locale }: RequestApp,
  view: OfficeDossierView,
): Promise<readonly DescribedPage[]> {
  if (view.formVersionId === undefined) return [];
  const { definition } = orErrorPage(await modules.forms.queries.formVersion(caller, view.formVersionId));
  const { addressBook } = modules.forms;
  const evaluation = evaluateForm(definition, view.answers, {
    today: plainDateOf(new Date(view.submittedAt)),
    caseKey: view.caseKey,
    caseAnswers: view.caseAnswers,
    addressBook,
  });
  const words = { yes: translate(locale, 'form.yes'), no: translate(locale, 'form.no') };
  return describeAnswers(definition, evaluation, words, addressBook);
}
