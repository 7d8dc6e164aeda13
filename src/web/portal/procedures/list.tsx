import { parsePlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import type { Level } from '../../../modules/catalogue/contract.ts';
import { formatDate } from '../../../texts/format.ts';
import { translate } from '../../../texts/translate.ts';
import { appContext } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { orErrorPage } from '../../refusals.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Route } from './+types/list.ts';
import { browseAddress, listAddress, parameters, withParameter } from './addresses.ts';
import { pageAddresses } from './page-addresses.ts';
import { ProcedureList } from './procedure-list.tsx';
import { filterLevels, SearchForm } from './search-form.tsx';

export const handle: PageHandle = { english: true };

export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { modules, caller, portal, locale } = app;
  const { searchParams } = new URL(request.url);
  const q = searchParams.get(parameters.search)?.trim() ?? '';
  const sector = searchParams.get(parameters.sector) ?? '';
  const level = levelOf(searchParams.get(parameters.level));
  const after = searchParams.get(parameters.after) ?? undefined;
  const on = parsePlainDate(searchParams.get(parameters.day) ?? '');
  const asked = { q, ...(sector ? { sector } : {}), ...(level ? { level } : {}), ...(on ? { on } : {}) };
  const [page, sectors] = await Promise.all([
    modules.catalogue.findProcedures(caller, { ...asked, ...(after ? { after } : {}) }),
    modules.catalogue.findSectors(caller),
  ]);
  searchParams.delete(parameters.after);
  return {
    ...orErrorPage(page),
    sectors,
    q,
    sector,
    level,
    isFirst: after === undefined,
    day: on !== undefined && on !== plainDateOf(caller.now) ? on : undefined,
    addresses: pageAddresses(app, listAddress('vi')),
    query: searchParams.toString(),
    phone: portal.phone,
    description: translate(locale, 'procedures.lead'),
  };
}

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ name: 'description', content: loaderData.description }, ...loaderData.addresses];
}

export default function Procedures({ loaderData }: Route.ComponentProps) {
  const { t, locale } = useTexts();
  const { items, next, q, query, isFirst, day } = loaderData;
  return (
    <div className="mc-stack">
      <PageTitle title={t('procedures.title')} lead={t('procedures.lead')} />
      <SearchForm {...loaderData} />
      {day === undefined ? null : (
        <Notice tone="warning">
          <p>{t('procedures.other-day', { date: formatDate(day) })}</p>
          <p>
            <a href={listAddress(locale, withParameter(query, parameters.day, undefined))}>
              {t('procedures.other-day.today')}
            </a>
          </p>
        </Notice>
      )}
      <p>
        <a href={browseAddress(locale)}>{t('procedures.browse')}</a>
      </p>
      {items.length === 0 ? (
        <Nothing q={q} phone={loaderData.phone} />
      ) : (
        <section className="mc-stack mc-stack--tight" aria-labelledby="ket-qua">
          <h2 id="ket-qua" className="mc-procedures__heading">
            {q === '' ? t('procedures.list.commonest') : t('procedures.list.matches', { q })}
          </h2>
          <ProcedureList items={items} day={day} />
          <Pager
            next={
              next === undefined
                ? undefined
                : listAddress(locale, withParameter(query, parameters.after, next))
            }
            first={isFirst ? undefined : listAddress(locale, query)}
          />
        </section>
      )}
    </div>
  );
}

function Nothing({ q, phone }: { readonly q: string; readonly phone: string }) {
  const { t, locale } = useTexts();
  const title = q === '' ? t('procedures.empty.title') : t('procedures.empty.title-for', { q });
  return (
    <EmptyState title={title} icon="search">
      <ul className="mc-procedures__help">
        <li>{t('procedures.empty.shorter')}</li>
        <li>{t('procedures.empty.paper')}</li>
        <li>{t('procedures.empty.filters')}</li>
        <li>{t('procedures.empty.call', { phone })}</li>
      </ul>
      <a className="ds-button" data-variant="secondary" href={listAddress(locale)}>
        {t('procedures.empty.all')}
      </a>
    </EmptyState>
  );
}

function levelOf(word: string | null): Level | undefined {
  return filterLevels.find((level) => level === word);
}
