import type { ProcedureBrief } from '../../../modules/catalogue/public.ts';
import type { DraftBrief, ProcessBrief } from '../../../modules/process/public.ts';
import { formatDate } from '../../../texts/format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { hoursText } from './edit/row-texts.ts';

/** Processes in force today. */
export function InForceTable({ rows }: { readonly rows: readonly ProcessBrief[] }) {
  const { t } = useTexts();
  return (
    <DataTable
      caption={t('process.list.view.dang-ap-dung')}
      rows={rows}
      keyOf={(row) => row.versionId}
      columns={[
        {
          key: 'name',
          header: t('process.name'),
          isName: true,
          cell: (row) => <a href={`/can-bo/quy-trinh/ban/${row.versionId}`}>{row.name}</a>,
        },
        { key: 'procedures', header: t('process.list.procedures'), cell: (row) => row.procedures.join(', ') },
        { key: 'steps', header: t('process.list.steps'), align: 'end', cell: (row) => row.steps },
        { key: 'hours', header: t('process.list.hours'), align: 'end', cell: (row) => hoursText(row.hours) },
        { key: 'from', header: t('process.list.from'), cell: (row) => formatDate(row.validFrom) },
        { key: 'source', header: t('process.list.source'), cell: (row) => row.source },
      ]}
    />
  );
}

/** Drafts being written, the last saved first. */
export function DraftsTable({ rows }: { readonly rows: readonly DraftBrief[] }) {
  const { t } = useTexts();
  return (
    <DataTable
      caption={t('process.list.view.ban-nhap')}
      rows={rows}
      keyOf={(row) => row.draftId}
      columns={[
        {
          key: 'name',
          header: t('process.name'),
          isName: true,
          cell: (row) => (
            <a href={`/can-bo/quy-trinh/${row.draftId}`}>
              {row.name === '' ? t('process.unnamed') : row.name}
            </a>
          ),
        },
        { key: 'procedures', header: t('process.list.procedures'), cell: (row) => row.procedures.join(', ') },
        { key: 'steps', header: t('process.list.steps'), align: 'end', cell: (row) => row.rows },
        {
          key: 'state',
          header: t('process.list.state'),
          cell: (row) =>
            row.errors === 0 ? (
              <StatusTag tone="success">{t('process.list.ready')}</StatusTag>
            ) : (
              <StatusTag tone="warning">{t('process.tab.errors', { count: row.errors })}</StatusTag>
            ),
        },
        {
          key: 'saved',
          header: t('process.list.saved'),
          cell: (row) => (
            <>
              <DateTime at={row.savedAt} /> <span className="mc-subtle">{row.savedBy}</span>
            </>
          ),
        },
      ]}
    />
  );
}

/** Procedures nobody can work yet; each leads to a new draft for it. */
export function UncoveredTable({ rows }: { readonly rows: readonly ProcedureBrief[] }) {
  const { t } = useTexts();
  return (
    <DataTable
      caption={t('process.list.view.chua-co')}
      rows={rows}
      keyOf={(row) => row.code}
      columns={[
        {
          key: 'name',
          header: t('process.list.procedure'),
          isName: true,
          cell: (row) => (
            <a href={`/can-bo/quy-trinh/moi?thu-tuc=${row.code}`}>{row.shortName ?? row.name}</a>
          ),
        },
        { key: 'code', header: t('process.list.code'), cell: (row) => row.code },
        { key: 'sector', header: t('process.filter.sector'), cell: (row) => row.sector },
      ]}
    />
  );
}
