import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { OfficeDossierView } from '../../../modules/dossiers/contract.ts';
import {
  type DescribedLine,
  type DescribedPage,
  describeAnswers,
  evaluateForm,
} from '../../../modules/forms/contract.ts';
import type { Locale } from '../../../texts/locale.ts';
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
  const pages = describeAnswers(definition, evaluation, words, addressBook);
  const kinds = new Map(view.hiddenAnswers.map(({ pointer, kind }) => [pointer, kind]));
  return pages.map((page) => ({ ...page, lines: page.lines.map((line) => hide(line, kinds, locale)) }));
}

/** A line whose answer is hidden says so, and of what kind it is: an empty one would look as if nothing had been answered. */
function hide(line: DescribedLine, kinds: ReadonlyMap<string, string>, locale: Locale): DescribedLine {
  const kind = kinds.get(line.pointer);
  const { rows } = line;
  return {
    ...line,
    ...(kind !== undefined && { text: translate(locale, 'office.given.hidden', { kind }) }),
    ...(rows && {
      rows: rows.map((row) => ({ ...row, lines: row.lines.map((each) => hide(each, kinds, locale)) })),
    }),
  };
}
