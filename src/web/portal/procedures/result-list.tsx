import type { ProcedureContent } from '../../../modules/catalogue/contract.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { DoubtMark } from './doubt-mark.tsx';
import { nameIn } from './names.ts';

/** What the citizen receives, with its national type code. */
export function ResultList({ results }: { readonly results: ProcedureContent['results'] }) {
  const { t, locale } = useTexts();
  if (results.length === 0) return <p>{t('procedure.results.none')}</p>;
  return (
    <ul className="mc-entries">
      {results.map((result) => (
        <li key={`${result.code} ${result.name}`}>
          <p className="mc-strong">{nameIn(locale, result)}</p>
          {result.code === undefined ? null : <p className="mc-subtle mc-small mc-number">{result.code}</p>}
          <DoubtMark fact={result} />
        </li>
      ))}
    </ul>
  );
}
