import { redirect } from 'react-router';
import { appContext } from '../context.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useTexts } from '../ui/use-texts.ts';
import type { Route } from './+types/start.ts';
import { adminLinksOf } from './admin-links.ts';
import { queueAddress, queuesOf } from './office-queues.ts';
import { requireOfficer } from './require-officer.ts';

/** An officer starts in their first queue, else on their first page of administration; who has neither is told so. */
export function loader({ context, request }: Route.LoaderArgs) {
  const officer = requireOfficer(context.get(appContext).caller, request);
  const [queue] = queuesOf(officer);
  if (queue !== undefined) throw redirect(queueAddress(queue));
  const [page] = adminLinksOf(officer);
  if (page !== undefined) throw redirect(page.href);
  return null;
}

export default function OfficeStart() {
  const { t } = useTexts();
  return (
    <>
      <PageTitle title={t('office.start')} />
      <EmptyState title={t('office.no-queues')}>
        <p>{t('office.no-queues.body')}</p>
      </EmptyState>
    </>
  );
}
