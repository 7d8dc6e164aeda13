import { formatDate } from '../../../texts/format.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { listAddress } from './addresses.ts';
import type { MissingProcedure } from './load-procedure.ts';
import { ProcedureList } from './procedure-list.tsx';

/** Said instead of a procedure: which code, why not, and what may have been meant. */
export function Missing({ missing }: { readonly missing: MissingProcedure }) {
  const { t, locale } = useTexts();
  const { code, on, suggestions } = missing;
  const title =
    on === undefined
      ? t('procedure.missing.title', { code })
      : t('procedure.missing.not-in-force', { code, date: formatDate(on) });
  return (
    <div className="mc-stack">
      <PageTitle
        title={title}
        lead={t('procedure.missing.lead')}
        back={{ href: listAddress(locale), text: t('procedure.back') }}
      />
      <search>
        <form className="mc-find" action={listAddress(locale)}>
          <div className="mc-find__words">
            <label htmlFor="q">{t('procedures.search.label')}</label>
            <input id="q" name="q" type="search" autoComplete="off" className="ds-input" />
          </div>
          <button type="submit" className="ds-button" data-variant="primary">
            {t('common.search')}
          </button>
        </form>
      </search>
      {suggestions.length === 0 ? null : (
        <section className="mc-stack mc-stack--tight" aria-labelledby="goi-y">
          <h2 id="goi-y">{t('procedure.missing.suggestions')}</h2>
          <ProcedureList items={suggestions} />
        </section>
      )}
    </div>
  );
}
