import { appContext } from '../../context.ts';
import { orErrorPage } from '../../refusals.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/own-reports.ts';
import { ReportTable } from './report-table.tsx';

/** What the officer reported, latest first, with the answers. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  return { reports: orErrorPage(await modules.catalogue.wrongLists.own(caller, {})) };
}

export default function OwnReports({ loaderData: { reports } }: Route.ComponentProps) {
  const { t } = useTexts();
  return (
    <div className="mc-stack">
      <PageTitle title={t('wrong-list.own.title')} lead={t('wrong-list.own.lead')} />
      {reports.length === 0 ? (
        <EmptyState title={t('wrong-list.own.none')}>
          <p>{t('wrong-list.own.none.body')}</p>
        </EmptyState>
      ) : (
        <ReportTable reports={reports} caption={t('wrong-list.own.title')} />
      )}
    </div>
  );
}
