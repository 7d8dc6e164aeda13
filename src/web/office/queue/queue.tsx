import { data, redirect } from 'react-router';
import { type Queue, queues } from '../../../modules/dossiers/contract.ts';
import { appContext } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { orErrorPage } from '../../refusals.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useListKeys } from '../../ui/use-list-keys.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { queueAddress, queueText } from '../office-queues.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/queue.ts';
import { QueueTable } from './queue-table.tsx';

export const handle: PageHandle = { js: true };

/**
 * One page of a queue, earliest due first. `?sau=` walks on; `?tiep-theo=` goes straight to the first dossier other
 * than the one just done, or shows the empty queue.
 */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const queue = queues.find((each) => each === params.queue);
  if (queue === undefined) throw data(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  const after = searchParams.get('sau') ?? undefined;
  const page = orErrorPage(await modules.dossiers.queries.inbox(caller, queue, { cursor: after }));
  const done = searchParams.get('tiep-theo');
  if (done !== null) {
    const next = page.items.find((row) => row.dossierId !== done);
    throw redirect(next === undefined ? queueAddress(queue) : `/can-bo/ho-so/${next.dossierId}`);
  }
  return { queue, rows: page.items, next: page.next, isFirst: after === undefined };
}

export default function QueuePage({ loaderData }: Route.ComponentProps) {
  const { queue, rows, next, isFirst } = loaderData;
  const { t } = useTexts();
  useListKeys();
  return (
    <>
      <PageTitle title={t(queueText(queue))} lead={t(`office.queue.lead.${queue}`)} />
      {rows.length === 0 ? <EmptyQueue queue={queue} /> : <QueueTable queue={queue} rows={rows} />}
      <Pager
        next={next === undefined ? undefined : `${queueAddress(queue)}?sau=${encodeURIComponent(next)}`}
        first={isFirst ? undefined : queueAddress(queue)}
      />
    </>
  );
}

function EmptyQueue({ queue }: { readonly queue: Queue }) {
  const { t } = useTexts();
  return (
    <EmptyState title={t(`office.queue.empty.${queue}`)}>
      <p>{t(`office.queue.empty.body.${queue}`)}</p>
    </EmptyState>
  );
}
