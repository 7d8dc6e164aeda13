import { redirect } from 'react-router';
import { appContext } from '../context.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useTexts } from '../ui/use-texts.ts';
import type { Route } from './+types/start.ts';
import { queueAddress, queuesOf } from './office-queues.ts';
import { requireOfficer } from './require-officer.ts';

/** An officer starts in their first queue; one whose posts reach none is told so. */
export function loader({ context, request }: Route.LoaderArgs) {
  const [first] = queuesOf(requireOfficer(context.get(appContext).caller, request));
  if (first !== undefined) throw redirect(queueAddress(first));
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
