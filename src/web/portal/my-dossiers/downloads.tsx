import type { CitizenDossierView } from '../../../modules/dossiers/contract.ts';
import { formatDate } from '../../../texts/format.ts';
import { hasText } from '../../../texts/translate.ts';
import { Icon } from '../../ui/icon.tsx';
import { useTexts } from '../../ui/use-texts.ts';

/** Letters and results of a dossier to keep. */
export function Downloads({ dossier }: { readonly dossier: CitizenDossierView }) {
  const { t } = useTexts();
  const { letters, results } = dossier;
  if (letters.length === 0 && results.length === 0) return null;
  return (
    <section className="mc-panel mc-stack mc-stack--tight">
      <h2>{t('my-dossiers.downloads')}</h2>
      <ul className="mc-downloads">
        {letters.map((letter) => {
          const key = `dossiers.letter.${letter.form}`;
          const name = hasText(key) ? t(key) : letter.form;
          return (
            <li key={`${letter.form} ${letter.requestedAt}`}>
              <Icon name="paper" />
              {letter.fileId === undefined ? (
                <span className="mc-subtle">{t('my-dossiers.being-made', { name })}</span>
              ) : (
                <a href={`/tep/${letter.fileId}`}>{name} (PDF)</a>
              )}
            </li>
          );
        })}
        {results.map((result) => (
          <li key={`${result.typeCode} ${result.number}`}>
            <Icon name="stamp" />
            <span>
              {result.fileId === undefined ? (
                result.name
              ) : (
                <a href={`/tep/${result.fileId}`}>{result.name}</a>
              )}
              <span className="mc-subtle mc-small">
                {' '}
                {t('my-dossiers.result-number', {
                  number: result.number,
                  date: formatDate(new Date(result.issuedOn)),
                })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
