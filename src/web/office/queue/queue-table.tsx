import type { InboxRow, Queue, QueueColumn } from '../../../modules/dossiers/contract.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { queueText } from '../office-queues.ts';
import { columnsFor } from './queue-columns.tsx';

interface QueueTableProps {
  readonly queue: Queue;
  readonly rows: readonly InboxRow[];
  readonly columns: readonly QueueColumn[];
  /** Rows can be ticked for the bar above; these are, as they were when the form was refused. Left out: none can. */
  readonly ticked?: readonly string[];
}

/** The rows of a queue; each opens its dossier, each can be ticked. */
export function QueueTable({ queue, rows, columns, ticked }: QueueTableProps) {
  const { t } = useTexts();
  const tick: Column<InboxRow> = {
    key: 'tick',
    header: t('office.queue.tick'),
    cell: (row) => (
      <input
        type="checkbox"
        className="ds-input mc-tick"
        name="task"
        value={`${row.taskId} ${row.code}`}
        defaultChecked={ticked?.includes(row.taskId)}
        aria-label={t('office.queue.tick-row', { code: row.code })}
      />
    ),
  };
  return (
    <DataTable
      caption={t('office.queue.caption', { queue: t(queueText(queue)).toLocaleLowerCase('vi') })}
      columns={[...(ticked ? [tick] : []), ...columnsFor(columns, t)]}
      rows={rows}
      keyOf={(row) => row.taskId}
    />
  );
}
