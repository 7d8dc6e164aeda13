import type { CitizenDossierView } from '../../../modules/dossiers/contract.ts';
import { formatDateTime } from '../../../texts/format.ts';
import type { Translate } from '../../../texts/translate.ts';

/** What the citizen is expected to do now, in one or two sentences. */
export function expectation(dossier: CitizenDossierView, t: Translate): string {
  const { phase, returnAt, holder, answerDueAt } = dossier;
  switch (phase) {
    case 'submitted':
      return answerDueAt === undefined
        ? t('my-dossiers.expect.submitted', { unit: holder.name })
        : t('my-dossiers.expect.submitted-until', {
            unit: holder.name,
            until: formatDateTime(new Date(answerDueAt)),
          });
    case 'completed':
      return t('my-dossiers.expect.completed', { unit: returnAt.name });
    default:
      return t(`my-dossiers.expect.${phase}`);
  }
}
