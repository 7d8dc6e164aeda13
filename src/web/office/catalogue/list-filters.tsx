import { lacks, officeStates } from '../../../modules/catalogue/contract.ts';
import { SelectField } from '../../ui/fields.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { catalogueHome, filters } from './addresses.ts';
import { type ListFilterValues, levels, serviceLevels } from './read-filters.ts';

export interface ListFiltersProps {
  readonly asked: ListFilterValues;
  readonly sectors: readonly string[];
  /** The page that is filtered. */
  readonly address?: string;
}

/** Words and filters in one plain form; the address says everything. */
export function ListFilters({ asked, sectors, address = catalogueHome }: ListFiltersProps) {
  const { t } = useTexts();
  const named = (value: string, label: string) => ({ value, label });
  return (
    <search>
      <form action={address} className="mc-list-filters">
        <div className="ds-field mc-filters__words">
          <label className="ds-label" data-weight="medium" htmlFor="q">
            {t('catalogue.office.search')}
          </label>
          <input
            className="ds-input"
            id="q"
            name={filters.q}
            type="search"
            defaultValue={asked.q}
            autoComplete="off"
            spellCheck={false}
          />
        </div>
        <SelectField
          name={filters.sector}
          label={t('procedures.filter.sector')}
          empty={t('procedures.filter.all-sectors')}
          value={asked.sector ?? ''}
          options={sectors.map((sector) => named(sector, sector))}
        />
        <SelectField
          name={filters.level}
          label={t('procedures.filter.level')}
          empty={t('procedures.filter.all-levels')}
          value={asked.level ?? ''}
          options={levels.map((level) => named(level, t(`procedures.level.${level}`)))}
        />
        <SelectField
          name={filters.serviceLevel}
          label={t('catalogue.office.service')}
          empty={t('catalogue.office.any')}
          value={asked.serviceLevel ?? ''}
          options={serviceLevels.map((each) => named(each, t(`procedures.service.${each}`)))}
        />
        <SelectField
          name={filters.state}
          label={t('catalogue.office.state')}
          empty={t('catalogue.office.any')}
          value={asked.state ?? ''}
          options={officeStates.map((state) => named(state, t(`catalogue.office.state.${state}`)))}
        />
        <SelectField
          name={filters.lack}
          label={t('catalogue.office.lack')}
          empty={t('catalogue.office.any')}
          value={asked.lack ?? ''}
          options={lacks.map((lack) => named(lack, t(`catalogue.office.lack.${lack}`)))}
        />
        <div className="mc-row mc-filters__end">
          <button type="submit" className="ds-button" data-variant="primary">
            <Icon name="search" /> {t('common.search')}
          </button>
          <a href={address}>{t('procedures.filter.clear')}</a>
        </div>
      </form>
    </search>
  );
}
