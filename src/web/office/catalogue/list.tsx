import { redirect } from 'react-router';
import type { OfficeProcedure } from '../../../modules/catalogue/contract.ts';
import { appContext, commandOf } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useListKeys } from '../../ui/use-list-keys.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/list.ts';
import { bulkHome, catalogueHome, filters } from './addresses.ts';
import { ListColumns } from './list-columns.tsx';
import { ListFilters } from './list-filters.tsx';
import { ListTable } from './list-table.tsx';
import { NewDraft } from './new-draft.tsx';
import { readFilters } from './read-filters.ts';

export const handle: PageHandle = { js: true };

/** Every procedure of the catalogue, for the procedure-control office. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const { searchParams } = new URL(request.url);
  const asked = readFilters(searchParams);
  const page = orErrorPage(await modules.catalogue.queries.listForOffice(caller, asked));
  searchParams.delete(filters.after);
  const sectors = await modules.catalogue.findSectors(caller);
  return {
    ...page,
    asked,
    sectors: sectors.map(({ name }) => name),
    query: searchParams.toString(),
    isFirst: asked.after === undefined,
  };
}

/** Keeps the columns chosen and shows the same part of the list. */
export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const columns = form.getAll('cot').map(String);
  const kept = await app.modules.catalogue.commands.keepListColumns(commandOf(app, form), { columns });
  return kept.ok ? redirect(`${catalogueHome}${new URL(request.url).search}`) : refusedPage(kept.refusal);
}

export default function CatalogueList({ loaderData, actionData }: Route.ComponentProps) {
  const { items, total, columns, next, asked, query, isFirst } = loaderData;
  const { t } = useTexts();
  useListKeys();
  const onward = new URLSearchParams(query);
  if (next !== undefined) onward.set(filters.after, next);
  return (
    <>
      <PageTitle title={t('catalogue.office.title')} lead={t('catalogue.office.lead')}>
        <div className="mc-row">
          <a className="ds-button" data-variant="secondary" href={`${catalogueHome}/can-lam`}>
            {t('catalogue.office.work')}
          </a>
          <a className="ds-button" data-variant="secondary" href={`${catalogueHome}/nhap`}>
            {t('catalogue.office.import')}
          </a>
        </div>
      </PageTitle>
      <div className="mc-stack">
        <ErrorSummary refusal={actionData?.refusal} />
        <ListFilters asked={asked} sectors={loaderData.sectors} />
        <ListColumns columns={columns} />
        <div className="mc-row mc-row--apart">
          <p role="status">
            {t(total >= 2000 ? 'catalogue.office.count-most' : 'catalogue.office.count', { count: total })}
          </p>
          <div className="mc-row">
            <a href={`${bulkHome}?${query}`}>{t('catalogue.bulk.title')}</a>
            <Exports query={query} />
          </div>
        </div>
        {items.length === 0 ? (
          <Nothing />
        ) : (
          <ListTable items={items as readonly OfficeProcedure[]} columns={columns} />
        )}
        <Pager
          next={next === undefined ? undefined : `${catalogueHome}?${onward}`}
          first={isFirst ? undefined : `${catalogueHome}?${query}`}
        />
        <NewDraft />
      </div>
    </>
  );
}

function Exports({ query }: { readonly query: string }) {
  const { t } = useTexts();
  return (
    <details className="mc-export-menu">
      <summary className="ds-button" data-variant="tertiary">
        <Icon name="paper" /> {t('catalogue.office.export')}
      </summary>
      <ul>
        {(['excel', 'json', 'lay-thu-tuc', 'csv'] as const).map((format) => (
          <li key={format}>
            <a href={`${catalogueHome}/xuat?dang=${format}&${query}`}>
              {t(`catalogue.office.export.${format}`)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Nothing() {
  const { t } = useTexts();
  return (
    <EmptyState icon="search" title={t('catalogue.office.nothing')}>
      <p>{t('catalogue.office.nothing.body')}</p>
      <a className="ds-button" data-variant="secondary" href={catalogueHome}>
        {t('catalogue.office.all')}
      </a>
    </EmptyState>
  );
}
