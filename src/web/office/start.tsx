import { redirect } from 'react-router';
import { appContext } from '../context.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useTexts } from '../ui/use-texts.ts';
import type { Route } from './+types/start.ts';
import { adminLinksOf } from './admin-links.ts';
import { placeOfQueue, queueAddress, queuesToShow } from './office-queues.ts';
import { requireOfficer } from './require-officer.ts';

/** An officer starts where something waits for them; one whose posts reach no queue is told so. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { caller, modules } = context.get(appContext);
  const officer = requireOfficer(caller, request);
  const counts = await modules.dossiers.queries.queueCounts(caller);
  const shown = queuesToShow(officer, counts);
  const first = shown.find((queue) => placeOfQueue(queue) === 'work' && counts.has(queue)) ?? shown[0];
  const address = first === undefined ? adminLinksOf(officer)[0]?.href : queueAddress(first);
  if (address !== undefined) throw redirect(address);
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
