import { Icon } from '../../ui/icon.tsx';
import { useTexts } from '../../ui/use-texts.ts';

export interface ProcessFilterProps {
  readonly view: string;
  readonly query: Readonly<Record<string, string>>;
  readonly sectors: readonly string[];
}

const levels = ['province', 'commune'] as const;

/** Words, sector and level; a plain form that asks the same page. */
export function ProcessFilter({ view, query, sectors }: ProcessFilterProps) {
  const { t } = useTexts();
  return (
    <form method="get" action="/can-bo/quy-trinh" className="mc-filter">
      <input type="hidden" name="xem" value={view} />
      <div className="ds-field">
        <label className="ds-label" data-weight="medium" htmlFor="q">
          {t('process.filter.words')}
        </label>
        <input
          className="ds-input"
          type="search"
          id="q"
          name="q"
          defaultValue={query.q}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <div className="ds-field">
        <label className="ds-label" data-weight="medium" htmlFor="linh-vuc">
          {t('process.filter.sector')}
        </label>
        <select className="ds-input" id="linh-vuc" name="linh-vuc" defaultValue={query['linh-vuc']}>
          <option value="">{t('process.filter.all-sectors')}</option>
          {sectors.map((sector) => (
            <option key={sector}>{sector}</option>
          ))}
        </select>
      </div>
      <div className="ds-field">
        <label className="ds-label" data-weight="medium" htmlFor="cap">
          {t('process.filter.level')}
        </label>
        <select className="ds-input" id="cap" name="cap" defaultValue={query.cap}>
          <option value="">{t('process.filter.all-levels')}</option>
          {levels.map((level) => (
            <option key={level} value={level}>
              {t(`process.filter.level.${level}`)}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="ds-button" data-variant="secondary">
        <Icon name="search" /> {t('process.filter.submit')}
      </button>
    </form>
  );
}
