import { appContext } from '../../context.ts';
import { orErrorPage } from '../../refusals.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/queue.ts';
import { reportCountsAddress, reportFilterOf, reportListAddress, reportsHome } from './addresses.ts';
import { ReportTable } from './report-table.tsx';

/** What procedure control has to answer today, first what is due first; the numbers lead here with their filter. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const { searchParams } = new URL(request.url);
  const filter = reportFilterOf(searchParams);
  const after = searchParams.get('sau') ?? undefined;
  const asked = { ...filter, ...(after !== undefined && { after }) };
  const page = orErrorPage(await modules.catalogue.wrongLists.list(caller, asked));
  return { ...page, filter, isFirst: after === undefined };
}

const tabs = ['open', 'overdue', 'answered', 'all'] as const;

export default function ReportQueue({ loaderData }: Route.ComponentProps) {
  const { items, next, filter, isFirst } = loaderData;
  const { t } = useTexts();
  const isNarrowed = filter.unit !== undefined || filter.code !== undefined;
  return (
    <div className="mc-stack">
      <PageTitle title={t('wrong-list.queue.title')} lead={t('wrong-list.queue.lead')}>
        <a className="ds-button" data-variant="secondary" href={reportCountsAddress}>
          {t('wrong-list.counts.title')}
        </a>
      </PageTitle>
      <nav className="mc-tabs" aria-label={t('wrong-list.state')}>
        {tabs.map((state) => (
          <a
            key={state}
            href={reportListAddress({ ...filter, state })}
            aria-current={state === filter.state ? 'page' : undefined}
          >
            {t(`wrong-list.state.${state}`)}
          </a>
        ))}
      </nav>
      {isNarrowed ? (
        <p>
          {t('wrong-list.queue.narrowed')} <a href={reportsHome}>{t('wrong-list.queue.all')}</a>
        </p>
      ) : null}
      {items.length === 0 ? (
        <EmptyState title={t('wrong-list.queue.none')}>
          <p>{t('wrong-list.queue.none.body')}</p>
        </EmptyState>
      ) : (
        <ReportTable reports={items} caption={t('wrong-list.queue.title')} />
      )}
      <Pager
        next={next === undefined ? undefined : reportListAddress(filter, next)}
        first={isFirst ? undefined : reportListAddress(filter)}
      />
    </div>
  );
}
