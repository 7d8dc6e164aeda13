import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Level } from '../../../modules/catalogue/contract.ts';
import type { Sector } from '../../../modules/catalogue/public.ts';
import { Icon } from '../../ui/icon.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { listAddress, parameters, withParameter } from './addresses.ts';
import { nameIn } from './names.ts';

/** Levels worth filtering by since the district tier ended. */
export const filterLevels = ['commune', 'province', 'ministry', 'other'] as const satisfies readonly Level[];

export interface SearchFormProps {
  readonly q: string;
  readonly sector: string;
  readonly level: Level | undefined;
  readonly sectors: readonly Sector[];
  /** The day searched on, when it is not today. */
  readonly day: PlainDate | undefined;
}

/** Words and filters in one plain form: works without script, the address says everything. */
export function SearchForm({ q, sector, level, sectors, day }: SearchFormProps) {
  const { t, locale } = useTexts();
  const query = new URLSearchParams({ [parameters.search]: q }).toString();
  return (
    <search>
      <form className="mc-find" action={listAddress(locale)}>
        {day === undefined ? null : <input type="hidden" name={parameters.day} value={day} />}
        <div className="mc-find__words">
          <label htmlFor="q">{t('procedures.search.label')}</label>
          <input
            id="q"
            name={parameters.search}
            type="search"
            defaultValue={q}
            autoComplete="off"
            className="ds-input"
          />
        </div>
        <div>
          <label htmlFor="linh-vuc">{t('procedures.filter.sector')}</label>
          <select id="linh-vuc" name={parameters.sector} defaultValue={sector} className="ds-input">
            <option value="">{t('procedures.filter.all-sectors')}</option>
            {sectors.map((known) => (
              <option key={known.name} value={known.name}>
                {nameIn(locale, known)}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor="cap">{t('procedures.filter.level')}</label>
          <select id="cap" name={parameters.level} defaultValue={level ?? ''} className="ds-input">
            <option value="">{t('procedures.filter.all-levels')}</option>
            {filterLevels.map((known) => (
              <option key={known} value={known}>
                {t(`procedures.level.${known}`)}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="ds-button" data-variant="primary">
          <Icon name="search" /> {t('common.search')}
        </button>
        {sector === '' && level === undefined ? null : (
          <a
            className="mc-find__clear"
            href={listAddress(locale, withParameter(query, parameters.search, q || undefined))}
          >
            {t('procedures.filter.clear')}
          </a>
        )}
      </form>
    </search>
  );
}
