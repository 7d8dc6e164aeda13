import { data, redirect } from 'react-router';
import { type Queue, queues } from '../../../modules/dossiers/contract.ts';
import { appContext, commandOf } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useListKeys } from '../../ui/use-list-keys.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { queueAddress, queueText, scopesOf } from '../office-queues.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/queue.ts';
import { bulkInputOf, tickedIn, told } from './bulk-act.ts';
import { BulkBar, hasBulkActs } from './bulk-bar.tsx';
import { BulkTold } from './bulk-told.tsx';
import { usualColumns } from './queue-columns.tsx';
import { KeepChoice, QueueFilter, ScopeTabs } from './queue-filter.tsx';
import { choiceIn, choiceQuery } from './queue-params.ts';
import { QueueTable } from './queue-table.tsx';

export const handle: PageHandle = { js: true };

/**
 * One page of a queue, earliest due first unless asked otherwise. `?sau=` walks on; `?tiep-theo=` goes straight to the
 * first dossier other than the one just done, or shows the empty queue. An address without a filter shows the queue as
 * the officer last kept it.
 */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  const officer = requireOfficer(caller, request);
  const queue = queueOf(params.queue);
  const { searchParams } = new URL(request.url);
  const { queries } = modules.dossiers;
  const kept = await queries.queueChoice(caller, queue);
  const asked = choiceIn(searchParams);
  const choice = asked ?? kept ?? {};
  const after = searchParams.get('sau') ?? undefined;
  const page = orErrorPage(await queries.inbox(caller, queue, { cursor: after, choice }));
  const done = searchParams.get('tiep-theo');
  if (done !== null) {
    const next = page.items.find((row) => row.dossierId !== done);
    throw redirect(next === undefined ? queueAddress(queue) : `/can-bo/ho-so/${next.dossierId}`);
  }
  const { columns, scope, ...narrowing } = choice;
  return {
    queue,
    choice,
    scopes: scopesOf(officer, queue),
    columns: columns ?? usualColumns(queue),
    rows: page.items,
    next: page.next,
    isFirst: after === undefined,
    isNarrowed: Object.keys(narrowing).length > 0,
    isUnkept: asked !== undefined && JSON.stringify(asked) !== JSON.stringify(kept ?? {}),
    facets: await queries.queueFacets(caller, queue, scope ?? 'group'),
    led: await queries.ledUnits(caller),
    signs: [...officer.posts, ...(officer.delegated ?? [])].some(
      ({ role }) => role === 'leader' || role === 'headOfSection',
    ),
  };
}

/** Keeps how the queue is shown, or does one thing with every ticked row and says how each fared. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const queue = queueOf(params.queue);
  const form = await request.formData();
  const { commands } = app.modules.dossiers;
  if (form.get('intent') === 'keep') {
    const choice = choiceIn(new URLSearchParams(textPairs(form))) ?? {};
    const kept = await commands.saveQueueChoice(commandOf(app, form), { queue, choice });
    return kept.ok
      ? redirect(queueAddress(queue))
      : refusedPage(kept.refusal, { told: undefined, ticked: [] });
  }
  const ticked = tickedIn(form);
  const outcome = await commands.bulk(commandOf(app, form), bulkInputOf(form, ticked));
  if (!outcome.ok)
    return refusedPage(outcome.refusal, { told: undefined, ticked: ticked.map(({ taskId }) => taskId) });
  return { refusal: undefined, told: told(outcome.value, ticked), ticked: [] };
}

function queueOf(name: string): Queue {
  const queue = queues.find((each) => each === name);
  if (queue === undefined) throw data(null, { status: 404 });
  return queue;
}

function textPairs(form: FormData): [string, string][] {
  return [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
}

export default function QueuePage({ loaderData, actionData }: Route.ComponentProps) {
  const { queue, choice, scopes, rows, columns, next, isFirst, isNarrowed, isUnkept } = loaderData;
  const { t } = useTexts();
  useListKeys();
  const address = (after?: string) => `${queueAddress(queue)}${choiceQuery(choice, after)}`;
  const ticks = hasBulkActs(queue);
  return (
    <>
      <PageTitle title={t(queueText(queue))} lead={t(`office.queue.lead.${queue}`)}>
        {rows.length === 0 ? null : (
          <ExportLinks address={`${queueAddress(queue)}/xuat.csv${choiceQuery(choice)}`} />
        )}
      </PageTitle>
      <ErrorSummary refusal={actionData?.refusal} labelOf={bulkField(t)} />
      <BulkTold rows={actionData?.told} />
      <div className="mc-row mc-row--apart mc-list-head">
        {scopes.length > 1 ? <ScopeTabs queue={queue} choice={choice} scopes={scopes} /> : <span />}
        {isUnkept ? <KeepChoice choice={choice} /> : null}
      </div>
      <QueueFilter {...loaderData} isNarrowed={isNarrowed} />
      {rows.length === 0 ? (
        <EmptyQueue queue={queue} isNarrowed={isNarrowed} />
      ) : ticks ? (
        <form method="post" className="mc-list-form">
          <BulkBar queue={queue} led={loaderData.led} signs={loaderData.signs} />
          <QueueTable queue={queue} rows={rows} columns={columns} ticked={actionData?.ticked ?? []} />
        </form>
      ) : (
        <QueueTable queue={queue} rows={rows} columns={columns} />
      )}
      <Pager next={next === undefined ? undefined : address(next)} first={isFirst ? undefined : address()} />
    </>
  );
}

function bulkField(t: ReturnType<typeof useTexts>['t']) {
  return (pointer: string) =>
    pointer === '/accountId'
      ? t('office.bulk.to')
      : pointer === '/reason'
        ? t('office.bulk.reason')
        : pointer === '/taskIds'
          ? t('office.bulk.rows')
          : undefined;
}

function ExportLinks({ address }: { readonly address: string }) {
  const { t } = useTexts();
  return (
    <div className="mc-row mc-no-print">
      <a href={address}>{t('office.queue.csv')}</a>
      <button type="button" className="mc-print-button" onClick={() => globalThis.print()}>
        {t('office.queue.print')}
      </button>
    </div>
  );
}

function EmptyQueue({ queue, isNarrowed }: { readonly queue: Queue; readonly isNarrowed: boolean }) {
  const { t } = useTexts();
  if (isNarrowed)
    return (
      <EmptyState title={t('office.queue.nothing-matches')}>
        <p>
          <a href={`${queueAddress(queue)}?pham-vi=group`}>{t('office.queue.clear')}</a>
        </p>
      </EmptyState>
    );
  return (
    <EmptyState title={t(`office.queue.empty.${queue}`)}>
      <p>{t(`office.queue.empty.body.${queue}`)}</p>
    </EmptyState>
  );
}
