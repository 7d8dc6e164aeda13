import type { InboxRow, Queue } from '../../../modules/dossiers/contract.ts';
import { formatDate, formatTime } from '../../../texts/format.ts';
import type { Translate } from '../../../texts/translate.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { queueText } from '../office-queues.ts';
import { StepDue } from '../step-due.tsx';

/** The rows of a queue; each opens its dossier. */
export function QueueTable({ queue, rows }: { readonly queue: Queue; readonly rows: readonly InboxRow[] }) {
  const { t } = useTexts();
  return (
    <DataTable
      caption={t('office.queue.caption', { queue: t(queueText(queue)).toLocaleLowerCase('vi') })}
      columns={columnsOf(queue, t)}
      rows={rows}
      keyOf={(row) => row.taskId}
    />
  );
}

function columnsOf(queue: Queue, t: Translate): readonly Column<InboxRow>[] {
  return [
    {
      key: 'code',
      header: t('office.queue.code'),
      isName: true,
      cell: (row) => (
        <a className="mc-queue-code" href={`/can-bo/ho-so/${row.dossierId}`}>
          {row.code}
        </a>
      ),
    },
    { key: 'procedure', header: t('office.queue.procedure'), cell: (row) => row.procedureName },
    { key: 'owner', header: t('office.queue.owner'), cell: (row) => row.ownerName },
    ...(queue === 'dang-thu-ly' || queue === 'cho-ky'
      ? [{ key: 'step', header: t('office.queue.step'), cell: (row: InboxRow) => row.stepName }]
      : []),
    {
      key: 'due',
      header: t('office.queue.due'),
      cell: (row) => <StepDue dueAt={new Date(row.dueAt)} leftMinutes={row.leftMinutes} kind={row.kind} />,
    },
    ...(queue === 'cho-tiep-nhan' ? [] : [promisedColumn(t)]),
    {
      key: 'taker',
      header: t('office.queue.taker'),
      cell: (row) => (row.isMine ? t('office.queue.me') : (row.holder ?? noTaker(t))),
    },
  ];
}

/** Before acceptance nothing has been promised yet. */
function promisedColumn(t: Translate): Column<InboxRow> {
  return {
    key: 'promised',
    header: t('office.queue.promised'),
    cell: (row) => (row.promisedAt === undefined ? noPromise(t) : shortMoment(new Date(row.promisedAt))),
  };
}

function noTaker(t: Translate) {
  return <span className="mc-subtle">{t('office.queue.no-taker')}</span>;
}

function noPromise(t: Translate) {
  return <span className="mc-subtle">{t('office.queue.no-promise')}</span>;
}

function shortMoment(at: Date) {
  return (
    <time dateTime={at.toISOString()} className="mc-number">
      {formatTime(at)} {formatDate(at)}
    </time>
  );
}
