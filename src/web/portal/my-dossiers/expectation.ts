import type { CitizenDossierView } from '../../../modules/dossiers/contract.ts';
import { formatDateTime } from '../../../texts/format.ts';
import type { Translate } from '../../../texts/translate.ts';

/** What the citizen is expected to do now, in one or two sentences. */
export function expectation(dossier: CitizenDossierView, t: Translate): string {
  const { phase, returnAt, holder, answerDueAt, post } = dossier;
  const isSentHome = post.some(({ direction }) => direction === 'out');
  switch (phase) {
    case 'submitted':
      return answerDueAt === undefined
        ? t('my-dossiers.expect.submitted', { unit: holder.name })
        : t('my-dossiers.expect.submitted-until', {
            unit: holder.name,
            until: formatDateTime(new Date(answerDueAt)),
          });
    case 'completed':
      if (isSentHome) return t('my-dossiers.expect.completed-post');
      return t('my-dossiers.expect.completed', { unit: returnAt.name });
    case 'accepted':
    case 'inProcess':
      return t(isSentHome ? 'my-dossiers.expect.post' : `my-dossiers.expect.${phase}`);
    default:
      return t(`my-dossiers.expect.${phase}`);
  }
}
