import { type OfficeColumn, officeColumns } from '../../../modules/catalogue/contract.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Tick } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { columnText } from './column-text.ts';

export interface ListColumnsProps {
  readonly columns: readonly OfficeColumn[];
}

/** Which columns the list shows: each officer's own, kept until they choose otherwise. */
export function ListColumns({ columns }: ListColumnsProps) {
  const { t } = useTexts();
  return (
    <Disclosure summary={t('catalogue.office.columns')}>
      <form method="post" className="mc-stack mc-stack--snug">
        <RequestId form="cot" />
        <fieldset className="ds-fieldset mc-column-choice">
          <legend className="ds-label">{t('catalogue.office.columns.shown')}</legend>
          <div className="mc-row">
            {officeColumns.map((column) => (
              <Tick
                key={column}
                name="cot"
                id={`cot-${column}`}
                value={column}
                label={t(columnText[column])}
                checked={columns.includes(column)}
              />
            ))}
          </div>
        </fieldset>
        <button type="submit" className="ds-button mc-fit" data-variant="secondary">
          {t('catalogue.office.columns.keep')}
        </button>
      </form>
    </Disclosure>
  );
}
