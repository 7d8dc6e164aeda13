import type { InboxRow, Queue, QueueColumn } from '../../../modules/dossiers/contract.ts';
import { formatDate, formatTime } from '../../../texts/format.ts';
import type { Translate } from '../../../texts/translate.ts';
import type { Column } from '../../ui/data-table.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { StepDue } from '../step-due.tsx';

/** The columns of a queue as it comes: what is the same in every row is left out. */
export function usualColumns(queue: Queue): readonly QueueColumn[] {
  switch (queue) {
    case 'cho-tiep-nhan':
      return ['procedure', 'owner', 'channel', 'due', 'taker'];
    case 'cho-tra-ket-qua':
    case 'cong-dan-chua-den-nhan':
      return ['procedure', 'owner', 'promised', 'taker'];
    case 'tra-hom-nay':
      return ['procedure', 'owner', 'step', 'unit', 'promised'];
    case 'sap-den-han':
    case 'qua-han':
    case 'can-chi-dao':
      return ['procedure', 'owner', 'step', 'unit', 'due', 'taker'];
    case 'cho-phat-hanh':
      return ['procedure', 'owner', 'due', 'promised', 'taker'];
    default:
      return ['procedure', 'owner', 'step', 'due', 'promised', 'taker'];
  }
}

/** The columns to show, each with its heading and cells. */
export function columnsFor(columns: readonly QueueColumn[], t: Translate): readonly Column<InboxRow>[] {
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
    ...columns.map((key) => ({
      key,
      header: t(`office.queue.${key}`),
      cell: (row: InboxRow) => cells[key](row, t),
    })),
  ];
}

const cells: Readonly<Record<QueueColumn, (row: InboxRow, t: Translate) => React.ReactNode>> = {
  procedure: (row) => row.procedureName,
  owner: (row) => row.ownerName,
  step: (row) => row.stepName,
  unit: (row) => row.unit.name,
  channel: (row, t) => (row.channel === undefined ? '' : t(`dossiers.channel.${row.channel}`)),
  opened: (row) => moment(new Date(row.openedAt)),
  due: (row, t) =>
    row.waiting === undefined ? (
      <StepDue dueAt={new Date(row.dueAt)} leftMinutes={row.leftMinutes} kind={row.kind} alert={row.alert} />
    ) : (
      <StatusTag tone="neutral" icon="clock">
        {t(`office.queue.waiting.${row.waiting}`)}
      </StatusTag>
    ),
  promised: (row, t) =>
    row.promisedAt === undefined ? (
      <span className="mc-subtle">{t('office.queue.no-promise')}</span>
    ) : (
      moment(new Date(row.promisedAt))
    ),
  taker,
};

function taker(row: InboxRow, t: Translate) {
  if (row.barredBy !== undefined)
    return (
      <StatusTag tone="neutral" icon="stop">
        {t('office.queue.barred', { step: row.barredBy })}
      </StatusTag>
    );
  if (row.isMine) return <strong className="mc-mine">{t('office.queue.me')}</strong>;
  if (row.holder === undefined) return <span className="mc-subtle">{t('office.queue.no-taker')}</span>;
  return row.isStandIn ? t('office.queue.stand-in', { name: row.holder }) : row.holder;
}

function moment(at: Date) {
  return (
    <time dateTime={at.toISOString()} className="mc-number">
      {formatTime(at)} {formatDate(at)}
    </time>
  );
}
