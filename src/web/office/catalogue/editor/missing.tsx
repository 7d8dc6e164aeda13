import type { DraftFaults } from '../../../../modules/catalogue/contract.ts';
import { useTexts } from '../../../ui/use-texts.ts';
import { placeWords } from './place-words.ts';
import type { Row } from './row-values.ts';

export interface MissingProps {
  readonly faults: DraftFaults;
  readonly document: Row;
  readonly idOf: (pointer: string) => string;
}

/** What still has to be filled in, each a link to its field. */
export function Missing({ faults, document, idOf }: MissingProps) {
  const { t } = useTexts();
  const places = [...faults.missing, ...faults.wrong];
  return (
    <section className="mc-panel mc-panel--tinted mc-stack mc-stack--tight" aria-labelledby="con-thieu">
      <h2 id="con-thieu">{t('catalogue.edit.missing')}</h2>
      {places.length === 0 ? (
        <p>{t('catalogue.edit.missing.none')}</p>
      ) : (
        <ul>
          {places.map(({ pointer }) => (
            <li key={pointer}>
              <a href={`#${idOf(pointer)}`}>{placeWords(pointer.split('/').slice(1), document, t)}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
